import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import type { DeviceCommand } from '../../../shared/contract/device-protocol.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { addTo, PIXEL_PNG, save, visitWith } from '../../helpers/core-transactions.ts';

const [FORM, SIGNATURE, PAPER] = [1, 2, 3];
const answers = (nieuwAdres: string) =>
  ({ kind: 'form', values: { nieuwAdres, verhuisdatum: '2026-12-01', woonsituatie: 'huur' } }) as const;
const HERE = 'Boterdiep 33, 3077 AW Rotterdam';

async function moving() {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'verhuizing');
  await save(desk, transactionId, FORM, answers(HERE));
  const sign = () =>
    desk.must('transactions.captureSignature', {
      commandId: desk.commandId(),
      transactionId,
      index: SIGNATURE,
    });
  const steer = (which: 'accept' | 'again' | 'stop') =>
    desk.must('transactions.steerSignature', { transactionId, index: SIGNATURE, steer: which });
  return { desk, visitId, transactionId, sign, steer };
}

const tasks = ({ link }: Desk) =>
  link.sent.filter((command): command is Extract<DeviceCommand, { type: 'task' }> => command.type === 'task');
const lastTask = (desk: Desk) => {
  const last = tasks(desk).at(-1);
  if (last?.task.kind !== 'captureSignature') throw new Error('the pad was not asked');
  return { ...last, task: last.task };
};
async function ends(desk: Desk, end: DeviceTaskEnd) {
  desk.link.say({ type: 'taskEnded', role: 'signature-pad', taskId: lastTask(desk).taskId, end });
  // The end passes through a few promises before it is shown.
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
const signed = (padSerial: string | null = '5FZQ1', complete = true): DeviceTaskEnd => ({
  outcome: 'done',
  value: { kind: 'signature', png: PIXEL_PNG, svg: '<svg/>', padSerial, complete },
});
async function dataOf(desk: Desk, index = SIGNATURE) {
  const visit = await desk.must('visits.current', {});
  return visit?.transactions[0]?.steps.find((step) => step.index === index);
}

test('the pad shows product, name, day and what is signed for; the signature is bound to all of it', async () => {
  const { desk, transactionId, sign } = await moving();
  await sign();
  const lines = ['Verhuizing doorgeven', 'Suzanne Moulin', '23 november 2026'];
  const { task, deadlineMs } = lastTask(desk);
  expect(task).toMatchObject({ kind: 'captureSignature', language: 'nl' });
  expect(task.lines.slice(0, 3)).toEqual(lines);
  expect(task.lines).toHaveLength(4);
  expect(deadlineMs).toBeLessThanOrEqual(600_000);
  await ends(desk, signed());
  expect(await desk.must('transactions.signing', {})).toMatchObject({ state: 'signed', stage: null });
  const step = await dataOf(desk);
  if (step?.data?.kind !== 'signature' || !step.data.signed) throw new Error('the step holds no signature');
  const text = [
    ...task.lines,
    `Nieuw adres: ${HERE}`,
    'Datum van de verhuizing: 1 december 2026',
    'Woonsituatie: Huurwoning',
  ];
  const rows = text.map((line) => `${line}\n`).join('');
  expect(step.state).toBe('done');
  expect(step.data.signed).toEqual({
    textSha256: createHash('sha256').update(rows).digest('hex'),
    documentSha256: null,
    at: desk.clock.now().toISOString(),
    staffId: 'clerk-1',
    how: 'pad',
    padSerial: '5FZQ1',
    complete: true,
  });
  const { attachmentId } = step.data;
  expect((await desk.must('transactions.attachment', { attachmentId })).base64).toBe(PIXEL_PNG);
  expect(desk.audited()).toContain('transactions.sign');
  expect(transactionId).not.toBe('');
});

test('a paper that lay before the visitor is what was signed, and is made anew after it', async () => {
  const { desk, transactionId, sign } = await moving();
  const attach = () =>
    desk.must('transactions.attach', {
      commandId: desk.commandId(),
      transactionId,
      index: SIGNATURE,
      mime: 'image/png',
      base64: PIXEL_PNG,
    });
  await save(desk, transactionId, 0, {
    kind: 'checklist',
    checked: ['identiteit', 'bewijsWoning', 'bevoegd'],
  });
  await attach();
  await desk.must('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: PAPER });
  const paper = desk.store.db
    .prepare<[number], string>('SELECT sha256 FROM draft_attachment WHERE step_index = ?')
    .pluck()
    .get(PAPER);
  await sign();
  await ends(desk, signed());
  const step = await dataOf(desk);
  expect(step?.data).toMatchObject({ signed: { documentSha256: paper } });
  expect((await dataOf(desk, PAPER))?.data).toEqual({ kind: 'document', discarded: 'signature' });
});

test('other answers than those that were signed for ask for a new signature; the same again do not', async () => {
  const { desk, transactionId, sign } = await moving();
  await sign();
  await ends(desk, signed());
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  expect(await dataOf(desk)).toMatchObject({
    state: 'problem',
    problems: [{ field: 'attachmentId', reason: 'outdated' }],
  });
  await save(desk, transactionId, FORM, answers(HERE));
  expect(await dataOf(desk)).toMatchObject({ state: 'done', problems: [] });
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  await sign();
  await ends(desk, signed());
  expect(await dataOf(desk)).toMatchObject({ state: 'done', problems: [] });
});

test('the window follows the pad by events, and steers it', async () => {
  const { desk, sign, steer } = await moving();
  await sign();
  const { taskId } = lastTask(desk);
  desk.published.length = 0;
  const stage = { name: 'signing', steered: true } as const;
  desk.link.say({ type: 'taskStage', role: 'signature-pad', taskId, stage });
  expect(desk.published).toContainEqual({ name: 'visit.signing', data: { counter: 1 } });
  expect(await desk.must('transactions.signing', {})).toMatchObject({ state: 'running', stage });
  await steer('accept');
  expect(desk.link.sent.at(-1)).toEqual({
    type: 'steerTask',
    role: 'signature-pad',
    taskId,
    steer: 'accept',
  });
  await steer('stop');
  expect(desk.link.sent.at(-1)).toEqual({ type: 'cancelTask', role: 'signature-pad', taskId });
  await ends(desk, { outcome: 'cancelled', by: 'clerk' });
  expect(await desk.must('transactions.signing', {})).toMatchObject({ state: 'stopped', stage: null });
  expect((await dataOf(desk))?.state).toBe('todo');
});

test.each([
  ['the visitor cancels', { outcome: 'cancelled', by: 'visitor' }, { state: 'refused', reason: null }],
  [
    'the pad is unplugged',
    { outcome: 'failed', reason: 'offline', detail: 'unplugged' },
    { state: 'failed', reason: 'offline' },
  ],
] as const)('%s: nothing is kept, and the visit goes on', async (_what, end, view) => {
  const { desk, transactionId, sign } = await moving();
  await sign();
  await ends(desk, end);
  expect(await desk.must('transactions.signing', {})).toMatchObject(view);
  expect((await dataOf(desk))?.data).toBeNull();
  await desk.must('transactions.attach', {
    commandId: desk.commandId(),
    transactionId,
    index: SIGNATURE,
    mime: 'image/png',
    base64: PIXEL_PNG,
  });
  expect((await dataOf(desk))?.data).toMatchObject({ signed: { how: 'window', padSerial: null } });
});

test('without a device process the pad fails at once, and asking again asks again', async () => {
  const { desk, sign } = await moving();
  desk.link.down = true;
  await sign();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  expect(await desk.must('transactions.signing', {})).toMatchObject({ state: 'failed', reason: 'noService' });
  desk.link.down = false;
  await sign();
  await sign();
  expect(tasks(desk)).toHaveLength(1);
});

test('a product that is taken away takes its question from the pad, and its signature is not kept', async () => {
  const { desk, transactionId, sign } = await moving();
  await sign();
  const { taskId } = lastTask(desk);
  await desk.must('visits.removeProduct', { commandId: desk.commandId(), transactionId });
  expect(desk.link.sent.at(-1)).toEqual({ type: 'cancelTask', role: 'signature-pad', taskId });
  await ends(desk, signed());
  expect(await desk.must('transactions.signing', {})).toBeNull();
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(0);
});

test('the pad asks for one step at a time', async () => {
  const { desk, visitId, sign } = await moving();
  await sign();
  const first = lastTask(desk).taskId;
  const other = await addTo(desk, visitId, 'vermissing-reisdocument');
  const products = await desk.must('visits.current', {});
  const steps = products?.transactions.find((one) => one.transactionId === other)?.steps ?? [];
  const index = steps.find(({ kind }) => kind === 'signature')?.index ?? -1;
  const asking = desk.must('transactions.captureSignature', {
    commandId: desk.commandId(),
    transactionId: other,
    index,
  });
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  expect(desk.link.sent.at(-1)).toMatchObject({ type: 'cancelTask', taskId: first });
  await ends(desk, { outcome: 'cancelled', by: 'clerk' });
  await asking;
  expect(await desk.must('transactions.signing', {})).toMatchObject({
    transactionId: other,
    state: 'running',
  });
  expect(tasks(desk)).toHaveLength(2);
});

test('only a signature step can be signed', async () => {
  const { desk, transactionId } = await moving();
  const answer = await desk.call('transactions.captureSignature', {
    commandId: desk.commandId(),
    transactionId,
    index: FORM,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', field: 'index' } });
  expect(await desk.must('transactions.signing', {})).toBeNull();
});

test('the record of the visit holds to what the signature is bound', async () => {
  const { desk, visitId, transactionId, sign } = await moving();
  await save(desk, transactionId, 0, {
    kind: 'checklist',
    checked: ['identiteit', 'bewijsWoning', 'bevoegd'],
  });
  await sign();
  await ends(desk, signed(null, false));
  await desk.must('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: PAPER });
  await desk.must('transactions.commit', {
    commandId: desk.commandId(),
    visitId,
    outcome: 'inOneGo',
    payment: { method: 'none' },
  });
  const [record] = desk.outbox.visits[0]?.transactions ?? [];
  const bound = record?.attachments.map(({ formaat, signed: to }) => [formaat, to?.how, to?.complete]);
  expect(bound).toEqual([
    ['image/png', 'pad', false],
    ['application/pdf', undefined, undefined],
  ]);
});
