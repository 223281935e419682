import { expect, test } from 'vitest';
import { createAudit } from '../../../electron/core/audit/index.ts';
import { createCentralHealth } from '../../../electron/core/central/index.ts';
import { createCommandMemory } from '../../../electron/core/command-memory.ts';
import { createPrintJobs } from '../../../electron/core/devices/print-jobs.ts';
import { createProcessingLogSweep } from '../../../electron/core/central/index.ts';
import { createCommandSweep, createPersonalDataSweep } from '../../../electron/core/hall/index.ts';
import { prepareHall } from '../../../electron/core/hall/hall-statements.ts';
import { createKeptZaken, createKeptZakenSweep } from '../../../electron/core/kept-zaken/index.ts';
import {
  createNotificationRows,
  createNotificationSweep,
} from '../../../electron/core/notifications/index.ts';
import type { Store } from '../../../electron/core/store/index.ts';
import { createOutboxSweep } from '../../../electron/core/sync/index.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createStatusReader } from '../../../electron/core/sync/status.ts';
import { createDrafts, createPickUps, createPurge } from '../../../electron/core/transactions/index.ts';
import { createVisitRows } from '../../../electron/core/visit-records/index.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';

/** Tables that grow with every visit. */
const GROWS = [
  'visit',
  'transaction_record',
  'attachment',
  'outbox_item',
  'outbox_step',
  'print_job',
  'hall_event',
  'hall_ticket',
  'hall_command',
  'command_answer',
  'processing_log',
  'notification',
  'kept_zaak',
  'audit',
];
/** One row from the end; and what nobody waits for: proving the audit chain, rebuilding the hall. */
const WHOLE = [
  'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  'SELECT * FROM audit ORDER BY seq',
  'DELETE FROM hall_ticket WHERE location =',
  'SELECT ticket_id AS ticketId FROM hall_event WHERE location =',
];

/** Every statement that the features prepare on this store. */
function statementsOf(store: Store): readonly string[] {
  const seen: string[] = [];
  const prepare = store.db.prepare.bind(store.db);
  store.db.prepare = (sql: string) => {
    seen.push(sql);
    return prepare(sql);
  };
  const clock = createTestClock();
  const ids = createTestIds('plans');
  createStatusReader(store, createCentralHealth(clock), createQueue(store, clock), clock);
  createPrintJobs({ store, clock, ids });
  createVisitRows(store);
  createDrafts(store, ids);
  createPickUps(store, { product: () => undefined });
  createPurge({ store, clock, log: createTestLog(), retentionDays: 30, isDelivered: () => false });
  prepareHall(store.db);
  createOutboxSweep(store, 30);
  createCommandSweep(store, 30);
  createPersonalDataSweep(store, 30);
  createProcessingLogSweep(store, 20);
  createNotificationRows(store, clock);
  createNotificationSweep(store, 30, createAudit({ store, clock }));
  createKeptZaken(store);
  createKeptZakenSweep(store, 30);
  createCommandMemory(store, clock);
  createAudit({ store, clock });
  store.db.prepare = prepare;
  return seen;
}

test('no statement reads the whole of a table that grows with every visit', () => {
  const store = openTestStore();
  const statements = statementsOf(store).filter((sql) => !/^\s*INSERT/.test(sql));
  expect(statements.length).toBeGreaterThan(60);
  const scans = statements
    .filter((sql) => !WHOLE.some((start) => sql.trim().startsWith(start)))
    .flatMap((sql) => {
      const plan = store.db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, 'NULL')}`)
        .all();
      const whole = plan.filter(({ detail }) => {
        const [, alias, , partial] = /^SCAN (\w+)( USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
        if (alias === undefined) return false;
        const table = new RegExp(`(\\w+) AS ${alias}\\b`).exec(sql)?.[1] ?? alias;
        return GROWS.includes(table) && !PARTIAL.includes(partial ?? '');
      });
      return whole.map(({ detail }) => `${detail}: ${sql.trim().slice(0, 90)}`);
    });
  expect(scans).toEqual([]);
  const cleanUp = statements.find((sql) => sql.includes('committed ->>')) ?? '';
  expect(store.db.prepare(`EXPLAIN QUERY PLAN ${cleanUp}`).all('')).toMatchObject([
    { detail: expect.stringContaining('visit_personal') },
  ]);
});

/** Indexes of what is still open: small, however old the file. */
const PARTIAL = [
  'print_job_open',
  'print_job_unsettled',
  'outbox_item_open',
  'outbox_item_waiting',
  'notification_waiting',
  'notification_fetched',
  'visit_open',
  'visit_personal',
];

test('what waits to be sent is counted and listed by its index, however much it is', () => {
  const store = openTestStore();
  const plans = statementsOf(store)
    .filter((sql) => /AS queued|UNION ALL|waits_for = /.test(sql))
    .map((sql) =>
      store.db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, 'NULL')}`)
        .all()
        .map(({ detail }) => detail)
        .filter((detail) => detail.includes('outbox_item')),
    );
  expect(plans).toEqual([
    Array.from({ length: 3 }, () => 'SEARCH outbox_item USING INDEX outbox_item_waiting (state=?)'),
    ['SCAN outbox_item USING COVERING INDEX outbox_item_waiting'],
    ['SEARCH outbox_item USING INDEX outbox_item_waits_for (waits_for=?)'],
    ['SEARCH outbox_item USING INDEX outbox_item_put_off (waits_for=? AND due_at>?)'],
  ]);
});
