import { expect, test } from 'vitest';
import { whichPayment } from '../../electron/core/card-payments/which-payment.ts';
import { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import type { DeviceTaskEnd } from '../../shared/contract/device-task.ts';
import { openDesk, type Desk } from '../helpers/core-desk.ts';
import { fillPassport, klaar, visitWith } from '../helpers/core-transactions.ts';

const TERMINAL = DeviceBinding.parse({
  role: 'payment-terminal',
  driver: 'zvt',
  endpoints: { main: { kind: 'tcp', host: '127.0.0.1', port: 20_007 } },
});
const role = 'payment-terminal' as const;

/** A visit with a passport that is filled in, and what it costs. */
async function ready(file?: string) {
  const desk = await openDesk({ devices: [TERMINAL], ...(file !== undefined && { file }) });
  const { visitId, transactionId } = await visitWith(desk, 'paspoort');
  await fillPassport(desk, transactionId);
  const { totalCents } = (await desk.must('visits.current', {})) ?? { totalCents: 0 };
  expect(totalCents).toBeGreaterThan(0);
  return { desk, visitId, totalCents };
}
const start = (desk: Desk, visitId: string, amountCents: number) =>
  desk.call('payments.start', { commandId: desk.commandId(), visitId, amountCents });
const taskId = (desk: Desk): string => {
  const task = desk.link.sent.findLast((command) => command.type === 'task');
  if (task?.type !== 'task') throw new Error('no task was started');
  return task.taskId;
};
async function ends(desk: Desk, end: DeviceTaskEnd) {
  desk.link.say({ type: 'taskEnded', role, taskId: taskId(desk), end });
  await desk.clock.advance(0);
}
const told = (amountCents: number, at: string | null = null, traceNumber = '000007'): DeviceTaskEnd => ({
  outcome: 'done',
  value: { kind: 'payment', result: 'paid', amountCents, traceNumber, at, code: null, receipt: ['BETAALD'] },
});
const state = async (desk: Desk) =>
  (await desk.must('payments.current', {})).payments.map((one) => one.state);
const paymentId = async (desk: Desk) =>
  (await desk.must('payments.current', {})).payments[0]?.paymentId ?? '';
const tasks = (desk: Desk) => desk.link.sent.filter(({ type }) => type === 'task').length;
const settle = async (desk: Desk, answer: 'paid' | 'notPaid' | 'refunded') =>
  desk.must('payments.settle', { commandId: desk.commandId(), paymentId: await paymentId(desk), answer });

test('what the terminal received is the payment of the visit, and stands on the receipt and in the record', async () => {
  const { desk, visitId, totalCents } = await ready();
  expect(await start(desk, visitId, totalCents)).toMatchObject({
    ok: true,
    value: { hasTerminal: true, paidCents: 0, payments: [{ state: 'running', amountCents: totalCents }] },
  });
  desk.link.say({ type: 'taskStage', role, taskId: taskId(desk), stage: { name: 'enterPin' } });
  expect((await desk.must('payments.current', {})).payments[0]?.stage).toBe('enterPin');
  expect(
    await desk.call('transactions.commit', klaar(desk, visitId, { payment: { method: 'card' } })),
  ).toMatchObject({
    error: { code: 'paymentUnsettled' },
  });
  await ends(desk, told(totalCents));
  expect(await desk.must('payments.current', {})).toMatchObject({ paidCents: totalCents });
  await desk.must('transactions.commit', klaar(desk, visitId, { payment: { method: 'card' } }));
  expect(desk.outbox.visits[0]?.payment).toEqual({
    method: 'card',
    totalCents,
    terminal: { traceNumbers: ['000007'], receipt: ['BETAALD'] },
  });
  expect(desk.audited()).toEqual(expect.arrayContaining(['payments.start', 'payments.end']));
});

test('two clicks pay once, and nothing is paid while it is not known what was paid', async () => {
  const { desk, visitId, totalCents } = await ready();
  const command = { commandId: desk.commandId(), visitId, amountCents: totalCents };
  await Promise.all([desk.must('payments.start', command), desk.must('payments.start', command)]);
  expect(tasks(desk)).toBe(1);
  expect(await start(desk, visitId, totalCents)).toMatchObject({ error: { code: 'paymentUnsettled' } });
  await ends(desk, { outcome: 'unknown', detail: 'the link went' });
  expect(await state(desk)).toEqual(['unknown']);
  expect(await start(desk, visitId, totalCents)).toMatchObject({ error: { code: 'paymentUnsettled' } });
  for (const payment of [{ method: 'card' }, { method: 'cash', givenCents: 100_000 }] as const)
    expect(await desk.call('transactions.commit', klaar(desk, visitId, { payment }))).toMatchObject({
      error: { code: 'paymentUnsettled' },
    });
  expect(tasks(desk)).toBe(1);
});

test('the terminal settles an unknown payment: amount and moment fit', async () => {
  const { desk, visitId, totalCents } = await ready();
  await start(desk, visitId, totalCents);
  await ends(desk, { outcome: 'unknown', detail: 'the link went' });
  const asked = desk.must('payments.ask', { commandId: desk.commandId(), paymentId: await paymentId(desk) });
  await desk.clock.advance(0);
  const at = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(desk.clock.now())
    .slice(5);
  await ends(desk, told(totalCents, at));
  expect(await asked).toMatchObject({ answer: 'paid', payments: { paidCents: totalCents } });
});

test('a terminal that tells of another payment settles nothing; the clerk does', async () => {
  const { desk, visitId, totalCents } = await ready();
  await start(desk, visitId, totalCents);
  await ends(desk, { outcome: 'unknown', detail: 'the link went' });
  const asked = desk.must('payments.ask', { commandId: desk.commandId(), paymentId: await paymentId(desk) });
  await desk.clock.advance(0);
  await ends(desk, told(totalCents, '01-01 00:00:00'));
  expect((await asked).answer).toBe('unclear');
  expect(await settle(desk, 'notPaid')).toMatchObject({ paidCents: 0, payments: [{ state: 'declined' }] });
  expect((await start(desk, visitId, totalCents)).ok).toBe(true);
});

test('what was paid too much is given back before klaar, and a paid visit is not cancelled', async () => {
  const { desk, visitId, totalCents } = await ready();
  await start(desk, visitId, totalCents);
  await ends(desk, told(totalCents));
  expect(await desk.call('visits.cancel', { commandId: desk.commandId(), visitId })).toMatchObject({
    error: { code: 'paymentUnsettled' },
  });
  const dropped = klaar(desk, visitId, {
    outcome: 'notPossible',
    payment: { method: 'none' },
    note: 'Toch niet.',
  });
  expect(await desk.call('transactions.commit', dropped)).toMatchObject({
    error: { code: 'paymentUnsettled' },
  });
  expect(await settle(desk, 'refunded')).toMatchObject({ paidCents: 0, payments: [{ state: 'refunded' }] });
  await desk.must('transactions.commit', { ...dropped, commandId: desk.commandId() });
});

test('an amount that is no longer due is not asked of the visitor', async () => {
  const { desk, visitId, totalCents } = await ready();
  expect(await start(desk, visitId, totalCents - 1)).toMatchObject({ error: { code: 'paymentIncomplete' } });
  expect(tasks(desk)).toBe(0);
});

test('the program ends while the visitor pays: the payment is unknown after the restart', async () => {
  const { desk, visitId, totalCents } = await ready();
  await start(desk, visitId, totalCents);
  await desk.close();
  const again = await openDesk({ file: desk.file, devices: [TERMINAL] });
  expect(await state(again)).toEqual(['unknown']);
  expect(tasks(again)).toBe(0);
});

test('the clerk stops a payment through the device', async () => {
  const { desk, visitId, totalCents } = await ready();
  await start(desk, visitId, totalCents);
  await desk.must('payments.stop', { commandId: desk.commandId(), paymentId: await paymentId(desk) });
  expect(desk.link.sent.at(-1)).toMatchObject({ type: 'cancelTask', role });
  await ends(desk, { outcome: 'cancelled', by: 'clerk' });
  expect(await state(desk)).toEqual(['cancelled']);
});

test('which payment the terminal means is judged by number, amount and moment', () => {
  const payment = { amountCents: 4120, startedAt: '2026-12-31T22:58:00.000Z' };
  const last = (change: object) => ({
    kind: 'payment' as const,
    result: 'paid' as const,
    amountCents: 4120,
    traceNumber: '000009',
    at: '12-31 23:58:30',
    code: null,
    receipt: [],
    ...change,
  });
  expect(whichPayment(payment, last({}), false)).toBe('paid');
  expect(whichPayment(payment, last({ at: '01-01 00:01:00' }), false)).toBe('paid');
  expect(whichPayment(payment, last({ result: 'declined' }), false)).toBe('notPaid');
  expect(whichPayment(payment, last({}), true)).toBe('notPaid');
  expect(whichPayment(payment, last({ amountCents: 4121 }), false)).toBe('unclear');
  expect(whichPayment(payment, last({ at: '12-31 22:00:00' }), false)).toBe('unclear');
  expect(whichPayment(payment, last({ at: null }), false)).toBe('unclear');
});
