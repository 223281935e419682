import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { deskConfig, openDesk, testClerk } from '../../helpers/core-desk.ts';
import { BSN, testPerson } from '../../helpers/core-persons.ts';
import {
  addTo,
  fillPassport,
  fillVog,
  klaar,
  PIXEL_PNG,
  save,
  SMALL_JPEG,
  visitWith,
} from '../../helpers/core-transactions.ts';

const sha256 = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

test('klaar records exactly what was filled in, field by field', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'verhuizing');
  await save(desk, transactionId, 0, {
    kind: 'checklist',
    checked: ['identiteit', 'bewijsWoning', 'bevoegd'],
  });
  const values = {
    nieuwAdres: ' Boterdiep 33, Rotterdam ',
    verhuisdatum: '2026-12-01',
    woonsituatie: 'huur',
  };
  await save(desk, transactionId, 1, { kind: 'form', values });
  const step = { commandId: desk.commandId(), transactionId, index: 2 };
  await desk.must('transactions.attach', { ...step, mime: 'image/png', base64: PIXEL_PNG });
  await desk.must('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: 3 });
  const paper = desk.store.db
    .prepare<[], { content: Buffer }>('SELECT content FROM draft_attachment WHERE step_index = 3')
    .get();
  await desk.clock.advance(600_000);
  const answer = await desk.must(
    'transactions.commit',
    klaar(desk, visitId, { payment: { method: 'none' }, note: ' Belt nog terug. ' }),
  );

  const [zaak] = answer.zaken;
  expect(zaak?.zaakIdentificatie).toMatch(/^BALIE-OEFEN1-[0-9A-Z]{26}$/);
  expect(answer).toEqual({
    visitId,
    receiptNumber: 'OEFEN1-20261123-0001',
    totalCents: 0,
    changeCents: 0,
    zaken: [{ productName: 'Verhuizing doorgeven', zaakIdentificatie: zaak?.zaakIdentificatie }],
  });
  const attachment = (
    titel: string,
    type: string,
    n: string,
    formaat: string,
    bytes: number,
    hash: string,
  ) => ({
    attachmentId: expect.any(String),
    informatieobjecttype: type,
    titel,
    bestandsnaam: `${zaak?.zaakIdentificatie}-${n}`,
    formaat,
    bytes,
    sha256: hash,
  });
  const pdf = paper?.content ?? Buffer.alloc(0);
  expect(desk.outbox.visits).toEqual([
    {
      visitId,
      committedAt: '2026-11-23T09:10:00.000Z',
      startedAt: '2026-11-23T09:00:00.000Z',
      day: '2026-11-23',
      receiptNumber: 'OEFEN1-20261123-0001',
      referentienummer: '9990000001',
      workstation: 'OEFEN1',
      counter: 1,
      ticketNumber: 'O001',
      clerk: { staffId: testClerk.staffId, loginName: testClerk.loginName, name: testClerk.name },
      person: { ...testPerson(BSN.adult).record, documentNumber: 'NX993653K' },
      outcome: 'inOneGo',
      note: 'Belt nog terug.',
      payment: { method: 'none', totalCents: 0 },
      transactions: [
        {
          transactionId,
          zaakIdentificatie: zaak?.zaakIdentificatie,
          kind: 'new',
          productId: 'verhuizing',
          productName: 'Verhuizing doorgeven',
          uplUri: 'http://standaarden.overheid.nl/owms/terms/verhuismelding',
          zaaktype: 'BALIE-VERHUIZING',
          resultaattype: 'Verleend',
          closes: true,
          eigenschappen: {
            kanaal: 'balie',
            product: 'Verhuizing doorgeven',
            leges: '0,00',
            betaalwijze: 'geen',
            leveringswijze: 'meegegeven aan de balie',
            volgnummer: 'O001',
            nieuw_adres: 'Boterdiep 33, Rotterdam',
            verhuisdatum: '2026-12-01',
          },
          legesCents: 0,
          attachments: [
            {
              ...attachment(
                'Handtekening Verhuizing',
                'Handtekening',
                '01.png',
                'image/png',
                Buffer.from(PIXEL_PNG, 'base64').length,
                sha256(PIXEL_PNG),
              ),
              signed: expect.objectContaining({ how: 'window', staffId: 'clerk-1', documentSha256: null }),
            },
            attachment(
              'Bewijs van aangifte van verhuizing',
              'Verklaring',
              '02.pdf',
              'application/pdf',
              pdf.length,
              sha256(pdf.toString('base64')),
            ),
          ],
        },
      ],
    },
  ]);
  expect(desk.source.visit(visitId)).toEqual(desk.outbox.visits[0]);
  for (const { attachmentId, sha256: hash } of desk.outbox.visits[0]?.transactions[0]?.attachments ?? [])
    expect(sha256(Buffer.from(desk.source.attachment(attachmentId) ?? []).toString('base64'))).toBe(hash);
});

