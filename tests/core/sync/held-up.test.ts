import { expect, test } from 'vitest';
import { createCentralHealth } from '../../../electron/core/central/index.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createStatusReader } from '../../../electron/core/sync/status.ts';
import { because } from '../../../electron/core/sync/step.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';
import { openScene, statusOf } from './sync-scene.ts';
import { visitOf } from './visits.ts';

const MINUTE = 60_000;
const SILENT = { ...because('silent'), system: 'klantinteracties' } as const;
const AWAY = { kind: 'unknownOutcome', system: 'klantinteracties' } as const;
const at = (time: string): string => `2026-11-23T${time}:00.000Z`;

/** An outbox with one contact of 09:00, and a zaak that came through at 11:00. */
function open() {
  const clock = createTestClock(at('09:00'));
  const store = openTestStore({ clock });
  const health = createCentralHealth(clock);
  const queue = createQueue(store, clock);
  const reader = createStatusReader(store, health, queue, clock);
  const add = (itemId: string, kind: 'zaak' | 'klantcontact' = 'klantcontact') =>
    queue.add([{ itemId, kind, visitId: itemId, entityId: itemId, orderKey: 'one', label: itemId }]);
  const done = (itemId: string) => {
    add(itemId, 'zaak');
    queue.finish(reader.item(itemId)!);
  };
  const waits = () => {
    const { waitsSince, waitsFor } = reader.status();
    return [waitsSince, waitsFor];
  };
  add('contact');
  clock.jumpTo(at('11:00'));
  done('other');
  return { clock, store, health, queue, add, done, waits };
}

test('a system that is away is told with since when, however much comes through at the others', async () => {
  const scene = await openScene();
  scene.gateway.judge = ({ path }) => (path.startsWith('/klantinteracties') ? 'dropBefore' : 'pass');
  for (let number = 1; number <= 12; number += 1) {
    scene.commit(visitOf(number));
    await scene.sync.idle();
    await scene.clock.advance(10 * MINUTE);
    await scene.sync.idle();
    expect(statusOf(scene.sync)).toMatchObject({ waitsSince: at('09:00') });
  }
  expect(statusOf(scene.sync)).toMatchObject({ waitsFor: 'klantinteracties' });
  expect(scene.practice.inspect().zaken).toHaveLength(12);
  scene.gateway.judge = () => 'pass';
  for (let round = 0; round < 3; round += 1) {
    await scene.clock.advance(5 * MINUTE);
    await scene.sync.idle();
  }
  expect(statusOf(scene.sync)).toMatchObject({ queued: 0, waitsSince: null, waitsFor: null });
});

test('a zaak that waits for its documents counts since its last answer', async () => {
  const scene = await openScene();
  scene.gateway.judge = () => 'dropBefore';
  scene.commit(visitOf(1));
  await scene.sync.idle();
  await scene.clock.advance(30 * MINUTE);
  await scene.sync.idle();
  scene.gateway.judge = ({ path }) => (path.startsWith('/documenten/') ? 'dropBefore' : 'pass');
  await scene.clock.advance(5 * MINUTE);
  await scene.sync.idle();
  for (let number = 2; number <= 5; number += 1) {
    await scene.clock.advance(10 * MINUTE);
    scene.commit(visitOf(number, { transactions: [] }));
    await scene.sync.idle();
  }
  const { queued, waitsFor, waitsSince } = statusOf(scene.sync);
  expect({ queued, waitsFor }).toEqual({ queued: 1, waitsFor: 'documenten' });
  expect(waitsSince?.slice(11, 15)).toBe('09:3');
});

test('what is put off until later is held up, also by a system that answers others', () => {
  const { clock, queue, waits } = open();
  expect(waits()).toEqual([at('11:00'), null]);
  queue.putOff('contact', at('11:04'), SILENT, true);
  expect(waits()).toEqual([at('09:00'), 'klantinteracties']);
  // And while it is tried again.
  clock.jumpTo(at('11:04'));
  queue.claim('contact');
  expect(waits()).toEqual([at('09:00'), 'klantinteracties']);
});

test('an item counts since its last answer, and has no reason of its own then', () => {
  const { clock, queue, health, waits } = open();
  health.report('klantinteracties', AWAY);
  queue.putOff('contact', at('11:04'), SILENT, true);
  clock.jumpTo(at('11:05'));
  queue.begin('contact', [{ name: 'actor', chosen: {} }]);
  queue.advance('contact', [{ name: 'actor', answer: {} }]);
  expect(waits()).toEqual([at('11:05'), null]);
  clock.jumpTo(at('12:00'));
  queue.putOff('contact', at('12:04'), SILENT, true);
  expect(waits()).toEqual([at('11:05'), null]);
});

test('after days without a line, what waits its turn is not held up once its system answers', () => {
  const { clock, queue, health, done, waits } = open();
  health.report('klantinteracties', AWAY);
  queue.putOff('contact', at('11:04'), SILENT, true);
  clock.jumpTo(at('13:00'));
  done('beside');
  expect(waits()).toEqual([at('09:00'), 'klantinteracties']);
  health.report('klantinteracties', undefined);
  expect(waits()).toEqual([at('13:00'), null]);
});

test('what waits for a person or behind another of its zaak is not held up by a system', () => {
  const { queue, health, add, waits } = open();
  health.report('klantinteracties', AWAY);
  add('behind', 'zaak');
  queue.park('contact', SILENT, null);
  expect(waits()).toEqual([at('11:00'), null]);
});

test('a contact that gets a link later counts since then', () => {
  const { clock, queue, store, health, waits } = open();
  health.report('klantinteracties', AWAY);
  queue.add([{ itemId: 'z', kind: 'zaak', visitId: 'contact', entityId: 't', orderKey: 'z', label: 'z' }]);
  store.db.exec(`UPDATE outbox_item SET state = 'done', due_at = NULL WHERE item_id = 'contact'`);
  clock.jumpTo(at('15:00'));
  const zaak = queue.next('zaak', [], clock.now())!;
  queue.finish(zaak);
  queue.putOff('contact', at('15:04'), SILENT, true);
  clock.jumpTo(at('15:01'));
  expect(waits()).toEqual([at('15:00'), null]);
});
