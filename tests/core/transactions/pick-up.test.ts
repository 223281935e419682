import { expect, test } from 'vitest';
import type { FindZaak } from '../../../electron/core/transactions/index.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN } from '../../helpers/core-persons.ts';
import {
  addTo,
  choose,
  fillPassport,
  fillPickUp,
  fillVog,
  klaar,
  visitWith,
} from '../../helpers/core-transactions.ts';

const FREE = { payment: { method: 'none' } } as const;

/** A passport that was asked for in an earlier visit. */
async function asked(): Promise<{ desk: Desk; zaak: string }> {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'paspoort');
  await fillPassport(desk, transactionId);
  const answer = await desk.must('transactions.commit', klaar(desk, visitId, { outcome: 'pickUpNeeded' }));
  return { desk, zaak: answer.zaken[0]?.zaakIdentificatie ?? '' };
}

async function pickingUp(desk: Desk) {
  const made = await visitWith(desk, 'paspoort-ophalen');
  await fillPickUp(desk, made.transactionId);
  return made;
}

test('a second visit closes the zaak of the first', async () => {
  const { desk, zaak } = await asked();
  await desk.clock.advance(7 * 24 * 3_600_000);
  const { visitId, transactionId } = await pickingUp(desk);
  expect(await desk.must('visits.openZaken', { visitId })).toEqual([
    { zaakIdentificatie: zaak, productName: 'Paspoort', startedOn: '2026-11-23', source: 'here' },
  ]);
  expect(await desk.call('transactions.commit', klaar(desk, visitId, FREE))).toMatchObject({
    error: { code: 'stepIncomplete', field: transactionId },
  });
  expect(await choose(desk, transactionId, `${zaak} `)).toMatchObject({ ok: true });
  desk.outbox.numbers.push('ZAAK-2026-0000000007');
  const answer = await desk.must('transactions.commit', klaar(desk, visitId, FREE));
  expect(answer.zaken).toEqual([{ productName: 'Paspoort ophalen', zaakIdentificatie: zaak }]);
  // A number is for a new zaak.
  expect(desk.outbox.numbers).toHaveLength(1);
  expect(desk.outbox.visits[1]?.transactions).toMatchObject([
    {
      transactionId,
      kind: 'pickUp',
      zaakIdentificatie: zaak,
      closes: true,
    },
  ]);
  expect(desk.outbox.visits[1]?.transactions[0]?.eigenschappen).toEqual({
    documentnummer: 'NXB1K2C34',
  });
});

test('a zaak is closed once: the list has it no more, and naming it again is refused', async () => {
  const { desk, zaak } = await asked();
  const first = await pickingUp(desk);
  await choose(desk, first.transactionId, zaak);
  await desk.must('transactions.commit', klaar(desk, first.visitId, FREE));
  const second = await pickingUp(desk);
  expect(await desk.must('visits.openZaken', { visitId: second.visitId })).toEqual([]);
  expect(await choose(desk, second.transactionId, zaak)).toMatchObject({
    error: { code: 'productNotPossible', field: 'pickUpOf', detail: 'pickedUp' },
  });
});

test('two counters that hand out the same passport: the second is told so at klaar', async () => {
  const { desk, zaak } = await asked();
  const first = await pickingUp(desk);
  await choose(desk, first.transactionId, zaak);
  // The other counter has named the zaak too, before the first was done.
  desk.store.db.prepare('UPDATE draft_transaction SET pick_up_of = ?').run(zaak);
  const twice = await addTo(desk, first.visitId, 'paspoort-ophalen');
  await fillPickUp(desk, twice);
  await choose(desk, twice, zaak);
  expect(await desk.call('transactions.commit', klaar(desk, first.visitId, FREE))).toMatchObject({
    error: { code: 'productNotPossible', field: twice, detail: 'pickedUp' },
  });
  expect(desk.outbox.visits).toHaveLength(1);
});