test('klaar ends the visit: ticket finished, drafts gone at the next quiet moment, pump woken, in today’s list', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'vog');
  await fillVog(desk, transactionId);
  desk.published.length = 0;
  const { totalCents } = await desk.must('transactions.commit', klaar(desk, visitId));
  expect(totalCents).toBeGreaterThan(0);
  expect(await desk.must('visits.current', {})).toBeNull();
  expect((await desk.must('hall.queue', {})).current).toBeNull();
  await desk.clock.advance(1_000);
  expect(desk.store.db.prepare('SELECT count(*) FROM draft_transaction').pluck().get()).toBe(0);
  expect(desk.outbox.woken).toBe(1);
  expect(desk.published.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['visit.changed', 'hall.changed']),
  );
  expect(desk.audit.list({ limit: 1 })).toMatchObject([
    {
      who: testClerk.staffId,
      action: 'transactions.commit',
      recordId: visitId,
      detail: 'inOneGo, 1 producten',
    },
  ]);
  expect(await desk.must('visits.finished', {})).toMatchObject([
    {
      visitId,
      totalCents,
      outcome: 'inOneGo',
      verification: 'verified',
      receipt: 'none',
      transactions: [{ sync: 'queued' }],
    },
  ]);
  await desk.clock.advance(15 * 3_600_000);
  expect(await desk.must('visits.finished', {})).toEqual([]);
});

test('a product of two visits leaves its zaak open; leges and payment stand on the zaak', async () => {
  const desk = await openDesk();
  const { visitId, transactionId } = await visitWith(desk, 'paspoort');
  await fillPassport(desk, transactionId);
  const payment = { method: 'cash', givenCents: 10_000 } as const;
  const answer = await desk.must(
    'transactions.commit',
    klaar(desk, visitId, { outcome: 'pickUpNeeded', payment }),
  );
  expect(answer).toMatchObject({ totalCents: 8387, changeCents: 10_000 - 8385 });
  expect(desk.outbox.visits[0]?.transactions[0]).toMatchObject({
    closes: false,
    legesCents: 8387,
    eigenschappen: { leges: '83,87', betaalwijze: 'contant' },
    attachments: [{ informatieobjecttype: 'Pasfoto', formaat: 'image/jpeg', sha256: sha256(SMALL_JPEG) }],
  });
});

test('new zaken get the reserved numbers of the zaaksysteem, then numbers of our own', async () => {
  const desk = await openDesk();
  desk.outbox.numbers.push('ZAAK-2026-0000000007');
  const { visitId, transactionId } = await visitWith(desk, 'vog');
  await fillVog(desk, transactionId);
  await fillVog(desk, await addTo(desk, visitId, 'vog'));
  const { zaken } = await desk.must('transactions.commit', klaar(desk, visitId));
  expect(zaken.map(({ zaakIdentificatie }) => zaakIdentificatie)).toEqual([
    'ZAAK-2026-0000000007',
    expect.stringMatching(/^BALIE-OEFEN1-[0-9A-Z]{26}$/),
  ]);
});

test('every receipt, visit and zaak has a number of its own; receipts count anew each day', async () => {
  const desk = await openDesk();
  for (let n = 0; n < 3; n += 1) {
    if (n === 2) await desk.clock.advance(24 * 3_600_000);
    const { visitId, transactionId } = await visitWith(desk, 'vog');
    await fillVog(desk, transactionId);
    await fillVog(desk, await addTo(desk, visitId, 'vog'));
    await desk.must('transactions.commit', klaar(desk, visitId));
  }
  const visits = desk.outbox.visits;
  expect(visits.map(({ receiptNumber }) => receiptNumber)).toEqual([
    'OEFEN1-20261123-0001',
    'OEFEN1-20261123-0002',
    'OEFEN1-20261124-0001',
  ]);
  expect(visits.map(({ referentienummer }) => referentienummer)).toEqual([
    '9990000001',
    '9990000002',
    '9990000003',
  ]);
  const zaken = visits.flatMap(({ transactions }) =>
    transactions.map(({ zaakIdentificatie }) => zaakIdentificatie),
  );
  expect(new Set(zaken).size).toBe(6);
  for (const zaak of zaken) expect(zaak.length).toBeLessThanOrEqual(40);
  expect(deskConfig.workstation.number).toBe(999);
});
