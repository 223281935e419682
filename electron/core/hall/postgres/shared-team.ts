import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Alarm } from '../../../../shared/contract/alarms.ts';
import { GroupLacks } from '../../../../shared/contract/hall.ts';
import { WorkAt } from '../../../../shared/contract/overview.ts';
import { fail, ok } from '../../../../shared/lib/result.ts';
import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import type { Clock, Displays } from '../../ports.ts';
import { asMap, type Assignment } from '../assignments.ts';
import { createAlarmBook, type Team, type TeamSeat } from '../team.ts';
import type { HallDatabase, Run } from './hall-database.ts';
import { createSharedDisplays } from './shared-displays.ts';
import { createSharedReady } from './shared-ready.ts';

/** What tells the others to read the team anew; a ticket is told as JSON. */
export const TEAM_CHANGED = 'team';

const HEARTBEAT_MS = 20_000;
const LOG_OUT_WITHIN_MS = 4_000;

/** What a newer workstation says of a seat, and this one does not know, is left out. */
const Seats = z.array(
  z.object({
    counter: z.int(),
    name: z.string(),
    locked: z.boolean(),
    lacks: z.array(GroupLacks).optional().catch(undefined),
    work: WorkAt.optional().catch(undefined),
  }),
);
const SEATS = `SELECT workstation, seats FROM hall_workstation WHERE location = $1 AND workstation <> $2 AND seen > now() - interval '1 minute'`;

interface SharedTeamDeps {
  readonly database: Pick<HallDatabase, 'inTurn' | 'transaction' | 'link'>;
  readonly clock: Clock;
  readonly location: string;
  readonly workstation: string;
  readonly channel: string;
  readonly newId: () => string;
  /** Ends the sessions at a counter of this workstation, because a team lead elsewhere asks it. */
  readonly logOutHere: (counter: number) => void;
  /** The displays that follow this workstation. */
  readonly displaysHere: Pick<Displays, 'list' | 'refresh'>;
}

/**
 * The team of a location by way of the database: every workstation keeps a row with who sits there and renews it three
 * times a minute, alarms are rows that all see, and a log-out is an order that its workstation takes away and carries out.
 * Word that something is ready stays, for who is off now. The displays go along with the seats.
 */
