import { because } from '../../../electron/core/sync/step.ts';
import { expect, test } from 'vitest';
import { createAudit } from '../../../electron/core/audit/index.ts';
import { createProcessingLogSweep } from '../../../electron/core/central/index.ts';
import { createProcessingLog } from '../../../electron/core/central/processing-log.ts';
import { createCommandSweep } from '../../../electron/core/hall/index.ts';
import { keepRetention } from '../../../electron/core/retention/index.ts';
import { createOutboxSweep } from '../../../electron/core/sync/index.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A store with the clock at some day, and the sweeper that a start makes. */
function open() {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const log = createTestLog();
  const audit = createAudit({ store, clock });
  const queue = createQueue(store, clock);
  const start = () =>
    keepRetention({
      store,
      clock,
      log,
      audit,
      sweeps: [
        createOutboxSweep(store, 30),
        createCommandSweep(store, 30),
        createProcessingLogSweep(store, 20),
      ],
    });
  const wait = async (days: number) => {
    clock.jumpTo(new Date(clock.now().getTime() + days * DAY_MS).toISOString());
    await clock.advance(2 * MINUTE_MS);
  };
  const count = (table: string) =>
    store.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
  /** A visit with a zaak of one step and its klantcontact, `done` as far as named. */
  const visit = (visitId: string, done: readonly ('zaak' | 'klantcontact')[]) => {
    const of = (kind: 'zaak' | 'klantcontact') => ({
      visitId,
      kind,
      itemId: `${visitId} ${kind}`,
      entityId: `${visitId} ${kind}`,
      orderKey: `${visitId} ${kind}`,
      label: 'bon',
    });
    queue.add([of('zaak'), of('klantcontact')]);
    for (const kind of done) {
      queue.begin(`${visitId} ${kind}`, [{ name: kind, chosen: {} }]);
      queue.advance(`${visitId} ${kind}`, [{ name: kind, answer: { uuid: 'u' } }]);
      store.db
        .prepare(`UPDATE outbox_item SET state = 'done', due_at = NULL, done_at = ? WHERE item_id = ?`)
        .run(clock.now().toISOString(), `${visitId} ${kind}`);
    }
  };
  const command = (commandId: string) =>
    store.db
      .prepare(`INSERT INTO hall_command (command_id, request, answer, at) VALUES (?, '', '', ?)`)
      .run(commandId, clock.now().toISOString());
  const audited = () =>
    audit.list({ limit: 100 }).map(({ who, action, detail }) => ({ who, action, detail }));
  return { clock, store, log, queue, start, wait, count, visit, command, audited };
}

test('what was confirmed longer ago than the retention goes at the start, steps and all, in one audited line', async () => {
  const { start, wait, count, visit, command, audited, clock, log } = open();
  visit('oud', ['zaak', 'klantcontact']);
  command('oud');
  await wait(31);
  visit('nieuw', ['zaak', 'klantcontact']);
  command('nieuw');
  start();
  await clock.advance(MINUTE_MS);
  expect([count('outbox_item'), count('outbox_step'), count('hall_command')]).toEqual([2, 2, 1]);
  expect(audited()).toEqual([
    { who: 'waarmee', action: 'retention.swept', detail: 'outboxItems=2 hallCommands=1' },
  ]);
  expect(log.lines).toEqual([
    { level: 'info', event: 'retention.swept', fields: { outboxItems: 2, hallCommands: 1 } },
  ]);
});

test('nothing parked, waiting or half sent is removed, however old, nor what belongs to it', async () => {
  const { start, wait, count, visit, queue, audited } = open();
  visit('geparkeerd', ['klantcontact']);
  queue.park('geparkeerd zaak', because('refused'), null);
  visit('wacht', ['zaak']);
  visit('bezig', []);
  queue.begin('bezig zaak', [{ name: 'zaak', chosen: {} }]);
  start();
  await wait(3000);
  expect([count('outbox_item'), count('outbox_step')]).toEqual([6, 3]);
  expect(audited()).toEqual([]);
});

test('the days count from the last confirmation of the visit', async () => {
  const { start, wait, count, visit, queue, store, clock } = open();
  visit('laat', ['klantcontact']);
  start();
  await wait(29);
  queue.claim('laat zaak');
  store.db
    .prepare(`UPDATE outbox_item SET state = 'done', due_at = NULL, done_at = ? WHERE item_id = 'laat zaak'`)
    .run(clock.now().toISOString());
  await wait(29);
  expect(count('outbox_item')).toBe(2);
  await wait(2);
  expect(count('outbox_item')).toBe(0);
});

test('a program that stays on sweeps every day', async () => {
  const { start, wait, count, visit } = open();
  start();
  for (const day of [1, 2, 3]) {
    visit(`dag ${day}`, ['zaak', 'klantcontact']);
    await wait(1);
  }
  await wait(27);
  expect(count('outbox_item')).toBe(4);
  await wait(1);
  expect(count('outbox_item')).toBe(2);
});

test('the log of questions to the BRP stays twenty years', async () => {
  const { start, wait, count, store, clock } = open();
  const at = clock.now().toISOString();
  const question = {
    traceId: 't',
    activity: 'brp.raadplegen',
    purpose: 'p',
    staffId: 's',
    visitId: null,
    zaakIdentificatie: null,
  } as const;
  createProcessingLog(store)([{ ...question, subject: null, outcome: 'nobody', startedAt: at, endedAt: at }]);
  start();
  await wait(20 * 365);
  expect(count('processing_log')).toBe(1);
  await wait(10);
  expect(count('processing_log')).toBe(0);
});

test('a sweep goes by small batches, and waits while somebody works', async () => {
  const { start, wait, count, command, clock, store } = open();
  store.atomically(() => {
    for (let n = 0; n < 1000; n += 1) command(`c${n}`);
  });
  await wait(31);
  start();
  await clock.advance(29_000);
  for (let second = 0; second < 20; second += 1) {
    await clock.advance(1000);
    command(`bezig ${second}`);
  }
  expect(count('hall_command')).toBe(1020);
  await clock.advance(3150);
  expect(count('hall_command')).toBe(820);
  command('weer bezig');
  await clock.advance(1000);
  expect(count('hall_command')).toBe(821);
  await clock.advance(10_000);
  expect(count('hall_command')).toBe(21);
});

test('a sweep that is broken off says what it removed so far, and the next start goes on', async () => {
  const { start, wait, count, command, clock, store, audited } = open();
  store.atomically(() => {
    for (let n = 0; n < 300; n += 1) command(`c${n}`);
  });
  await wait(31);
  const retention = start();
  await clock.advance(32_150);
  retention.stop();
  await clock.advance(MINUTE_MS);
  expect([count('hall_command'), audited().map(({ detail }) => detail)]).toEqual([100, ['hallCommands=200']]);
  start();
  await clock.advance(MINUTE_MS);
  expect(count('hall_command')).toBe(0);
  expect(audited().map(({ detail }) => detail)).toEqual(['hallCommands=100', 'hallCommands=200']);
});