test('a zaak of another workstation may be named by its number', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await pickingUp(desk);
  await choose(desk, transactionId, 'BALIE-B07-01KAR000000000000000000042');
  await desk.must('transactions.commit', klaar(desk, visitId, FREE));
  expect(desk.outbox.visits[0]?.transactions).toMatchObject([
    { kind: 'pickUp', zaakIdentificatie: 'BALIE-B07-01KAR000000000000000000042' },
  ]);
});

test('no number is no zaak', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await pickingUp(desk);
  for (const nothing of ['', '   ', null]) {
    const answer = await choose(desk, transactionId, nothing);
    expect(answer).toMatchObject({
      ok: true,
      value: { transactions: [{ pickUpOf: null, complete: false }] },
    });
  }
  expect(await desk.call('transactions.commit', klaar(desk, visitId, FREE))).toMatchObject({
    error: { code: 'stepIncomplete' },
  });
});

test('a product that closes no zaak cannot name one', async () => {
  const { desk, zaak } = await asked();
  const { transactionId } = await visitWith(desk, 'vog');
  expect(await choose(desk, transactionId, zaak)).toMatchObject({
    error: { code: 'productNotPossible', field: 'pickUpOf', detail: 'noPickUp' },
  });
});

test('a zaak of another product is refused', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'vog');
  await fillVog(desk, transactionId);
  const answer = await desk.must('transactions.commit', klaar(desk, visitId));
  const pickUp = await pickingUp(desk);
  expect(await choose(desk, pickUp.transactionId, answer.zaken[0]?.zaakIdentificatie ?? '')).toMatchObject({
    error: { code: 'productNotPossible', field: 'pickUpOf', detail: 'otherProduct' },
  });
});

test('a zaak of another counter is offered when it is picked up, and the list does not wait for a slow zaaksysteem', async () => {
  const zaak = (zaakIdentificatie: string, omschrijving: string) => ({
    zaakIdentificatie,
    omschrijving,
    startedOn: '2026-11-02',
  });
  const answering = await openDesk({
    centralZaken: () =>
      Promise.resolve(ok([zaak('BALIE-B02-1', 'Paspoort'), zaak('WMO-7', 'Huishoudelijke hulp')])),
  });
  const { visitId } = await pickingUp(answering);
  expect(await answering.must('visits.openZaken', { visitId })).toEqual([
    { zaakIdentificatie: 'BALIE-B02-1', productName: 'Paspoort', startedOn: '2026-11-02', source: 'central' },
  ]);

  const hanging = await openDesk({ centralZaken: () => new Promise(() => undefined) });
  const other = await pickingUp(hanging);
  const list = hanging.must('visits.openZaken', { visitId: other.visitId });
  await hanging.clock.advance(3_000);
  expect(await list).toEqual([]);
});

test.each(['weet niet', 'paspoort', 'ZAAK 2026 1', 'BALIE-B07-01KAR00000000000000000042'])(
  'what can be no zaak number is refused and names the field: %s',
  async (typed) => {
    const desk = await openDesk();
    const { transactionId } = await pickingUp(desk);
    expect(await choose(desk, transactionId, typed)).toEqual({
      ok: false,
      error: { code: 'productNotPossible', field: 'pickUpOf', detail: 'zaakNumberForm' },
    });
  },
);

const FOUND = {
  zaaktype: 'BALIE-PASPOORT',
  omschrijving: 'Paspoort',
  startedOn: '2026-11-02',
  closed: false,
  initiator: { name: 'Suzanne Moulin', burgerservicenummer: BSN.adult },
};