export function createSharedTeam(deps: SharedTeamDeps) {
  const { database, clock, location, workstation, channel, newId } = deps;
  const listeners = new Set<() => void>();
  const alarms = createAlarmBook();
  let here: readonly TeamSeat[] = [];
  let elsewhere: readonly { readonly workstation: string; readonly seats: readonly TeamSeat[] }[] = [];
  let assignments: ReadonlyMap<number, Assignment> = new Map();
  const today = () => amsterdamDay(clock.now());
  /** Alarms that were raised here while nobody could be told. */
  const untold = new Set<string>();
  /** Those that were ended here meanwhile. */
  const ended = new Set<string>();

  const isThere = () => database.link().kind === 'connected';
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const tell = (run: Run) =>
    run({ name: 'team_tell', text: 'SELECT pg_notify($1, $2)', values: [channel, TEAM_CHANGED] });

  const putSeats = (run: Run) =>
    run({
      name: 'team_seats',
      text: `INSERT INTO hall_workstation (location, workstation, seats, displays) VALUES ($1, $2, $3, $4)
        ON CONFLICT (location, workstation) DO UPDATE SET seats = excluded.seats, displays = excluded.displays, seen = now()`,
      values: [location, workstation, JSON.stringify(here), JSON.stringify(deps.displaysHere.list())],
    });

  /** Somebody who presses twice, or at two workstations, has one alarm for his counter. */
  const putAlarm = (run: Run, alarm: Alarm) =>
    run({
      name: 'team_alarm',
      text: `INSERT INTO hall_alarm (alarm_id, location, counter, alarm) VALUES ($1, $2, $3, $4)
        ON CONFLICT (location, counter) DO UPDATE SET alarm_id = excluded.alarm_id, alarm = excluded.alarm, at = now()`,
      values: [alarm.alarmId, location, alarm.counter, JSON.stringify(alarm)],
    });

  const removeAlarm = (run: Run, alarmId: string) =>
    run({ name: 'team_alarm_ended', text: 'DELETE FROM hall_alarm WHERE alarm_id = $1', values: [alarmId] });

  async function read(run: Run): Promise<void> {
    const orders = await run<{ counter: number; fresh: boolean }>({
      name: 'team_orders',
      text: `DELETE FROM hall_log_out WHERE location = $1 AND workstation = $2 RETURNING counter, at > now() - interval '10 seconds' AS fresh`,
      values: [location, workstation],
    });
    const seats = await run<{ workstation: string; seats: unknown }>({
      name: 'team_read_seats',
      text: SEATS,
      values: [location, workstation],
    });
    const rows = await run<{ alarm: unknown }>({
      name: 'team_read_alarms',
      text: `SELECT alarm FROM hall_alarm WHERE location = $1 AND at > now() - interval '1 hour' ORDER BY at`,
      values: [location],
    });
    const before = [elsewhere, alarms.list(), assignments];
    assignments = asMap(
      await run<Assignment & { counter: number }>({
        name: 'team_assignments',
        text: 'SELECT counter, is_open AS "isOpen", profile FROM hall_assignment WHERE location = $1 AND day = $2',
        values: [location, today()],
      }),
    );
    elsewhere = seats.flatMap((row) => {
      const known = Seats.safeParse(row.seats);
      return known.success ? [{ workstation: row.workstation, seats: known.data }] : [];
    });
    const mine = alarms.list().filter(({ alarmId }) => untold.has(alarmId));
    const known = rows.flatMap(({ alarm }) => {
      const parsed = Alarm.safeParse(alarm);
      return parsed.success && !ended.has(parsed.data.alarmId) ? [parsed.data] : [];
    });
    alarms.replace([...known, ...mine]);
    for (const { counter, fresh } of orders) if (fresh) deps.logOutHere(counter);
    if (!isDeepStrictEqual(before, [elsewhere, alarms.list(), assignments])) changed();
    await word.read(run);
    await displays.read(run);
  }

  /** Carries it out when the database is there; false when it is away or did not take it. */
  async function share(work: (run: Run) => Promise<unknown>): Promise<boolean> {
    if (!isThere()) return false;
    try {
      await database.transaction(async (run) => {
        await work(run);
        await tell(run);
      });
      return true;
    } catch {
      return false;
    }
  }
  const word = createSharedReady(share);
  const displays = createSharedDisplays({ ...deps, here: deps.displaysHere, share });
  const lookSoon = (): void => {
    if (isThere()) database.inTurn(read).catch(() => undefined);
  };

  async function beat(run: Run): Promise<void> {
    await putSeats(run);
    await read(run);
  }
  let cancel = () => {};
  function beatLater(): void {
    cancel = clock.after(HEARTBEAT_MS, () => {
      if (isThere()) database.inTurn(beat).catch(() => undefined);
      beatLater();
    });
  }
  beatLater();

  const team: Team = {
    seats: () => elsewhere.flatMap(({ seats }) => seats),
    announce(seats) {
      if (isDeepStrictEqual(seats, here)) return;
      here = seats;
      void share(putSeats);
    },
    async logOut(counter) {
      const there = elsewhere.find(({ seats }) => seats.some((seat) => seat.counter === counter));
      const seat = there?.seats.find((one) => one.counter === counter);
      if (!there || !seat) return fail('notFound', { field: 'counter', detail: 'nobody logged in' });
      const orderId = newId();
      const asked = await share((run) =>
        run({
          text: 'INSERT INTO hall_log_out (order_id, location, workstation, counter) VALUES ($1, $2, $3, $4)',
          values: [orderId, location, there.workstation, counter],
        }),
      );
      if (!asked) return fail('hallUnavailable');
      const isGone = () => !team.seats().some((one) => one.counter === counter);
      if (await cameTrue(isGone, team.onChange, clock)) return ok(seat);
      // Nobody is logged out later, when he may be helping somebody again.
      await share((run) => run({ text: 'DELETE FROM hall_log_out WHERE order_id = $1', values: [orderId] }));
      return fail('hallUnavailable', { field: 'counter', detail: 'that workstation does not answer' });
    },
    assignments: {
      of: (counter) => assignments.get(counter),
      list: () => assignments,
      async set(counter, { isOpen, profile }) {
        const told = await share((run) =>
          run({
            text: `INSERT INTO hall_assignment (location, counter, day, is_open, profile) VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (location, counter) DO UPDATE SET day = excluded.day, is_open = excluded.is_open, profile = excluded.profile`,
            values: [location, counter, today(), isOpen, profile],
          }),
        );
        if (told) await database.inTurn(read).catch(() => undefined);
        return told;
      },
    },
    alarms: {
      list: alarms.list,
      async raise(alarm) {
        await alarms.raise(alarm);
        untold.add(alarm.alarmId);
        const told = await share((run) => putAlarm(run, alarm));
        if (told) untold.delete(alarm.alarmId);
        return told;
      },
      async coming(alarmId, who) {
        await alarms.coming(alarmId, who);
        return share((run) =>
          run({
            text: `UPDATE hall_alarm SET alarm = jsonb_set(alarm, '{coming}', alarm -> 'coming' || $2::jsonb)
              WHERE alarm_id = $1 AND NOT alarm -> 'coming' @> jsonb_build_array(jsonb_build_object('counter', $3::int))`,
            values: [alarmId, JSON.stringify([who]), who.counter],
          }),
        );
      },
      async end(alarmId) {
        await alarms.end(alarmId);
        untold.delete(alarmId);
        ended.add(alarmId);
        const told = await share((run) => removeAlarm(run, alarmId));
        if (told) ended.delete(alarmId);
        return told;
      },
    },
    ready: word.ready,
    displays: displays.displays,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  return {
    team,
    /** A connection was made: everything that is known here is told, and read. */
    async connected(run: Run): Promise<void> {
      await putSeats(run);
      for (const alarm of alarms.list().filter(({ alarmId }) => untold.has(alarmId))) {
        await putAlarm(run, alarm);
        untold.delete(alarm.alarmId);
      }
      for (const alarmId of ended) {
        await removeAlarm(run, alarmId);
        ended.delete(alarmId);
      }
      await tell(run);
      await read(run);
    },
    /** The connection can be used: who came in while it was being made is told too. */
    async linked(): Promise<void> {
      await share(putSeats);
    },
    heard: lookSoon,
    /** The others see at once that nobody sits here any more. */
    async stop(): Promise<void> {
      cancel();
      here = [];
      await share(putSeats);
    },
  };
}

/** Whether it came true within the time that a log-out has. */
function cameTrue(
  isTrue: () => boolean,
  onChange: (listener: () => void) => () => void,
  clock: Pick<Clock, 'after'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (answer: boolean): void => {
      cancel();
      stop();
      resolve(answer);
    };
    const cancel = clock.after(LOG_OUT_WITHIN_MS, () => end(isTrue()));
    const stop = onChange(() => {
      if (isTrue()) end(true);
    });
    if (isTrue()) end(true);
  });
}
