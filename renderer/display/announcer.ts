import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import type { Timers } from './timers.ts';

export type Call = BoardSnapshot['called'][number];

/** A call that nobody waits behind has the screen for itself twice as long, and is sounded again halfway. */
const ALONE = 2;
/** While the voice still speaks the next call waits, but not longer than so many times the dwell. */
const PATIENCE = 3;
const LOOK_AGAIN_MS = 250;
/** A call that is older when this display first hears of it is shown, but no longer announced. */
const FRESH_MS = 30_000;

export interface AnnouncerDeps {
  readonly timers: Timers;
  /** How long a call has the screen for itself when others wait behind it, in milliseconds. */
  readonly dwellMs: () => number;
  /** The call on the screen changed; null: none is being announced. */
  readonly show: (call: Call | null) => void;
  /** Gong and voice; called again for the repeat. Ends earlier sounds. */
  readonly sound: (call: Call) => void;
  /** True while a voice speaks. */
  readonly speaking: () => boolean;
  readonly silence: () => void;
}

export interface Announcer {
  /** What is called now, newest first, with the server's time in milliseconds. */
  update(called: readonly Call[], serverNow: number): void;
  /** Forgets what is queued and is silent, such as when the connection is lost. */
  hush(): void;
}

/** Announces each call once, one after the other, oldest first; a call that is taken back goes at once. */
export function createAnnouncer({
  timers,
  dwellMs,
  show,
  sound,
  speaking,
  silence,
}: AnnouncerDeps): Announcer {
  /** What was called lately, with when: also of who left the screen, and may come back to it when that is taken back. */
  let seen = new Map<string, number>();
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
      timers.after(dwellMs(), () => (queue.length > 0 ? nextWhenSaid() : sound(call))),
      timers.after(ALONE * dwellMs(), nextWhenSaid),
    ];
  }

  function nextWhenSaid(): void {
    const patient = timers.elapsed() - startedAt < PATIENCE * dwellMs();
    if (speaking() && patient) cancelTimers = [...cancelTimers, timers.after(LOOK_AGAIN_MS, nextWhenSaid)];
    else next();
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
      const isFresh = (at: number): boolean => serverNow - at <= FRESH_MS;
      const fresh = called.filter((call) => !seen.has(call.callId) && isFresh(Date.parse(call.at)));
      for (const { callId, at } of called) seen.set(callId, Date.parse(at));
      seen = new Map([...seen].filter(([callId, at]) => ids.has(callId) || isFresh(at)));
      queue = [...queue.filter(({ callId }) => ids.has(callId)), ...fresh.reverse()];
      if (current && !ids.has(current.callId)) {
        silence();
        next();
      } else if (queue.length > 0) {
        if (!current) next();
        else if (timers.elapsed() - startedAt >= dwellMs()) nextWhenSaid();
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