test.each([
  ['of this person', FOUND, { check: 'central', forName: 'Suzanne Moulin', holder: 'same' }],
  [
    'of another person',
    { ...FOUND, initiator: { name: 'Barbara Goulouse', burgerservicenummer: '999990512' } },
    { forName: 'Barbara Goulouse', holder: 'other' },
  ],
  ['of nobody known', { ...FOUND, initiator: null }, { forName: null, holder: 'unknown' }],
])('a zaak is looked up and shown, without a number of a person: %s', async (_, facts, shown) => {
  const desk = await openDesk({ findZaak: () => Promise.resolve(ok(facts)) });
  const { transactionId } = await pickingUp(desk);
  const answer = await choose(desk, transactionId, 'ZAAK-2026-0000000001');
  if (!answer.ok) throw new Error('refused');
  const [transaction] = answer.value.transactions;
  expect(transaction?.pickUp).toMatchObject({ productName: 'Paspoort', startedOn: '2026-11-02', ...shown });
  expect(JSON.stringify(answer)).not.toMatch(/99999\d{4}/);
});

test.each([
  ['that does not exist', null, 'zaakNotFound'],
  ['that is closed', { ...FOUND, closed: true }, 'zaakClosed'],
  ['of another kind', { ...FOUND, zaaktype: 'BALIE-VOG' }, 'otherProduct'],
])('a zaak %s is refused', async (_, facts, detail) => {
  const desk = await openDesk({ findZaak: () => Promise.resolve(ok(facts)) });
  const { transactionId } = await pickingUp(desk);
  expect(await choose(desk, transactionId, 'ZAAK-2026-0000000001')).toMatchObject({
    error: { code: 'productNotPossible', field: 'pickUpOf', detail },
  });
  expect((await desk.must('visits.current', {}))?.transactions[0]?.pickUpOf).toBeNull();
});

test('with the zaaksysteem away or slow a number is taken as it was typed, and looked up when asked again', async () => {
  let answer: Awaited<ReturnType<FindZaak>> = fail('centralUnavailable');
  const desk = await openDesk({
    findZaak: () => (answer.ok ? Promise.resolve(answer) : new Promise(() => undefined)),
  });
  const { transactionId } = await pickingUp(desk);
  const choosing = choose(desk, transactionId, 'ZAAK-2026-0000000001');
  await desk.clock.advance(3_000);
  expect(await choosing).toMatchObject({
    value: { transactions: [{ pickUp: { check: 'notLookedUp', productName: null, holder: 'unknown' } }] },
  });
  answer = ok(FOUND);
  expect(await choose(desk, transactionId, 'ZAAK-2026-0000000001')).toMatchObject({
    value: { transactions: [{ pickUp: { check: 'central', holder: 'same' } }] },
  });
});

test.each([
  ['away', fail('centralUnavailable')],
  ['not told of it yet', ok(null)],
])('a zaak of this PC is known also when the zaaksysteem is %s', async (_, answer) => {
  const desk = await openDesk({ findZaak: () => Promise.resolve(answer) });
  const first = await visitWith(desk, 'paspoort');
  await fillPassport(desk, first.transactionId);
  const done = await desk.must(
    'transactions.commit',
    klaar(desk, first.visitId, { outcome: 'pickUpNeeded' }),
  );
  const { transactionId } = await pickingUp(desk);
  expect(await choose(desk, transactionId, done.zaken[0]?.zaakIdentificatie ?? '')).toMatchObject({
    value: {
      transactions: [
        { pickUp: { check: 'here', productName: 'Paspoort', forName: 'Suzanne Moulin', holder: 'same' } },
      ],
    },
  });
});

test('the zaak number of a finished pick-up is corrected once it fits, and what is sent has the new one', async () => {
  const { desk, zaak } = await asked();
  const { visitId, transactionId } = await pickingUp(desk);
  await choose(desk, transactionId, 'ZAAK-2026-0000000001');
  await desk.must('transactions.commit', klaar(desk, visitId, FREE));
  const correct = (number: string) => desk.source.correctPickUp(transactionId, number, 'clerk-1');
  expect(correct('weet niet')).toMatchObject({ error: { detail: 'zaakNumberForm' } });
  expect(correct(zaak)).toEqual(ok(true));
  expect(desk.source.visit(visitId)?.transactions).toMatchObject([{ zaakIdentificatie: zaak }]);
  expect(correct(zaak)).toMatchObject({ error: { detail: 'pickedUp' } });
});
