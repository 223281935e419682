import type { StaffWork, WorkOptions } from '../../../shared/contract/session.ts';
import { isStrongPassphrase } from '../../../shared/domain/account.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { staffOf } from '../handlers.ts';
import type { Ids } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { Login } from './login.ts';
import { hashPassphrase } from './passphrase.ts';
import type { PresenceBook } from './presence.ts';
import type { StaffStore } from './staff-store.ts';

/** The administrator's calls on accounts, and everybody's own passphrase. */
export function staffHandlers(deps: {
  readonly store: Store;
  readonly ids: Ids;
  readonly accounts: StaffStore;
  readonly presence: PresenceBook;
  readonly login: Login;
  readonly workOptions: WorkOptions;
}): Handlers<'staff.list' | 'staff.workOptions' | 'staff.add' | 'staff.change' | 'session.changePassphrase'> {
  const { accounts, presence, store, workOptions } = deps;
  /** A refusal of what the configuration does not have. */
  function unknownIn(work: StaffWork | undefined): ReturnType<typeof fail> | null {
    const { profile = null, skills = null } = work ?? {};
    if (profile !== null && !workOptions.profiles.some(({ id }) => id === profile))
      return fail('invalidInput', { field: 'work.profile', detail: 'not in the configuration' });
    const unknown = skills?.find((skill) => !workOptions.skills.includes(skill));
    if (unknown === undefined) return null;
    return fail('invalidInput', { field: 'work.skills', detail: `${unknown} is not in the configuration` });
  }
  return {
    'staff.list': { kind: 'query', run: () => ok(accounts.list()) },
    'staff.workOptions': { kind: 'query', run: () => ok(workOptions) },
    'staff.add': {
      kind: 'effect',
      async run({ loginName, name, role, passphrase, work }, context) {
        const unknown = unknownIn(work);
        if (unknown) return unknown;
        if (!isStrongPassphrase(passphrase)) return fail('passphraseTooWeak', { field: 'passphrase' });
        const hash = await hashPassphrase(passphrase);
        return store.atomically(() => {
          if (accounts.byLoginName(loginName)) return fail('loginNameTaken', { field: 'loginName' });
          const staff = {
            staffId: deps.ids.uuid(),
            loginName,
            name,
            role,
            active: true,
            ...(work && { work }),
          };
          accounts.add(staff, hash, context.at);
          if (work) accounts.setWork(staff.staffId, work);
          context.audit('staff.add', 'staff', staff.staffId, `${role}${workText(work)}`);
          return ok(staff);
        });
      },
    },
    'staff.change': {
      kind: 'effect',
      async run({ staffId, role, active, passphrase, work }, context) {
        const unknown = unknownIn(work);
        if (unknown) return unknown;
        if (passphrase !== undefined && !isStrongPassphrase(passphrase))
          return fail('passphraseTooWeak', { field: 'passphrase' });
        const hash = passphrase === undefined ? undefined : await hashPassphrase(passphrase);
        return store.atomically(() => {
          const before = accounts.byId(staffId);
          if (!before) return fail('notFound');
          const losesAdministrator =
            before.role === 'administrator' && before.active && (role !== 'administrator' || !active);
          if (losesAdministrator && accounts.activeAdministrators() === 1) return fail('lastAdministrator');
          accounts.change(staffId, role, active);
          if (hash) accounts.setPassphrase(staffId, hash);
          if (work) accounts.setWork(staffId, work);
          context.audit(
            'staff.change',
            'staff',
            staffId,
            `${role}${active ? '' : ', inactive'}${hash ? ', new passphrase' : ''}${workText(work)}`,
          );
          const itself = staffOf(context).staffId === staffId;
          if (!itself) store.afterCommit(() => presence.leaveAll(staffId));
          return ok({ ...before, role, active, ...(work && { work }) });
        });
      },
    },
    'session.changePassphrase': {
      kind: 'effect',
      async run({ current, next }, context) {
        const staff = staffOf(context);
        const checked = await deps.login.check(staff.loginName, current);
        if (!checked.ok) return checked;
        if (!isStrongPassphrase(next)) return fail('passphraseTooWeak', { field: 'next' });
        const hash = await hashPassphrase(next);
        store.atomically(() => {
          accounts.setPassphrase(staff.staffId, hash);
          context.audit('session.changePassphrase', 'staff', staff.staffId);
        });
        return ok({ done: true });
      },
    },
  };
}

/** What was set of somebody's work, for the audit log. */
function workText(work: StaffWork | undefined): string {
  if (!work) return '';
  const skills = work.skills === null ? 'every skill' : `skills ${work.skills.join(' ') || 'none'}`;
  return `, profile ${work.profile ?? 'of the counter'}, ${skills}`;
}
