import { expect, test } from 'vitest';
import type { StepData } from '../../../shared/domain/product.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN } from '../../helpers/core-persons.ts';

async function visitOf(bsn?: string) {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  if (bsn) await identify(desk, visitId, bsn);
  const add = (productId: string, more: { variantId?: string; urgent?: boolean } = {}) =>
    desk.call('visits.addProduct', { commandId: desk.commandId(), visitId, productId, ...more });
  return { desk, visitId, add };
}

async function identify(desk: Desk, visitId: string, bsn: string) {
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by: { kind: 'bsn', bsn } });
}

test('products are added in order, with their steps and their leges', async () => {
  const { add } = await visitOf(BSN.adult);
  await add('paspoort', { urgent: true });
  const answer = await add('brp-uittreksel');
  if (!answer.ok) throw new Error('refused');
  const { transactions, totalCents } = answer.value;
  expect(transactions.map(({ product }) => product.id)).toEqual(['paspoort', 'brp-uittreksel']);
  expect(transactions[0]).toMatchObject({ variantId: 'volwassene', urgent: true, complete: false });
  expect(transactions[0]?.fee).toMatchObject({ cents: 8387 + 5709, example: true });
  expect(transactions[0]?.steps.map(({ kind }) => kind)).toEqual(['checklist', 'photo', 'form', 'note']);
  expect(totalCents).toBe(transactions.reduce((sum, { fee }) => sum + fee.cents, 0));
});

test.each([
  ['deceased', BSN.deceased, 'brp-uittreksel'],
  ['tooYoung', BSN.child, 'rijbewijs'],
])('a product is refused for somebody %s', async (detail, bsn, productId) => {
  const { add } = await visitOf(bsn);
  expect(await add(productId)).toMatchObject({
    error: { code: 'productNotPossible', field: 'productId', detail },
  });
});

test('a national passport or identity card is refused to who is not Dutch, and to nobody else', async () => {
  const { add, desk, visitId } = await visitOf(BSN.adult);
  expect(await add('paspoort')).toMatchObject({ ok: true });
  desk.brp.about = { dutch: 'no' };
  await identify(desk, visitId, BSN.prefixed);
  for (const productId of ['paspoort', 'identiteitskaart'])
    expect(await add(productId)).toMatchObject({ error: { code: 'productNotPossible', detail: 'notDutch' } });
  expect(await add('rijbewijs')).toMatchObject({ ok: true });
  desk.brp.about = { dutch: 'yes' };
  await identify(desk, visitId, BSN.adult);
  expect(await add('identiteitskaart')).toMatchObject({ ok: true });
});

test.each([
  ['Alexandra Holthuizen', 'problem'],
  ['Jane Rosetta Braam', 'done'],
])('a child does not agree to its own passport: %s', async (name, state) => {
  const { add, desk } = await visitOf();
  desk.brp.about = { fullName: 'Alexandra Holthuizen' };
  desk.brp.gezag = {
    kind: 'EenhoofdigOuderlijkGezag',
    holders: ['Jane Rosetta Braam'],
    inOnderzoek: false,
  };
  const { visitId = '' } = (await desk.must('visits.current', {})) ?? {};
  await identify(desk, visitId, BSN.child);
  const added = await add('paspoort');
  const transactionId = added.ok ? (added.value.transactions[0]?.transactionId ?? '') : '';
  const saved = await desk.must('transactions.saveStep', {
    commandId: desk.commandId(),
    transactionId,
    index: 1,
    data: { kind: 'consent', givenBy: [{ name, how: 'present' }] },
  });
  expect(saved.person?.gezag?.holders).toEqual(['Jane Rosetta Braam']);
  expect(saved.transactions[0]?.steps.find(({ kind }) => kind === 'consent')?.state).toBe(state);
});

test.each([
  ['a year too early', '2025-11-23', 'tooEarly'],
  ['five weeks ahead', '2026-12-28', 'tooLate'],
  ['eight days late', '2026-11-15', undefined],
])('a move that is %s', async (_, verhuisdatum, reason) => {
  const { add, desk } = await visitOf(BSN.adult);
  const added = await add('verhuizing');
  const transactionId = added.ok ? (added.value.transactions[0]?.transactionId ?? '') : '';
  const values = { nieuwAdres: 'Boterdiep 33', verhuisdatum, woonsituatie: 'huur' };
  const data: StepData = { kind: 'form', values };
  const save = { commandId: desk.commandId(), transactionId, index: 1, data };
  const [form] = (await desk.must('transactions.saveStep', save)).transactions[0]?.steps.slice(1) ?? [];
  expect(form?.problems).toEqual(reason ? [{ field: 'verhuisdatum', reason }] : []);
});

test.each([
  ['an unknown product', 'bestaat-niet', {}, 'notFound', 'productId'],
  ['an unknown kind', 'paspoort', { variantId: 'zeeman' }, 'notFound', 'variantId'],
  ['a kind for another age', 'paspoort', { variantId: 'kind' }, 'productNotPossible', 'variantId'],
  ['urgency for what knows none', 'vog', { urgent: true }, 'productNotPossible', 'urgent'],
] as const)('%s is refused by name', async (_what, productId, more, code, field) => {
  const { add, desk } = await visitOf(BSN.adult);
  expect(await add(productId, more)).toMatchObject({ error: { code, field } });
  expect((await desk.must('visits.current', {}))?.transactions).toEqual([]);
});

test('a kind that was chosen before the age was known counts no more when it does not fit', async () => {
  const { add, desk, visitId } = await visitOf();
  const before = await add('paspoort', { variantId: 'volwassene' });
  expect(before).toMatchObject({ ok: true, value: { transactions: [{ variantId: 'volwassene' }] } });
  await identify(desk, visitId, BSN.child);
  const visit = await desk.must('visits.current', {});
  expect(visit?.transactions[0]).toMatchObject({ variantId: 'kind', fee: { cents: 6342 } });
  expect(visit?.transactions[0]?.steps.map(({ kind }) => kind)).toContain('consent');
});

test('a product that turns out not to be possible cannot be finished', async () => {
  const { add, desk, visitId } = await visitOf();
  await add('vog');
  await identify(desk, visitId, BSN.deceased);
  const commit = {
    commandId: desk.commandId(),
    visitId,
    outcome: 'inOneGo',
    payment: { method: 'none' },
  } as const;
  expect(await desk.call('transactions.commit', commit)).toMatchObject({
    error: { code: 'productNotPossible', detail: 'deceased' },
  });
});

test('a product is taken out with what was filled in', async () => {
  const { add, desk } = await visitOf(BSN.adult);
  const added = await add('vog');
  const transactionId = (added.ok && added.value.transactions[0]?.transactionId) || '';
  const data: StepData = { kind: 'checklist', checked: ['identiteit'] };
  await desk.must('transactions.saveStep', { commandId: desk.commandId(), transactionId, index: 0, data });
  const remove = { commandId: desk.commandId(), transactionId };
  expect(await desk.call('visits.removeProduct', remove, 2)).toMatchObject({ error: { code: 'noVisit' } });
  expect(await desk.must('visits.removeProduct', remove)).toMatchObject({ transactions: [], totalCents: 0 });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_step').pluck().get()).toBe(0);
  expect(await desk.call('visits.removeProduct', { ...remove, commandId: desk.commandId() })).toMatchObject({
    error: { code: 'notFound' },
  });
});

test('products are the catalogue of the municipality', async () => {
  const { desk } = await visitOf();
  const ids = (await desk.must('visits.products', {})).map(({ id }) => id);
  expect(ids).toContain('paspoort');
  expect(ids).toHaveLength(13);
});
