import { because } from '../../../electron/core/sync/step.ts';
import { expect, test } from 'vitest';
import { createQueue, type Queue } from '../../../electron/core/sync/queue.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';

/** A visit with one zaak and its klantcontact in an outbox of its own. */
function open() {
  const clock = createTestClock();
  const queue = createQueue(openTestStore({ clock }), clock);
  const visit = { visitId: 'bezoek', label: 'bon' };
  queue.add([
    { ...visit, itemId: 'z', kind: 'zaak', entityId: 't1', orderKey: 'zaak:1' },
    { ...visit, itemId: 'k', kind: 'klantcontact', entityId: 'bezoek', orderKey: 'klantcontact:bezoek' },
  ]);
  const take = (kind: 'zaak' | 'klantcontact') => queue.next(kind, [], clock.now());
  return { clock, queue, take };
}

function carryOut(queue: Queue, itemId: string, step: string): void {
  queue.begin(itemId, [{ name: step, chosen: {} }]);
  queue.advance(itemId, [{ name: step, answer: { uuid: `${itemId} ${step}` } }]);
}

test('a zaak that comes through while its klantcontact is being told still gets its link', () => {
  const { clock, queue, take } = open();
  const zaak = take('zaak')!;
  queue.park('z', because('refused'), null);
  const contact = take('klantcontact')!;
  carryOut(queue, 'k', 'klantcontact');
  queue.retry('z');
  carryOut(queue, 'z', 'zaak');
  queue.finish(zaak);
  queue.finish(contact);
  expect(take('klantcontact')).toMatchObject({ itemId: 'k', state: 'queued' });
  carryOut(queue, 'k', 'zaak:t1');
  queue.finish(contact);
  expect(take('klantcontact')).toBeUndefined();
  expect(queue.nextDue(clock.now())).toBeUndefined();
});

test('the klantcontact of a pick-up does not wait for a person who must look at the application', () => {
  const { queue, take } = open();
  queue.park('z', because('refused'), null);
  const visit = { visitId: 'ophalen', label: 'bon' };
  queue.add([
    { ...visit, itemId: 'z2', kind: 'zaak', entityId: 't2', orderKey: 'zaak:1' },
    { ...visit, itemId: 'k2', kind: 'klantcontact', entityId: 'ophalen', orderKey: 'klantcontact:ophalen' },
  ]);
  queue.finish(take('klantcontact')!);
  expect(take('klantcontact')).toMatchObject({ itemId: 'k2' });
  expect(take('zaak')).toBeUndefined();
  queue.retry('z');
  expect(take('klantcontact')).toBeUndefined();
});

test('what is due but waits for a system that is away may be tried now too', () => {
  const { queue } = open();
  expect(queue.retry('z')).toBe(true);
  queue.claim('z');
  expect(queue.retry('z')).toBe(false);
});

test('a clock that was a day ahead and is set right holds up nothing', () => {
  const { clock, queue, take } = open();
  clock.jumpTo('2026-11-22T09:00:00.000Z');
  queue.dueNow();
  expect(take('zaak')).toMatchObject({ itemId: 'z' });
  expect(queue.nextDue(clock.now())).toBeUndefined();
});

test('what was put off for an hour at most keeps its moment', () => {
  const { clock, queue, take } = open();
  queue.putOff('z', '2026-11-23T10:00:00.000Z', because('failing'), true);
  expect(take('zaak')).toBeUndefined();
  expect(queue.nextDue(clock.now())).toBe('2026-11-23T10:00:00.000Z');
});
