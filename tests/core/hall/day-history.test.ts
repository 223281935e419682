import { expect, test } from 'vitest';
import { createDayHistory } from '../../../electron/core/hall/day-history.ts';
import { type HallEvent, type HallEventKind, NO_ISSUE } from '../../../electron/core/hall/hall-event.ts';
import { historyOf } from '../../../electron/core/hall/history.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

function event(seq: number, ticketId: string, kind: HallEventKind, day = MONDAY): HallEvent {
  const issue = { group: 'A', ordinal: seq, origin: 'dispenser' } as const;
  const about = { seq, eventId: `e${seq}`, ticketId, kind, day, counter: kind === 'issued' ? null : 1 };
  const none = { reason: null, wish: null, undoes: null };
  return { ...NO_ISSUE, ...(kind === 'issued' && issue), ...none, ...about, at: `${day}T09:00:00.000Z` };
}

/** Events in a database of which some are not committed yet, and how many were read each time. */
function openDay(lateMs: number) {
  const committed: HallEvent[] = [];
  const read: number[] = [];
  let ms = 0;
  let isAway = false;
  const inOrder = (day: string) =>
    committed.filter((one) => one.day === day).toSorted((a, b) => a.seq - b.seq);
  const history = createDayHistory(
    (day, after) => {
      if (isAway) throw new Error('away');
      const events = inOrder(day).filter(({ seq }) => seq > after);
      read.push(events.length);
      return events;
    },
    { lateMs, count: () => ms },
  );
  return {
    history,
    read,
    commit: (...events: HallEvent[]) => void committed.push(...events),
    whole: (day = MONDAY) => historyOf(inOrder(day)),
    later(by: number) {
      ms += by;
    },
    goAway(away: boolean) {
      isAway = away;
    },
  };
}

test('only what is new is read, and the tickets are those of the whole day', async () => {
  const { history, read, commit, whole } = openDay(0);
  commit(event(1, 'a', 'issued'), event(2, 'b', 'issued'), event(3, 'b', 'called'));
  const first = await history.of(MONDAY);
  expect(first).toEqual(whole());
  commit(event(4, 'a', 'called'), event(5, 'c', 'issued'));
  const second = await history.of(MONDAY);
  expect(second).toEqual(whole());
  // Who had nothing happen to him is the same object: what follows from it is known.
  expect(second[1]).toBe(first[1]);
  expect(await history.of(MONDAY)).toBe(second);
  expect(read).toEqual([3, 2, 0]);
});

test('an event that is committed after one with a higher number is read too, and the old ones not for ever', async () => {
  const { history, read, commit, whole, later } = openDay(60_000);
  commit(event(1, 'a', 'issued'), event(4, 'c', 'issued'));
  await history.of(MONDAY);
  later(30_000);
  commit(event(2, 'b', 'issued'), event(3, 'a', 'called'));
  expect(await history.of(MONDAY)).toEqual(whole());
  later(60_000);
  await history.of(MONDAY);
  later(60_000);
  await history.of(MONDAY);
  commit(event(5, 'c', 'called'));
  expect(await history.of(MONDAY)).toEqual(whole());
  expect(read).toEqual([2, 4, 4, 0, 1]);
});

test('another day is read anew, and so is a database that may be another one', async () => {
  const { history, read, commit, whole } = openDay(0);
  commit(event(1, 'a', 'issued'), event(2, 'a', 'called'), event(3, 'b', 'issued', TUESDAY));
  await history.of(MONDAY);
  expect(await history.of(TUESDAY)).toEqual(whole(TUESDAY));
  expect(await history.of(MONDAY)).toEqual(whole());
  history.forget();
  expect(await history.of(MONDAY)).toEqual(whole());
  expect(read).toEqual([2, 1, 2, 2]);
});

test('while nothing can be read it says so, and goes on from what it knew', async () => {
  const { history, read, commit, whole, goAway } = openDay(0);
  commit(event(1, 'a', 'issued'));
  await history.of(MONDAY);
  goAway(true);
  await expect(history.of(MONDAY)).rejects.toThrow('away');
  goAway(false);
  commit(event(2, 'a', 'called'));
  expect(await history.of(MONDAY)).toEqual(whole());
  expect(read).toEqual([1, 1]);
});

test('who asks at once reads once', async () => {
  const { history, read, commit, whole } = openDay(0);
  commit(event(1, 'a', 'issued'));
  expect(await Promise.all([history.of(MONDAY), history.of(MONDAY)])).toEqual([whole(), whole()]);
  expect(read).toEqual([1, 0]);
});
