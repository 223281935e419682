import { expect, test } from 'vitest';
import type { Run } from '../../../../electron/core/hall/postgres/hall-database.ts';
import { createMirror, type Mirrored } from '../../../../electron/core/hall/postgres/mirror.ts';
import { foldTicket } from '../../../../electron/core/hall/ticket-fold.ts';
import { NO_ISSUE } from '../../../../electron/core/hall/hall-event.ts';

const AT = '2026-11-23T09:00:00.000Z';
const WHERE = { location: 'loket', day: '2026-11-23', now: new Date(AT) };

/** A ticket that waits since event `seq`, and was called with event `called`. */
function ticket(ticketId: string, seq: number, called?: number): Mirrored {
  const about = { ticketId, day: WHERE.day, reason: null, wish: null, undoes: null, at: AT };
  const group = { group: 'A', ordinal: seq, origin: 'dispenser' } as const;
  const issued = { ...NO_ISSUE, ...about, ...group, seq, eventId: `e${seq}`, kind: 'issued', counter: null };
  const call = { ...NO_ISSUE, ...about, seq: called ?? 0, eventId: `e${called}`, kind: 'called', counter: 1 };
  const events = called === undefined ? [issued] : [issued, call];
  return {
    facts: foldTicket(events as Parameters<typeof foldTicket>[0]),
    at: AT,
    version: called ?? seq,
  };
}

/** A database that answers with `rows` after `meanwhile` happened. */
const answering = (rows: readonly Mirrored[], meanwhile: () => void): Run =>
  (() => {
    meanwhile();
    return Promise.resolve(rows);
  }) as Run;

test('a call that is heard during a reading stays, also when a later event of another ticket was known', async () => {
  let changes = 0;
  const mirror = createMirror(() => {
    changes += 1;
  });
  const rows = [ticket('a', 1), ticket('b', 2, 4)];
  await mirror.read(
    answering(rows, () => undefined),
    WHERE,
  );
  const before = changes;
  // Its event got number 3 before the call of the other got 4, and was committed after it.
  const heard = ticket('a', 1, 3);
  await mirror.read(
    answering(rows, () => mirror.hear(JSON.stringify(heard))),
    WHERE,
  );
  expect(mirror.get('a')).toEqual(heard);
  expect(changes).toBe(before + 1);
});

test('what a reading knows better than what is heard meanwhile goes before it', async () => {
  const mirror = createMirror(() => undefined);
  const row = ticket('a', 1, 3);
  await mirror.read(
    answering([row], () => mirror.put(ticket('a', 1))),
    WHERE,
  );
  expect(mirror.get('a')).toEqual(row);
});

test('a ticket that is neither read nor heard is known no more, and a reading that fails changes nothing', async () => {
  const mirror = createMirror(() => undefined);
  mirror.put(ticket('a', 1));
  await expect(mirror.read(() => Promise.reject(new Error('away')), WHERE)).rejects.toThrow('away');
  expect(mirror.tickets()).toHaveLength(1);
  await mirror.read(
    answering([], () => undefined),
    WHERE,
  );
  expect(mirror.tickets()).toEqual([]);
});
