import { createAudit } from '../../../electron/core/audit/index.ts';
import { because } from '../../../electron/core/sync/step.ts';
import { expect, test } from 'vitest';
import {
  createNotificationRows,
  createNotificationSweep,
  type Notification,
} from '../../../electron/core/notifications/index.ts';
import { itemOfNotification } from '../../../electron/core/sync/items.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';

const DAYS = 30;

function open() {
  const clock = createTestClock('2026-11-23T09:00:00.000Z');
  const store = openTestStore({ clock });
  const rows = createNotificationRows(store, clock);
  const queue = createQueue(store, clock);
  const ids = createTestIds('sweep');
  const audit = createAudit({ store, clock });
  const sweep = createNotificationSweep(store, DAYS, audit);
  const add = (
    notificationId: string,
    state: Notification['state'] = 'toSend',
    zaak = `ZAAK-${notificationId}`,
  ) => {
    rows.add({
      notificationId,
      visitId: 'v1',
      message: 'readyForPickUp',
      channel: 'email',
      address: 'suzanne@example.nl',
      label: zaak,
      productName: 'Paspoort',
      personalisation: { product: 'Paspoort' },
      state,
    });
    if (state === 'toSend')
      queue.add([itemOfNotification({ notificationId, visitId: 'v1', label: 'x' }, ids)]);
  };
  const run = () => store.atomically(() => sweep.removeBatch(clock.now()));
  const items = () =>
    store.db
      .prepare(`SELECT entity_id, state, reason ->> '$.code' AS reason, due_at FROM outbox_item ORDER BY seq`)
      .all();
  const lines = () =>
    audit.list({ limit: 9 }).map(({ who, action, recordId, detail }) => [who, action, recordId, detail]);
  return { clock, store, rows, queue, add, run, items, lines };
}

test('after the retention a message goes with its address, and what was not sent is held up until a person ends it', () => {
  const { clock, rows, queue, add, run, items } = open();
  add('parked');
  add('waiting', 'waiting');
  add('sent', 'ended');
  queue.park(String(queue.next('notification', [], clock.now())?.itemId), because('refused'), null);
  add('queued');
  clock.jumpTo('2026-12-24T09:00:00.000Z');
  add('new');
  expect(run()).toBe(4);
  expect(run()).toBe(0);
  expect([rows.byId('parked'), rows.byId('waiting'), rows.byId('sent')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(rows.byId('new')).toMatchObject({ state: 'toSend', address: 'suzanne@example.nl' });
  expect(items()).toEqual([
    { entity_id: 'parked', state: 'parked', reason: 'addressGone', due_at: null },
    { entity_id: 'queued', state: 'parked', reason: 'addressGone', due_at: null },
    { entity_id: 'new', state: 'queued', reason: null, due_at: '2026-12-24T09:00:00.000Z' },
  ]);
});

test('of what was never said to be ready the log tells the zaak and how many heard nothing', () => {
  const { clock, add, run, lines } = open();
  add('n1', 'waiting', 'ZAAK-1');
  add('n2', 'waiting', 'ZAAK-1');
  add('n3', 'waiting', 'ZAAK-2');
  add('sent', 'ended');
  add('queued');
  clock.jumpTo('2026-12-24T09:00:00.000Z');
  add('new', 'waiting');
  run();
  run();
  expect(lines().toReversed()).toEqual([
    ['waarmee', 'messages.lapsed', 'ZAAK-1', '2 berichten'],
    ['waarmee', 'messages.lapsed', 'ZAAK-2', '1 berichten'],
  ]);
});

test('a message that is on its way at that moment is left alone', () => {
  const { clock, rows, queue, add, run } = open();
  add('n1');
  clock.jumpTo('2026-12-24T09:00:00.000Z');
  queue.claim(String(queue.next('notification', [], clock.now())?.itemId));
  expect(run()).toBe(0);
  expect(rows.byId('n1')).toMatchObject({ address: 'suzanne@example.nl' });
});

test('what waits until it is ready, is released once, and ends when the document was fetched', () => {
  const { rows, add } = open();
  add('n1', 'waiting');
  add('n2', 'waiting');
  expect(rows.waiting().map(({ notificationId }) => notificationId)).toEqual(['n1', 'n2']);
  const released = () => rows.releaseFor('ZAAK-n1').map(({ notificationId }) => notificationId);
  expect([released(), released()]).toEqual([['n1'], []]);
  rows.endWaitingFor('ZAAK-n1');
  rows.endWaitingFor('ZAAK-n2');
  expect(rows.byId('n1')).toMatchObject({ state: 'toSend', address: 'suzanne@example.nl' });
  expect(rows.byId('n2')).toMatchObject({ state: 'ended' });
  rows.waitAgainFor('ZAAK-n1');
  rows.waitAgainFor('ZAAK-n2');
  expect(rows.waiting().map(({ notificationId }) => notificationId)).toEqual(['n2']);
});
