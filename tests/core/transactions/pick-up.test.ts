import { describe, expect, test } from 'vitest';
import { createKeptZaken } from '../../../electron/core/kept-zaken/index.ts';
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
  const zaak = (zaakIdentificatie: string, zaaktype: string, omschrijving: string) => ({
    zaakIdentificatie,
    zaaktype,
    omschrijving,
    startedOn: '2026-11-02',
  });
  const answering = await openDesk({
    centralZaken: () =>
      Promise.resolve(
        ok([
          zaak('BALIE-B02-1', 'BALIE-PASPOORT', 'Aanvraag paspoort met spoed'),
          zaak('BALIE-B02-2', 'BALIE-PASPOORT', ''),
          zaak('WMO-7', 'WMO-HULP', 'Paspoort'),
        ]),
      ),
  });
  const { visitId } = await pickingUp(answering);
  expect(await answering.must('visits.openZaken', { visitId })).toEqual([
    {
      zaakIdentificatie: 'BALIE-B02-1',
      productName: 'Aanvraag paspoort met spoed',
      startedOn: '2026-11-02',
      source: 'central',
    },
    { zaakIdentificatie: 'BALIE-B02-2', productName: 'Paspoort', startedOn: '2026-11-02', source: 'central' },
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

describe('with the zaaksysteem away', () => {
  const NUMBER = 'BALIE-B02-01KAR000000000000000000001';
  const SEEN = '2026-11-23T08:10:00.000Z';

  /** A counter that read this zaak before, and a pick-up at it. */
  async function keeping(holder: string | null, zaaktype = 'BALIE-PASPOORT', findZaak?: FindZaak) {
    const desk = await openDesk(findZaak && { findZaak });
    const kept = createKeptZaken(desk.store);
    const zaak = { zaakIdentificatie: NUMBER, zaaktype, omschrijving: 'Paspoort', startedOn: '2026-11-16' };
    kept.keep({ ...zaak, url: 'https://zaken.example/zaken/1', seenAt: SEEN });
    kept.setHolder(NUMBER, holder);
    return { desk, kept, ...(await pickingUp(desk)) };
  }
  const viewOf = (answer: Awaited<ReturnType<typeof choose>>) =>
    answer.ok ? answer.value.transactions[0]?.pickUp : answer.error;

  test('a zaak of another counter is found by its person and picked up, with as of when it is known', async () => {
    const { desk, visitId, transactionId } = await keeping(BSN.adult);
    expect(await desk.must('visits.openZaken', { visitId })).toEqual([
      {
        zaakIdentificatie: NUMBER,
        productName: 'Paspoort',
        startedOn: '2026-11-16',
        source: 'kept',
        seenAt: SEEN,
      },
    ]);
    expect(viewOf(await choose(desk, transactionId, NUMBER))).toEqual({
      check: 'kept',
      seenAt: SEEN,
      productName: 'Paspoort',
      startedOn: '2026-11-16',
      forName: null,
      holder: 'same',
    });
    await desk.must('transactions.commit', klaar(desk, visitId, FREE));
    expect(desk.outbox.visits[0]?.transactions).toMatchObject([
      { kind: 'pickUp', zaakIdentificatie: NUMBER },
    ]);
    const next = await pickingUp(desk);
    expect(await desk.must('visits.openZaken', { visitId: next.visitId })).toEqual([]);
  });

  test.each([
    ['of somebody else', '999990512', 'other'],
    ['of whom is not known', null, 'unknown'],
  ])('a zaak %s is not offered, and by its number it says so', async (_, holder, shown) => {
    const { desk, visitId, transactionId } = await keeping(holder);
    expect(await desk.must('visits.openZaken', { visitId })).toEqual([]);
    expect(viewOf(await choose(desk, transactionId, NUMBER))).toMatchObject({ check: 'kept', holder: shown });
  });

  test('a zaak of another product is refused', async () => {
    const { desk, transactionId } = await keeping(BSN.adult, 'BALIE-IDKAART');
    expect(viewOf(await choose(desk, transactionId, NUMBER))).toMatchObject({ detail: 'otherProduct' });
  });

  test.each([
    ['was closed meanwhile', { ...FOUND, closed: true }, 'zaakClosed'],
    ['is no longer there', null, 'zaakNotFound'],
  ])('once it answers that the zaak %s, it is refused and forgotten', async (_, facts, detail) => {
    let answer: Awaited<ReturnType<FindZaak>> = fail('centralUnavailable');
    const { desk, kept, transactionId } = await keeping(BSN.adult, 'BALIE-PASPOORT', () =>
      Promise.resolve(answer),
    );
    expect(viewOf(await choose(desk, transactionId, NUMBER))).toMatchObject({ check: 'kept' });
    answer = ok(facts);
    expect(viewOf(await choose(desk, transactionId, NUMBER))).toMatchObject({ detail });
    expect(kept.named(NUMBER)).toBeUndefined();
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
});

test('the same number once more says that it is right after all, and only that makes its holder seen', async () => {
  const { desk, zaak } = await asked();
  const { visitId, transactionId } = await pickingUp(desk);
  await choose(desk, transactionId, 'ZAAK-2026-0000000001');
  await desk.must('transactions.commit', klaar(desk, visitId, FREE));
  const correct = () => desk.source.correctPickUp(transactionId, zaak, 'clerk-1');
  const sent = () => desk.source.visit(visitId)?.transactions;
  expect(correct()).toEqual(ok(true));
  expect(sent()).toMatchObject([{ zaakIdentificatie: zaak, holderUnseen: true }]);
  expect(correct()).toEqual(ok(true));
  expect(sent()).toMatchObject([{ zaakIdentificatie: zaak, holderUnseen: false }]);
});
