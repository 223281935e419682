import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';
import { addTo, PIXEL_PNG, save, visitWith } from '../../helpers/core-transactions.ts';

const FORM = 1;
const SIGNATURE = 2;
const PAPER = 3;
const answers = (nieuwAdres: string) =>
  ({ kind: 'form', values: { nieuwAdres, verhuisdatum: '2026-12-01', woonsituatie: 'huur' } }) as const;

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

async function paperState(desk: Desk): Promise<string | undefined> {
  const visit = await desk.must('visits.current', {});
  return visit?.transactions[0]?.steps.find(({ index }) => index === PAPER)?.state;
}

test('a paper is made from the answers, kept as PDF, and can be looked at', async () => {
  const { desk, make } = await moving();
  const answer = await make();
  if (!answer.ok) throw new Error('the paper was refused');
  const [transaction] = answer.value.transactions;
  const data = transaction?.steps.find(({ index }) => index === PAPER)?.data;
  if (data?.kind !== 'document') throw new Error('the step holds no paper');
  const { mime, base64 } = await desk.must('transactions.attachment', { attachmentId: data.attachmentId });
  expect(mime).toBe('application/pdf');
  expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(transaction?.complete).toBe(true);
  expect(desk.audited()).toContain('transactions.makeDocument');
});

test('a paper is no longer there when its answers change', async () => {
  const { desk, transactionId, make } = await moving();
  await make();
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  expect(await paperState(desk)).toBe('todo');
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(1);
});

test('a paper is no longer there when it is signed anew', async () => {
  const { desk, make, sign } = await moving();
  await make();
  await sign();
  expect(await paperState(desk)).toBe('todo');
});

test('a paper stays when the same is saved again, or something that does not stand on it', async () => {
  const { desk, transactionId, make } = await moving();
  await make();
  await save(desk, transactionId, FORM, answers('Boterdiep 33, 3077 AW Rotterdam'));
  await save(desk, transactionId, 0, { kind: 'checklist', checked: ['identiteit'] });
  expect(await paperState(desk)).toBe('done');
});

test('answers that come in while the paper is made are never on a paper that says otherwise', async () => {
  const { desk, transactionId, make } = await moving();
  const making = make();
  await save(desk, transactionId, FORM, answers('Boterdiep 35, 3077 AW Rotterdam'));
  expect(await making).toMatchObject({ ok: false, error: { code: 'stepIncomplete', field: 'index' } });
  expect(await paperState(desk)).toBe('todo');
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
  await save(desk, transactionId, FORM, { kind: 'form', values: { doel: '', taal: 'nl' } });
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
