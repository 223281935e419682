import { checkServerIdentity } from 'node:tls';
import pg from 'pg';
import type { Clock, Log } from '../../ports.ts';
import { HallAway } from '../hall-away.ts';
import { migrate, NewerHallError } from './migrations.ts';

/** The database of the hall, as the configuration names it. */
export interface HallServer {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string | undefined;
  /** PEM of the authority that signed the server's certificate; null: in the clear, to this PC alone. */
  readonly ca: string | null;
}

/** A statement with bound values; one with a name is prepared once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Run = <Row extends pg.QueryResultRow>(statement: Statement) => Promise<readonly Row[]>;

/** `newer`: a newer Waarmee changed the tables; this one may not write there. */
export type HallLink =
  | { readonly kind: 'connected' }
  | { readonly kind: 'away'; readonly since: Date; readonly why: 'unreachable' | 'refused' | 'newer' };

export interface HallDatabase {
  /** One statement. Throws HallAway at once when the database is away, and within two seconds when it hangs. */
  readonly run: Run;
  /** All of `work` or nothing; no other statement of this workstation comes in between. Throws as `run` does. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** The same with statements that each stand by themselves. */
  inTurn<T>(work: (run: Run) => Promise<T>): Promise<T>;
  link(): HallLink;
  /** The answer stops listening. */
  onLink(listener: () => void): () => void;
  /** The time of the server: while connected whatever the clock of this PC is set to, while away by that and how far it was off. */
  now(): Date;
  stop(): Promise<void>;
}

/**
 * The server could not do it now and undid all of it: somebody held a lock too long (55P03), two stood in each other's way
 * (class 40), or it had no room (class 53). The same can be asked again (PostgreSQL manual, appendix A).
 */
export function isPassing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(55P03$|40|53)/.test(error.code ?? '');
}

/** All of `work` or nothing. */
export async function inTransaction<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  await run({ text: 'BEGIN', values: [] });
  try {
    const answer = await work(run);
    await run({ text: 'COMMIT', values: [] });
    return answer;
  } catch (error) {
    if (!(error instanceof HallAway)) await run({ text: 'ROLLBACK', values: [] });
    throw error;
  }
}

/** Every question has this long; with the sign of life each second, a server that hangs is noticed within five. */
const DEADLINE_MS = 2_000;
const HEARTBEAT_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5_000;

/** How to reach the hall; over TLS when an authority is named. */
export function reach({ host, port, database, user, password, ca }: HallServer): pg.ClientConfig {
  return {
    host,
    port,
    database,
    user,
    ...(password !== undefined && { password }),
    // Like libpq's verify-full: the certificate has to be for the host of the configuration, also when that is an address.
    ssl: ca !== null && {
      ca,
      rejectUnauthorized: true,
      checkServerIdentity: (_, cert) => checkServerIdentity(host, cert),
    },
    connectionTimeoutMillis: DEADLINE_MS,
    keepAlive: true,
    application_name: 'waarmee',
  };
}

/**
 * Keeps one connection to the hall: reconnects by itself, brings the tables up to date, listens to `channel`.
 * `connected` runs after every connect, before anybody else; `heard` for every notification.
 */
