import type { CounterState, WorkAt } from '../../../shared/contract/overview.ts';
import { counterActivity, isQuiet } from '../../../shared/domain/hall-activity.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import { type Assignments, type DayClose, orAway, type Team, type TeamSeat } from '../hall/index.ts';
import { type Handlers, staffOf } from '../handlers.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Seats } from '../session/index.ts';

type OverviewCalls =
  | 'overview.counters'
  | 'overview.logOut'
  | 'overview.profiles'
  | 'overview.assign'
  | 'overview.leftOver'
  | 'overview.closeDay';

/** The counters for the team lead, from what happened at them today and who is logged in. */
export function overviewHandlers(deps: {
  readonly clock: Clock;
  readonly engine: Pick<HallEngine, 'historyToday' | 'current'>;
  readonly seats: Seats;
  /** Left out or null: there are no colleagues at other workstations. */
  readonly team?: Pick<Team, 'seats' | 'logOut'> | null;
  readonly assignments: Assignments;
  /** By which profile a counter of this workstation calls. */
  readonly workAt: (counter: number) => WorkAt | undefined;
  readonly dayClose: Pick<DayClose, 'leftOver' | 'closeToday'>;
  readonly config: Pick<Config, 'hall' | 'location'>;
}): Handlers<OverviewCalls> {
  const { clock, engine, seats, team, assignments, workAt, dayClose } = deps;
  const { profiles } = deps.config.hall;
  const here = (): TeamSeat[] =>
    seats
      .list()
      .map(({ counter, staff: { name }, locked }) => ({ counter, name, locked, work: workAt(counter) }));

  /** What a team lead decided counts at once; else a counter is believed that says what counts there. */
  function workOf(decided: string | null | undefined, seat: TeamSeat | undefined): WorkAt | null {
    const profile = profiles.find(({ id }) => id === decided);
    if (profile) return { profile: { id: profile.id, name: profile.name }, decidedBy: 'teamlead' };
    return seat?.work ?? null;
  }

  async function states(): Promise<CounterState[]> {
    const now = clock.now();
    const activity = new Map(counterActivity(await engine.historyToday()).map((at) => [at.counter, at]));
    const seated = new Map([...(team?.seats() ?? []), ...here()].map((seat) => [seat.counter, seat]));
    const assigned = assignments.list();
    const counters = [...new Set([...activity.keys(), ...seated.keys(), ...assigned.keys()])].toSorted(
      (a, b) => a - b,
    );
    return Promise.all(
      counters.map(async (counter): Promise<CounterState> => {
        const [at, seat] = [activity.get(counter), seated.get(counter)];
        const current = await engine.current(counter);
        const isAtWork = seat !== undefined && !seat.locked;
        return {
          counter,
          staff: seat?.name ?? null,
          isLocked: seat?.locked ?? false,
          state: current ? 'helping' : isAtWork || (at && !isQuiet(at, now)) ? 'free' : 'quiet',
          since: (current && at?.helpingSince) ?? at?.lastActAt ?? null,
          number: current && current.origin !== 'walkIn' ? current.number : null,
          isOpen: assigned.get(counter)?.isOpen ?? true,
          profile: assigned.get(counter)?.profile ?? null,
          work: workOf(assigned.get(counter)?.profile, seat),
        };
      }),
    );
  }

  return {
    'overview.counters': { kind: 'query', run: () => orAway(async () => ok(await states())) },
    'overview.profiles': { kind: 'query', run: () => ok(profiles.map(({ id, name }) => ({ id, name }))) },
    'overview.assign': {
      kind: 'effect',
      run: async ({ counter, isOpen, profile }, context) => {
        if (profile !== null && !profiles.some(({ id }) => id === profile))
          return fail('invalidInput', { field: 'profile', detail: 'not in the configuration' });
        if (!(await assignments.set(counter, { isOpen, profile }))) return fail('hallUnavailable');
        const detail = `${isOpen ? 'open' : 'closed'} ${profile ?? ''}`.trim();
        context.audit('hall.assigned', 'counter', `balie ${counter}`, detail);
        return ok({ done: true });
      },
    },
    'overview.leftOver': { kind: 'query', run: () => orAway(async () => ok(await dayClose.leftOver())) },
    'overview.closeDay': {
      kind: 'effect',
      run: (_, context) =>
        orAway(async () => {
          const closed = await dayClose.closeToday(staffOf(context).staffId);
          context.audit('hall.dayClosed', 'location', deps.config.location.id, String(closed));
          return ok({ closed });
        }),
    },
    'overview.logOut': {
      kind: 'effect',
      run: async ({ counter }, context) => {
        if (counter === context.caller.counter)
          return fail('invalidInput', { field: 'counter', detail: 'your own counter' });
        const left = seats.leaveCounter(counter);
        if (left.length === 0) {
          const elsewhere = await team?.logOut(counter);
          if (!elsewhere) return fail('notFound', { field: 'counter', detail: 'nobody logged in' });
          if (!elsewhere.ok) return elsewhere;
          context.audit('session.loggedOut', 'session', `balie ${counter}`, elsewhere.value.name);
          return ok({ done: true });
        }
        for (const { loginName } of left)
          context.audit('session.loggedOut', 'session', `balie ${counter}`, loginName);
        return ok({ done: true });
      },
    },
  };
}
