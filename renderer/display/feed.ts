import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import { toRecord, toSnapshot } from './snapshot.ts';
import type { Timers } from './timers.ts';

/** Without a sign of life for this long the connection counts as lost; the server beats every five seconds. */
const LOST_MS = 10_000;
const RECONNECT_MS = [1000, 2000, 5000, 10_000] as const;

/** The part of EventSource that is used; replaced in tests. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface FeedDeps {
  readonly open: () => EventStream;
  readonly timers: Timers;
  readonly onSnapshot: (snapshot: BoardSnapshot) => void;
  /** Server time, in milliseconds since 1970, at this moment. */
  readonly onTime: (serverNow: number) => void;
  /** The version of the page that the server has now. */
  readonly onVersion: (version: string) => void;
  /** The id under which this display reports itself. */
  readonly onIdentity: (displayId: string) => void;
  /** The settings of the profile that was asked for; null when the server does not know it. */
  readonly onProfile: (profile: Readonly<Record<string, unknown>> | null) => void;
  readonly onReload: () => void;
  /** Lost, or found again. */
  readonly onConnection: (connected: boolean) => void;
}

/** Follows the board for as long as the page is open, and connects again by itself. */
export function startFeed(deps: FeedDeps): void {
  const { open, timers, onSnapshot, onTime, onConnection } = deps;
  let stream: EventStream | undefined;
  let attempt = 0;
  let connected: boolean | undefined;
  let cancelLost: () => void = () => undefined;
  let cancelSilence: () => void = () => undefined;
  let cancelRetry: () => void = () => undefined;

  function setConnected(value: boolean): void {
    if (connected === value) return;
    connected = value;
    onConnection(value);
  }

  /** Since the last sign of life, whatever was tried meanwhile. */
  function watchConnection(): void {
    cancelLost();
    cancelLost = timers.after(LOST_MS, () => setConnected(false));
  }

  /** Each stream gets this long for its own sign of life: one that was just opened is never the silent one. */
  function watchStream(): void {
    cancelSilence();
    cancelSilence = timers.after(LOST_MS, reconnect);
  }

  function alive(): void {
    attempt = 0;
    watchConnection();
    watchStream();
    setConnected(true);
  }

  function reconnect(): void {
    stream?.close();
    stream = undefined;
    cancelSilence();
    cancelRetry();
    cancelRetry = timers.after(RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)] ?? LOST_MS, connect);
    attempt += 1;
  }

  function connect(): void {
    const mine = open();
    stream = mine;
    watchStream();
    const listen = (type: string, hear: (data: string) => void): void =>
      mine.addEventListener(type, ({ data }) => {
        if (stream === mine && typeof data === 'string') hear(data);
      });
    listen('beat', (data) => {
      const now = Date.parse(data);
      if (!Number.isNaN(now)) onTime(now);
      alive();
    });
    listen('version', deps.onVersion);
    listen('you', deps.onIdentity);
    listen('reload', deps.onReload);
    listen('profile', (data) => deps.onProfile(toRecord(data)));
    listen('board', (data) => {
      const snapshot = toSnapshot(data);
      // A snapshot that can't be read leaves the last good one standing.
      if (snapshot) onSnapshot(snapshot);
    });
    mine.addEventListener('error', () => {
      if (stream === mine) reconnect();
    });
  }

  watchConnection();
  connect();
}
