import type { AuditAction } from '../../../shared/domain/audit-action.ts';
import { isStrongPassphrase } from '../../../shared/domain/account.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { SessionState, Staff } from '../../../shared/contract/session.ts';
import type { Audit } from '../audit/index.ts';
import type { Presence } from '../dispatch.ts';
import type { Events } from '../events.ts';
import type { CallContext, Handlers } from '../handlers.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/index.ts';
import { createLogin } from './login.ts';
import { hashPassphrase } from './passphrase.ts';
import { practiceAccounts } from './practice-accounts.ts';
import { createPresence, type Seated } from './presence.ts';
import { staffHandlers } from './staff-handlers.ts';
import { createStaffStore, type StaffStore } from './staff-store.ts';
import { createThrottle } from './throttle.ts';
import { workOptionsOf } from './work-options.ts';

export { practiceAccounts } from './practice-accounts.ts';

/** What every window is told about its workstation, whoever is behind it. */
export type Workplace = Pick<
  SessionState,
  | 'municipality'
  | 'location'
  | 'workstation'
  | 'practice'
  | 'idleLockSeconds'
  | 'keyboardReader'
  | 'hasAgenda'
  | 'hasPickUpMessages'
  | 'version'
> & {
  readonly displayUrl: () => string | null;
};

type SessionCalls =
  | 'session.state'
  | 'session.setUp'
  | 'session.login'
  | 'session.unlock'
  | 'session.lock'
  | 'session.logout'
  | 'session.touch'
  | 'session.changePassphrase'
  | 'staff.list'
  | 'staff.workOptions'
  | 'staff.add'
  | 'staff.change';

/** Who is logged in at which counter. */
export interface Seats {
  list(): readonly Seated[];
  /** Ends every session at a counter; answers whose. */
  leaveCounter(counter: number): readonly Staff[];
}

export interface Session {
  readonly handlers: Handlers<SessionCalls>;
  readonly presence: Presence;
  readonly seats: Seats;
  /** Who is at work at a counter: logged in, and not locked. */
  workingAt(counter: number): Staff | null;
  /** Who is logged in at a counter, also behind a lock. */
  clerkAt(counter: number): Staff | null;
  /** Name and login name of a member of staff, for people to read; what is no id of staff is given back as it is. */
  nameOf(who: string): string;
  stop(): void;
}

async function makePracticeAccounts(accounts: StaffStore, store: Store, ids: Ids, at: Date): Promise<void> {
  if (accounts.count() > 0) return;
  const hashed = await Promise.all(
    practiceAccounts.map(async (account) => ({ account, hash: await hashPassphrase(account.passphrase) })),
  );
  store.atomically(() => {
    for (const { account, hash } of hashed) {
      const { loginName, name, role } = account;
      accounts.add({ staffId: ids.uuid(), loginName, name, role, active: true }, hash, at);
    }
  });
}

/** Accounts, sign-in, lock and roles. In practice mode it makes the three practice accounts when there are none. */
export async function createSession(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly audit: Audit;
  readonly events: Events;
  readonly workplace: Workplace;
  readonly config: Pick<Config, 'hall'>;
}): Promise<Session> {
  const { store, clock, ids, audit, events, workplace } = deps;
  const accounts = createStaffStore(store);
  const throttle = createThrottle(store, clock);
  const login = createLogin(accounts, throttle);
  const changed = () => events.publish({ name: 'session.changed', data: {} });
  const presence = createPresence({
    clock,
    idleMs: workplace.idleLockSeconds * 1000,
    staffById: accounts.byId,
    onChange: changed,
  });
  if (workplace.practice) await makePracticeAccounts(accounts, store, ids, clock.now());

  const state = ({ caller }: CallContext): SessionState => {
    const present = presence.staff(caller.client);
    const stage =
      accounts.count() === 0 ? 'setUp' : !present ? 'login' : present.locked ? 'locked' : 'active';
    return {
      ...workplace,
      displayUrl: workplace.displayUrl(),
      stage,
      staff: present?.staff ?? null,
      counter: caller.counter,
      practiceAccounts: workplace.practice && stage === 'login' ? practiceAccounts : [],
    };
  };
  const enter = (context: CallContext, staff: Staff, action: AuditAction): Result<SessionState> => {
    presence.enter(context.caller, staff.staffId);
    audit.record({
      who: staff.staffId,
      action,
      recordType: 'session',
      recordId: `balie ${context.caller.counter}`,
      detail: '',
    });
    changed();
    return ok(state(context));
  };

  return {
    presence,
    seats: { list: presence.seats, leaveCounter: presence.leaveCounter },
    workingAt: presence.workingAt,
    clerkAt: (at) => presence.seats().find(({ counter }) => counter === at)?.staff ?? null,
    nameOf(who) {
      const staff = accounts.byId(who);
      return staff ? `${staff.name} (${staff.loginName})` : who;
    },
    stop: () => presence.stop(),
    handlers: {
      ...staffHandlers({
        store,
        ids,
        accounts,
        presence,
        login,
        workOptions: workOptionsOf(deps.config.hall),
      }),
      'session.state': { kind: 'query', run: (_input, context) => ok(state(context)) },
      'session.setUp': {
        kind: 'effect',
        async run({ loginName, name, passphrase }, context) {
          if (!isStrongPassphrase(passphrase)) return fail('passphraseTooWeak', { field: 'passphrase' });
          const hash = await hashPassphrase(passphrase);
          const staff: Staff = { staffId: ids.uuid(), loginName, name, role: 'administrator', active: true };
          const made = store.atomically(() => {
            if (accounts.count() > 0) return false;
            accounts.add(staff, hash, context.at);
            return true;
          });
          return made ? enter(context, staff, 'session.setUp') : fail('alreadySetUp');
        },
      },
      'session.login': {
        kind: 'effect',
        async run({ loginName, passphrase }, context) {
          const checked = await login.check(loginName, passphrase);
          if (!checked.ok) {
            context.audit(
              'session.loginRefused',
              'session',
              `balie ${context.caller.counter}`,
              checked.error.code,
            );
            return checked;
          }
          return enter(context, checked.value, 'session.login');
        },
      },
      'session.unlock': {
        kind: 'effect',
        async run({ passphrase }, context) {
          const present = presence.staff(context.caller.client);
          if (!present) return fail('notLoggedIn');
          const checked = await login.check(present.staff.loginName, passphrase);
          if (!checked.ok) {
            context.audit(
              'session.unlockRefused',
              'session',
              `balie ${context.caller.counter}`,
              checked.error.code,
            );
            return checked;
          }
          presence.unlock(context.caller.client);
          context.audit('session.unlock', 'session', `balie ${context.caller.counter}`);
          changed();
          return ok(state(context));
        },
      },
      'session.lock': {
        kind: 'query',
        run(_input, context) {
          presence.lock(context.caller.client);
          changed();
          return ok(state(context));
        },
      },
      'session.logout': {
        kind: 'query',
        run(_input, context) {
          context.audit('session.logout', 'session', `balie ${context.caller.counter}`);
          presence.leave(context.caller.client);
          changed();
          return ok(state(context));
        },
      },
      'session.touch': {
        kind: 'query',
        run(_input, context) {
          presence.touch(context.caller.client);
          return ok({ done: true });
        },
      },
    },
  };
}
