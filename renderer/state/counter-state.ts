import type { CallOutput } from '../../shared/contract/index.ts';
import type { Loaded } from './resource.ts';
import type { Notice } from './notices.ts';

/** `starting`: not connected yet; `lost`: it was, and is being restored. */
export type Connection = 'starting' | 'connected' | 'lost';

/** The server state that the window shows, by the name under which it is kept. */
export interface ServerState {
  readonly session: CallOutput<'session.state'>;
  readonly queue: CallOutput<'hall.queue'>;
  readonly visit: CallOutput<'visits.current'>;
  readonly payments: CallOutput<'payments.current'>;
  readonly finished: CallOutput<'visits.finished'>;
  readonly devices: CallOutput<'devices.list'>;
  readonly sync: CallOutput<'sync.status'>;
  readonly practice: CallOutput<'practice.state'>;
  readonly signing: CallOutput<'transactions.signing'>;
}

export type ServerPart = keyof ServerState;

export type CounterState = { readonly [P in ServerPart]: Loaded<ServerState[P]> } & {
  readonly connection: Connection;
  readonly notices: readonly Notice[];
  /** Names of the commands under way. */
  readonly busy: ReadonlySet<string>;
  /** Application clock minus window clock, in milliseconds. */
  readonly clockOffsetMs: number;
};

const EMPTY = { value: undefined, error: undefined };

/** The window before anything was fetched. */
export const INITIAL_STATE: CounterState = {
  session: EMPTY,
  queue: EMPTY,
  visit: EMPTY,
  payments: EMPTY,
  finished: EMPTY,
  devices: EMPTY,
  sync: EMPTY,
  practice: EMPTY,
  signing: EMPTY,
  connection: 'starting',
  notices: [],
  busy: new Set(),
  clockOffsetMs: 0,
};
