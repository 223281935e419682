import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { fillPassport, klaar, save, visitWith, VOG_FORM } from '../../helpers/core-transactions.ts';

const DAY_MS = 24 * 3_600_000;
const RETENTION_DAYS = 30;

async function finished() {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'paspoort');
  await fillPassport(desk, transactionId);
  const note = 'Mevrouw belt nog over de foto.';
  await desk.must('transactions.commit', klaar(desk, visitId, { outcome: 'pickUpNeeded', note }));
  const attachmentId = desk.outbox.visits[0]?.transactions[0]?.attachments[0]?.attachmentId ?? '';
  return { desk, visitId, transactionId, attachmentId };
}

/** Lets days go by, and the next clean-up with them. */
async function wait(desk: Desk, days: number): Promise<void> {
  const EVERY_MS = DAY_MS / 4;
  desk.clock.jumpTo(new Date(desk.clock.now().getTime() + days * DAY_MS - EVERY_MS).toISOString());
  await desk.clock.advance(EVERY_MS);
}

const row = (desk: Desk) =>
  desk.store.db
    .prepare<
      [],
      {
        state: string;
        person: string | null;
        document: string | null;
        bsn: string | null;
        committed: string | null;
      }
    >('SELECT state, person, document, burgerservicenummer AS bsn, committed FROM visit')
    .get();

test('a photo leaves this PC as soon as its zaak is whole, not before', async () => {
  const { desk, transactionId, attachmentId } = await finished();
  expect(desk.source.attachment(attachmentId)?.byteLength).toBe(64);
  desk.source.onDelivered('een andere');
  expect(desk.source.attachment(attachmentId)?.byteLength).toBe(64);
  desk.source.onDelivered(transactionId);
  expect(desk.source.attachment(attachmentId)).toBeUndefined();
  desk.source.onDelivered(transactionId);
  expect(desk.source.visit(desk.outbox.visits[0]?.visitId ?? '')?.transactions).toHaveLength(1);
});

test('personal data go when the retention is over and everything was delivered', async () => {
  const { desk, visitId } = await finished();
  desk.delivered.add(visitId);
  await wait(desk, RETENTION_DAYS);
  expect(row(desk)).toMatchObject({ bsn: '999993653' });
  await wait(desk, 1);
  expect(row(desk)).toMatchObject({ state: 'finished', person: null, document: null, bsn: null });
  const kept = desk.source.visit(visitId);
  expect(kept).toMatchObject({
    person: null,
    note: '',
    outcome: 'pickUpNeeded',
    receiptNumber: 'OEFEN1-20261123-0001',
    payment: {
      method: 'card',
      totalCents: 8387,
    },
    transactions: [
      {
        legesCents: 8387,
        zaakIdentificatie: desk.outbox.visits[0]?.transactions[0]?.zaakIdentificatie,
      },
    ],
  });
  for (const part of ['999993653', 'Moulin', 'NX993653K', 'Mevrouw'])
    expect(JSON.stringify(row(desk))).not.toContain(part);
  expect(desk.log.lines).toContainEqual({ level: 'info', event: 'purge.done', fields: { visits: 1 } });
});

test('what was filled in goes with the person: a new address, the number of a document', async () => {
  const { desk, visitId } = await finished();
  const committed = desk.outbox.visits[0];
  const eigenschappen = { nieuw_adres: 'Boterdiep 33', documentnummer: 'NXB1K2C34' };
  const transactions = committed?.transactions.map((one) => ({ ...one, eigenschappen }));
  desk.store.db.prepare('UPDATE visit SET committed = ?').run(JSON.stringify({ ...committed, transactions }));
  desk.delivered.add(visitId);
  await wait(desk, RETENTION_DAYS + 1);
  expect(row(desk)?.committed).not.toMatch(/Boterdiep|NXB1K2C34/);
});

test('what was not delivered stays whole, however old', async () => {
  const { desk, visitId, attachmentId } = await finished();
  const before = row(desk);
  await wait(desk, 400);
  expect(row(desk)).toEqual(before);
  expect(desk.source.attachment(attachmentId)?.byteLength).toBe(64);
  desk.delivered.add(visitId);
  await wait(desk, 1);
  expect(row(desk)).toMatchObject({ person: null });
});

test('a note about a visitor whom nobody identified goes as well', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const note = 'Verwezen naar de huisarts.';
  await desk.must(
    'transactions.commit',
    klaar(desk, visitId, { outcome: 'handedOver', payment: { method: 'none' }, note }),
  );
  desk.delivered.add(visitId);
  await wait(desk, RETENTION_DAYS + 1);
  expect(desk.source.visit(visitId)).toMatchObject({ note: '', outcome: 'handedOver' });
  const runs = () => desk.log.lines.filter(({ event }) => event === 'purge.done').length;
  expect(runs()).toBe(1);
  await wait(desk, 1);
  expect(runs()).toBe(1);
});

test('a visit that nobody ended is dropped after two days, with all of the visitor', async () => {
  const desk = await openDesk();
  const { transactionId } = await visitWith(desk, 'vog');
  await save(desk, transactionId, 1, VOG_FORM);
  await wait(desk, 2);
  expect(row(desk)).toMatchObject({ state: 'open', bsn: '999993653' });
  await wait(desk, 0.25);
  expect(row(desk)).toEqual({ state: 'cancelled', person: null, document: null, bsn: null, committed: null });
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_transaction').pluck().get()).toBe(0);
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_step').pluck().get()).toBe(0);
});

test('a counter that was off for long cleans up when it starts', async () => {
  const { desk, visitId } = await finished();
  desk.store.db.prepare("UPDATE visit SET finished_at = '2026-01-05T09:00:00.000Z'").run();
  await desk.close();
  const later = await openDesk({ file: desk.file, delivered: [visitId] });
  expect(row(later)).toMatchObject({ person: null, bsn: null });
});
