import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';
import { addTo, fillExtract, PIXEL_PNG, save, visitWith } from '../../helpers/core-transactions.ts';

const FORM = 1;
const SIGNATURE = 2;
const PAPER = 3;
const answers = (nieuwAdres: string) => ({
  kind: 'form' as const,
  values: {
    oudAdres: 'Boterdiep 31, 3077 AW Rotterdam',
    nieuwAdres,
    verhuisdatum: '2026-12-01',
    woonsituatie: 'huur',
  },
});

async function moving() {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'verhuizing');
  await save(desk, transactionId, 0, {
    kind: 'checklist',
    checked: ['identiteit', 'bewijsWoning', 'bevoegd'],
  });
  await save(desk, transactionId, FORM, answers('Boterdiep 33, 3077 AW Rotterdam'));
  const sign = () =>
    desk.must('transactions.attach', {
      commandId: desk.commandId(),
      transactionId,
      index: SIGNATURE,
      mime: 'image/png',
      base64: PIXEL_PNG,
    });
  const make = () =>
    desk.call('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: PAPER });
  await sign();
  return { desk, visitId, transactionId, sign, make };
}

async function paper(desk: Desk) {
  const visit = await desk.must('visits.current', {});
  return visit?.transactions[0]?.steps.find(({ index }) => index === PAPER);
}

test('a paper is made from the answers, kept as PDF, and can be looked at', async () => {
  const { desk, make } = await moving();
  const answer = await make();
  if (!answer.ok) throw new Error('the paper was refused');
  const [transaction] = answer.value.transactions;
  const data = transaction?.steps.find(({ index }) => index === PAPER)?.data;
  if (data?.kind !== 'document') throw new Error('the step holds no paper');
  const { attachmentId = '' } = data;
  const { mime, base64 } = await desk.must('transactions.attachment', { attachmentId });
  expect(mime).toBe('application/pdf');
  expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(transaction?.complete).toBe(true);
  expect(desk.audited()).toContain('transactions.makeDocument');
});

test('a paper is no longer there when its answers change', async () => {
  const { desk, transactionId, make } = await moving();
  await make();
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  expect(await paper(desk)).toMatchObject({
    state: 'problem',
    problems: [{ field: 'attachmentId', reason: 'required' }],
    data: { kind: 'document', discarded: 'answers' },
  });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(1);
});

test('a paper is no longer there when it is signed anew', async () => {
  const { desk, make, sign } = await moving();
  await make();
  await sign();
  expect((await paper(desk))?.data).toEqual({ kind: 'document', discarded: 'signature' });
});

test('a paper stays when the same is saved again, or something that does not stand on it', async () => {
  const { desk, transactionId, make } = await moving();
  await make();
  await save(desk, transactionId, FORM, answers('Boterdiep 33, 3077 AW Rotterdam'));
  await save(desk, transactionId, 0, { kind: 'checklist', checked: ['identiteit'] });
  expect((await paper(desk))?.state).toBe('done');
});

test('answers that come in while the paper is made are never on a paper that says otherwise', async () => {
  const { desk, transactionId, make, sign } = await moving();
  const making = make();
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  expect(await making).toMatchObject({ ok: false, error: { code: 'stepIncomplete', field: 'index' } });
  expect((await paper(desk))?.state).toBe('todo');
  // Nobody signed for the new answers yet.
  expect(await make()).toMatchObject({ ok: false });
  await sign();
  expect(await make()).toMatchObject({ ok: true });
});

test('two clicks make one paper', async () => {
  const { desk, transactionId } = await moving();
  const input = { commandId: desk.commandId(), transactionId, index: PAPER };
  const [first, second] = await Promise.all([
    desk.call('transactions.makeDocument', input),
    desk.call('transactions.makeDocument', input),
  ]);
  expect(second).toEqual(first);
  expect(desk.audited().filter((action) => action === 'transactions.makeDocument')).toHaveLength(1);
});

test('without a person, or at a step that makes none, there is no paper', async () => {
  const { desk, transactionId } = await moving();
  const input = { commandId: desk.commandId(), transactionId, index: FORM };
  expect(await desk.call('transactions.makeDocument', input)).toMatchObject({
    error: { code: 'notFound', field: 'index' },
  });
  const visit = await desk.startVisit(2);
  const add = { commandId: desk.commandId(), visitId: visit.visitId, productId: 'verhuizing' };
  const added = await desk.must('visits.addProduct', add, 2);
  const nobody = { ...input, commandId: desk.commandId(), index: PAPER };
  expect(
    await desk.call(
      'transactions.makeDocument',
      { ...nobody, transactionId: added.transactions[0]?.transactionId ?? '' },
      2,
    ),
  ).toMatchObject({ error: { code: 'stepIncomplete', field: 'person' } });
});

test.each([
  ['the checklist', 0, 'checklist'],
  ['an answer', FORM, 'form'],
  ['the signature', SIGNATURE, 'signature'],
])('without %s there is no paper, and the refusal names the step', async (_, without, detail) => {
  const { desk, transactionId, make } = await moving();
  if (without === 0) await save(desk, transactionId, 0, { kind: 'checklist', checked: ['identiteit'] });
  if (without === FORM) await save(desk, transactionId, FORM, answers(''));
  if (without === SIGNATURE)
    desk.store.db.prepare('DELETE FROM draft_step WHERE step_index = ?').run(SIGNATURE);
  expect(await make()).toEqual({
    ok: false,
    error: { code: 'stepIncomplete', field: `steps.${without}`, detail },
  });
  expect(await paper(desk)).toMatchObject({ state: 'todo', data: null });
});

test('what was signed and made for one person is not there for another, and it is said why', async () => {
  const { desk, visitId, transactionId, make } = await moving();
  await make();
  const by = { kind: 'bsn', bsn: BSN.prefixed } as const;
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  const steps = (await desk.must('visits.current', {}))?.transactions[0]?.steps;
  expect(steps?.[FORM]?.data).toEqual({
    kind: 'form',
    values: { ...answers('Boterdiep 33, 3077 AW Rotterdam').values, oudAdres: '' },
  });
  expect(steps?.map(({ state }) => state)).toEqual(['done', 'done', 'todo', 'problem']);
  expect(steps?.at(-1)?.data).toEqual({ kind: 'document', discarded: 'person' });
  expect(await make()).toMatchObject({ error: { field: `steps.${SIGNATURE}` } });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(0);
  const write = { commandId: desk.commandId(), transactionId, index: PAPER };
  expect(await desk.call('transactions.saveStep', { ...write, data: { kind: 'document' } })).toMatchObject({
    error: { code: 'invalidInput' },
  });
});

test('an uittreksel is not made from a document alone, but as soon as the BRP knows the person', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const identify = () =>
    desk.must('visits.identify', {
      commandId: desk.commandId(),
      visitId,
      by: { kind: 'mrz', text: passport(BSN.adult, { withBsn: true }).join('\n') },
    });
  desk.brp.away = true;
  await identify();
  const transactionId = await addTo(desk, visitId, 'brp-uittreksel');
  await fillExtract(desk, transactionId);
  const make = () =>
    desk.call('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: 2 });
  expect(await make()).toEqual({
    ok: false,
    error: { code: 'productNotPossible', field: 'document', detail: 'notVerified' },
  });
  desk.brp.away = false;
  await identify();
  expect(await make()).toMatchObject({ ok: true });
});
