import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import type { Timers } from './timers.ts';

export type Call = BoardSnapshot['called'][number];

/** How long a call has the screen for itself, in milliseconds: alone, or with others waiting behind it. */
const ALONE_MS = 12_000;
const BUSY_MS = 6000;
/** When a call without others behind it is sounded a second time. */
const REPEAT_AFTER_MS = 6000;
/** A call that is older when this display first hears of it is shown, but no longer announced. */
const FRESH_MS = 30_000;

export interface AnnouncerDeps {
  readonly timers: Timers;
  /** The call on the screen changed; null: none is being announced. */
  readonly show: (call: Call | null) => void;
  /** Gong and voice; called again for the repeat. Ends earlier sounds. */
  readonly sound: (call: Call) => void;
  readonly silence: () => void;
}

export interface Announcer {
  /** What is called now, newest first, with the server's time in milliseconds. */
  update(called: readonly Call[], serverNow: number): void;
  /** Forgets what is queued and is silent, such as when the connection is lost. */
  hush(): void;
}

/** Announces each call once, one after the other, oldest first; a call that is taken back goes at once. */
export function createAnnouncer({ timers, show, sound, silence }: AnnouncerDeps): Announcer {
  let seen = new Set<string>();
  let queue: readonly Call[] = [];
  let current: Call | null = null;
  let startedAt = 0;
  let cancelTimers: readonly (() => void)[] = [];

  function start(call: Call): void {
    current = call;
    startedAt = timers.elapsed();
    show(call);
    sound(call);
    cancelTimers = [
      timers.after(BUSY_MS, () => queue.length > 0 && next()),
      timers.after(REPEAT_AFTER_MS, () => queue.length === 0 && sound(call)),
      timers.after(ALONE_MS, next),
    ];
  }

  function stop(): void {
    for (const cancel of cancelTimers) cancel();
    cancelTimers = [];
    current = null;
  }

  function next(): void {
    stop();
    const [first, ...rest] = queue;
    queue = rest;
    if (first) start(first);
    else show(null);
  }

  return {
    update(called, serverNow) {
      const ids = new Set(called.map(({ callId }) => callId));
      const fresh = called.filter(
        (call) => !seen.has(call.callId) && serverNow - Date.parse(call.at) <= FRESH_MS,
      );
      seen = ids;
      queue = [...queue.filter(({ callId }) => ids.has(callId)), ...fresh.reverse()];
      if (current && !ids.has(current.callId)) {
        silence();
        next();
      } else if (!current || (queue.length > 0 && timers.elapsed() - startedAt >= BUSY_MS)) {
        if (queue.length > 0) next();
      }
    },
    hush() {
      silence();
      queue = [];
      stop();
      show(null);
    },
  };
}
