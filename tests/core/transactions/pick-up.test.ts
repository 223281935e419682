import { expect, test } from 'vitest';
import { ok } from '../../../shared/lib/result.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
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
  const answer = await desk.must('transactions.commit', klaar(desk, visitId, FREE));
  expect(answer.zaken).toEqual([{ productName: 'Paspoort ophalen', zaakIdentificatie: zaak }]);
  expect(desk.outbox.visits[1]?.transactions).toMatchObject([
    {
      transactionId,
      kind: 'pickUp',
      zaakIdentificatie: zaak,
      closes: true,
      eigenschappen: { documentnummer: 'NXB1K2C34' },
    },
  ]);
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
