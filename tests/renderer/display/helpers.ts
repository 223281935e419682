import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EventStream } from '../../../renderer/display/feed.ts';
import type { Timers } from '../../../renderer/display/timers.ts';
import type { BoardSnapshot } from '../../../shared/contract/hall.ts';

/** Time that a test moves. */
export interface TestTimers extends Timers {
  advance(ms: number): void;
}

/** Timers at zero. */
export function createTestTimers(): TestTimers {
  let elapsed = 0;
  const waiting = new Set<{ readonly due: number; readonly run: () => void }>();
  return {
    elapsed: () => elapsed,
    after(ms, run) {
      const timer = { due: elapsed + ms, run };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    advance(ms) {
      const end = elapsed + ms;
      for (;;) {
        const next = [...waiting].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        waiting.delete(next);
        elapsed = next.due;
        next.run();
      }
      elapsed = end;
    },
  };
}

/** An event stream that a test speaks through. */
export interface TestStream extends EventStream {
  say(type: string, data?: string): void;
  readonly closed: () => boolean;
}

/** A stream that is open. */
export function createTestStream(): TestStream {
  const listeners = new Map<string, ((event: { readonly data?: unknown }) => void)[]>();
  let closed = false;
  return {
    addEventListener: (type, listener) =>
      void listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    close: () => {
      closed = true;
    },
    closed: () => closed,
    say: (type, data) => {
      for (const listener of listeners.get(type) ?? []) listener({ data });
    },
  };
}

/** Nine o'clock UTC, ten in Amsterdam. */
export const START = '2026-11-23T09:00:00.000Z';

/** A called number, `secondsAgo` before START. */
export function call(
  callId: string,
  number: string,
  counter: number,
  secondsAgo = 0,
): BoardSnapshot['called'][number] {
  return { callId, number, counter, at: new Date(Date.parse(START) - secondsAgo * 1000).toISOString() };
}

/** A board of a hall with nobody in it, with changes. */
export function board(changes: Partial<BoardSnapshot> = {}): BoardSnapshot {
  return {
    revision: 1,
    now: START,
    municipality: 'Gemeente Oefenstad',
    location: 'Hal',
    languages: ['nl'],
    gong: true,
    speech: true,
    called: [],
    recent: [],
    waiting: [],
    ...changes,
  };
}

/** Puts the body of display.html into the page. */
export function loadPage(page: Document): void {
  const html = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/display.html'), 'utf8');
  page.body.innerHTML = /<body>(.*)<\/body>/s.exec(html)?.[1]?.replace(/<script.*<\/script>/s, '') ?? '';
}

/** A group of the board with these numbers waiting. */
export function waitingGroup(
  name: string,
  numbers: string[],
  expected: BoardSnapshot['waiting'][number]['expected'] = null,
): BoardSnapshot['waiting'][number] {
  return { letter: name.slice(0, 1), name, count: numbers.length, numbers, expected };
}