export function keepHallDatabase(deps: {
  readonly server: HallServer;
  readonly clock: Clock;
  readonly log: Log;
  readonly channel: string;
  readonly connected: (run: Run) => Promise<void>;
  readonly heard: (payload: string) => void;
}): HallDatabase {
  const { server, clock, log } = deps;
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let link: HallLink = { kind: 'away', since: clock.now(), why: 'unreachable' };
  /** The time of the server when the count of `performance`, which nobody sets, was 0; in milliseconds since 1970. */
  let origin = 0;
  /** What the clock of the server was last ahead of ours, in milliseconds. */
  let offset = 0;
  let failures = 0;
  let stopped = false;
  let cancelTimer = () => {};
  /** Statements and transactions one after the other: a statement never lands inside somebody's transaction. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  const tell = (next: HallLink): void => {
    const same =
      next.kind === link.kind && (next.kind === 'connected' || link.kind !== 'away' || next.why === link.why);
    link = next.kind === 'away' && link.kind === 'away' ? { ...next, since: link.since } : next;
    if (same) return;
    if (link.kind === 'connected') log.info('hall.connected', { offsetMs: offset });
    else log.warn('hall.away', { why: link.why });
    for (const listener of listeners) listener();
  };

  const reasonOf = (error: unknown): Extract<HallLink, { kind: 'away' }>['why'] => {
    if (error instanceof NewerHallError) return 'newer';
    return error instanceof pg.DatabaseError ? 'refused' : 'unreachable';
  };

  /** The connection is of no use any more. */
  function lost(which: pg.Client, error: unknown): void {
    if (which !== client) return;
    client = null;
    cancelTimer();
    // With a question under way this closes the socket, so that a server that hangs keeps nobody.
    which.end().catch(() => undefined);
    tell({ kind: 'away', since: clock.now(), why: reasonOf(error) });
    if (stopped) return;
    const backOff = Math.min(LONGEST_BACK_OFF_MS, 250 * 2 ** failures);
    failures += 1;
    cancelTimer = clock.after(backOff * (0.5 + Math.random() / 2), connect);
  }

  /** Runs on one connection; an answer that is not an error of the statement itself ends the connection. */
  const runOn =
    (which: pg.Client): Run =>
    async ({ name, text, values }) => {
      try {
        return (await which.query({ ...(name !== undefined && { name }), text, values: [...values] })).rows;
      } catch (error) {
        // Class 57: the server is being stopped. Everything else that it says is about the statement.
        if (error instanceof pg.DatabaseError && !error.code?.startsWith('57')) throw error;
        lost(which, error);
        throw new HallAway('the database of the hall does not answer', { cause: error });
      }
    };

  function connect(): void {
    const mine = new pg.Client({
      ...reach(server),
      query_timeout: DEADLINE_MS,
      // A workstation that hangs must not hold a visitor: the server lets go of its locks by itself.
      lock_timeout: 1_500,
      idle_in_transaction_session_timeout: 5_000,
    });
    client = mine;
    mine.on('error', (error) => lost(mine, error));
    mine.on('end', () => lost(mine, new Error('the connection was closed')));
    mine.on('notification', ({ payload }) => deps.heard(payload ?? ''));
    turn = open(mine).catch((error: unknown) => lost(mine, error));
  }

  async function open(mine: pg.Client): Promise<void> {
    await mine.connect();
    const run = runOn(mine);
    await migrate(run);
    await run({ text: `LISTEN ${pg.escapeIdentifier(deps.channel)}`, values: [] });
    await readClock(run);
    await deps.connected(run);
    if (mine !== client) return;
    failures = 0;
    tell({ kind: 'connected' });
    cancelTimer = clock.after(HEARTBEAT_MS, () => beat(mine));
  }

  /** The server is taken to have looked at its clock halfway between question and answer. */
  async function readClock(run: Run): Promise<void> {
    const asked = performance.now();
    const [row] = await run<{ ms: number }>({
      name: 'hall_clock',
      text: 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
      values: [],
    });
    const answered = performance.now();
    if (!row) throw new Error('the server has no clock');
    origin = row.ms - (asked + answered) / 2;
    offset = Math.round(origin + answered - clock.now().getTime());
  }

  /** A sign of life, and the clock of the server for the next second. */
  function beat(mine: pg.Client): void {
    inTurn(() => readClock(runOn(mine))).then(
      () => {
        if (mine === client) cancelTimer = clock.after(HEARTBEAT_MS, () => beat(mine));
      },
      (error: unknown) => lost(mine, error),
    );
  }

  function onConnection<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return inTurn(() => {
      const mine = client;
      if (mine === null || link.kind !== 'connected') throw new HallAway('the database of the hall is away');
      return work(runOn(mine));
    });
  }

  connect();
  return {
    run: (statement) => onConnection((run) => run(statement)),
    transaction: (work) => onConnection((run) => inTransaction(run, work)),
    inTurn: onConnection,
    link: () => link,
    onLink(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () =>
      new Date(link.kind === 'connected' ? origin + performance.now() : clock.now().getTime() + offset),
    async stop() {
      stopped = true;
      cancelTimer();
      listeners.clear();
      const mine = client;
      client = null;
      link = { kind: 'away', since: clock.now(), why: 'unreachable' };
      // At most one deadline: what was asked is answered or given up.
      await turn;
      await Promise.race([
        mine?.end().catch(() => undefined),
        new Promise((done) => setTimeout(done, 500).unref()),
      ]);
    },
  };
}
