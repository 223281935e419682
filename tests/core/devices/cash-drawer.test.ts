import { expect, test } from 'vitest';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import { openDesk } from '../../helpers/core-desk.ts';
import { fillVog, klaar, visitWith } from '../../helpers/core-transactions.ts';
import { type DevicesUnderTest, list, openDevices } from './bench.ts';

/** The clerk presses the key; the printer answers, or does not. */
async function press(bench: DevicesUnderTest, end?: DeviceTaskEnd) {
  const handler = bench.devices.handlers['devices.openDrawer'];
  const answer = handler.run({ commandId: bench.ids.uuid() }, bench.context);
  const task = bench.link.sent.find((command) => command.type === 'task');
  if (end && task) bench.link.say({ type: 'taskEnded', role: task.role, taskId: task.taskId, end });
  else await bench.clock.advance(10_000);
  return answer;
}

test('the clerk opens the drawer, and the audit log says so', async () => {
  const bench = openDevices({ cashDrawer: 'byHand' });
  expect((await list(bench)).cashDrawer).toBe(true);
  expect(await press(bench, { outcome: 'done', value: { kind: 'drawerPulse' } })).toMatchObject({ ok: true });
  expect(bench.link.sent).toMatchObject([
    { type: 'task', role: 'receipt-printer', task: { kind: 'openDrawer' }, deadlineMs: 5000 },
  ]);
  expect(bench.audited).toEqual(['devices.openDrawer device receipt-printer geopend']);
});

test.each([
  ['that is out of paper', { outcome: 'failed', reason: 'offline', detail: 'no pulse was sent: paperOut' }],
  ['that does not answer', undefined],
] as const)('with a printer %s the drawer stays shut, and that is told and audited', async (_, end) => {
  const bench = openDevices({ cashDrawer: 'atCash' });
  expect(await press(bench, end)).toMatchObject({ ok: false, error: { code: 'drawerShut' } });
  expect(bench.audited).toEqual(['devices.openDrawer device receipt-printer niet geopend']);
});

test('without a drawer nothing is sent', async () => {
  const bench = openDevices();
  expect((await list(bench)).cashDrawer).toBe(false);
  expect(await press(bench)).toMatchObject({ ok: false, error: { code: 'drawerShut' } });
  expect(bench.link.sent).toEqual([]);
});

test('by hand alone: a payment does not open it', () => {
  const bench = openDevices({ cashDrawer: 'byHand' });
  bench.devices.cashPaid();
  expect(bench.link.sent).toEqual([]);
});

const pulses = (desk: Awaited<ReturnType<typeof openDesk>>) =>
  desk.link.sent.filter((command) => command.type === 'task' && command.task.kind === 'openDrawer').length;

async function vogReady() {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'vog');
  await fillVog(desk, transactionId);
  return { desk, visitId };
}

test('a cash payment opens the drawer once, also when "klaar" is sent twice', async () => {
  const { desk, visitId } = await vogReady();
  const command = klaar(desk, visitId, { payment: { method: 'cash', givenCents: 10_000 } });
  const first = await desk.must('transactions.commit', command);
  expect(pulses(desk)).toBe(1);
  expect(await desk.must('transactions.commit', command)).toEqual(first);
  expect(pulses(desk)).toBe(1);
});

test('a refused payment, or one by card, opens nothing', async () => {
  const { desk, visitId } = await vogReady();
  const short = klaar(desk, visitId, { payment: { method: 'cash', givenCents: 5 } });
  expect(await desk.call('transactions.commit', short)).toMatchObject({ ok: false });
  expect(pulses(desk)).toBe(0);
  await desk.must('transactions.commit', klaar(desk, visitId, { payment: { method: 'card' } }));
  expect(pulses(desk)).toBe(0);
});

test('a commit that fails halfway opens nothing', async () => {
  const { desk, visitId } = await vogReady();
  desk.outbox.breaks = new Error('stroom weg');
  const command = klaar(desk, visitId, { payment: { method: 'cash', givenCents: 10_000 } });
  expect(await desk.call('transactions.commit', command)).toMatchObject({ ok: false });
  expect(pulses(desk)).toBe(0);
});
