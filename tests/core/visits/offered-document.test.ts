import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';
import { addTo, fillExtract, save } from '../../helpers/core-transactions.ts';

const PERSON_CHANGED = { kind: 'document', discarded: 'person' };

async function identified(): Promise<{ desk: Desk; visitId: string }> {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  return { desk, visitId };
}

test('the document of somebody else is offered, never taken over by itself', async () => {
  const { desk } = await identified();
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  const visit = await desk.must('visits.current', {});
  expect(visit?.person?.bsnMasked).toBe('•••••3653');
  expect(visit?.offeredDocument).toMatchObject({ documentNumber: expect.stringMatching(/^NX990275/) });
  expect(desk.brp.asked).toHaveLength(1);
});

test('the clerk takes the offered document, and the visit is that person', async () => {
  const { desk, visitId } = await identified();
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  const readId = (await desk.must('visits.current', {}))?.offeredDocument?.readId ?? '';
  const answer = await desk.must('visits.identify', {
    commandId: desk.commandId(),
    visitId,
    by: { kind: 'document', readId },
  });
  expect(answer).toMatchObject({
    kind: 'identified',
    visit: { person: { bsnMasked: '•••••0275' }, offeredDocument: null },
  });
});

test('the clerk puts the offered document aside', async () => {
  const { desk, visitId } = await identified();
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  const visit = await desk.must('visits.dismissDocument', { commandId: desk.commandId(), visitId });
  expect(visit).toMatchObject({ person: { bsnMasked: '•••••3653' }, offeredDocument: null });
});

async function named(bsn: string): Promise<{ desk: Desk; visitId: string; transactionId: string }> {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const by = { kind: 'bsn', bsn } as const;
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  const add = { commandId: desk.commandId(), visitId, productId: 'brp-uittreksel' };
  const transactionId = (await desk.must('visits.addProduct', add)).transactions[0]?.transactionId ?? '';
  await fillExtract(desk, transactionId);
  await desk.must('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: 2 });
  desk.published.length = 0;
  return { desk, visitId, transactionId };
}

test.each([
  ['by its number', { withBsn: true }],
  ['by name and birth date, when it has no number', {}],
])('the document of who is identified already joins the visit unasked, %s', async (_, how) => {
  const { desk } = await named(BSN.prefixed);
  await desk.read(passport(BSN.prefixed, how));
  const visit = await desk.must('visits.current', {});
  expect(visit).toMatchObject({
    person: { bsnMasked: '•••••0275', verification: 'verified' },
    document: { kind: 'passport', number: 'NX990275K', differences: [] },
    offeredDocument: null,
  });
  expect(visit?.transactions[0]?.steps.find(({ index }) => index === 2)?.state).toBe('done');
  expect(desk.published).toEqual([
    { name: 'visit.changed', data: { counter: 1 } },
    { name: 'visit.documentAdded', data: { counter: 1 } },
  ]);
  expect(desk.brp.asked).toHaveLength(1);
  expect(desk.audited().slice(-1)).toEqual(['visits.documentAdded']);
});

test('an own document in which a name differs joins the visit by its number, with what differs', async () => {
  const { desk } = await named(BSN.adult);
  await desk.read(passport(BSN.adult, { withBsn: true, surname: 'Moulinet' }));
  expect(await desk.must('visits.current', {})).toMatchObject({
    document: { differences: ['surname'] },
    offeredDocument: null,
  });
});

test('without a number, one name that differs makes it the document of somebody else', async () => {
  const { desk } = await named(BSN.adult);
  await desk.read(passport(BSN.adult, { surname: 'Moulinet' }));
  expect(await desk.must('visits.current', {})).toMatchObject({
    document: null,
    offeredDocument: { holder: 'other' },
  });
});

test('a driving licence says nothing of its holder: it is asked whether it is of this person', async () => {
  const { desk, visitId } = await named(BSN.adult);
  await desk.read(['D1NLD15094962111659VW87Z78NB84']);
  const offered = (await desk.must('visits.current', {}))?.offeredDocument;
  expect(offered?.holder).toBe('unknown');
  const by = { kind: 'document', readId: offered?.readId ?? '' } as const;
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  expect(await desk.must('visits.current', {})).toMatchObject({
    person: { bsnMasked: '•••••3653' },
    document: { kind: 'drivingLicence' },
    offeredDocument: null,
  });
});

test('the same document once more is no news', async () => {
  const { desk } = await identified();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  expect((await desk.must('visits.current', {}))?.offeredDocument).toBeNull();
});

test('an offer ends by itself after five minutes', async () => {
  const { desk, visitId } = await identified();
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  const readId = (await desk.must('visits.current', {}))?.offeredDocument?.readId ?? '';
  await desk.clock.advance(5 * 60_000);
  expect((await desk.must('visits.current', {}))?.offeredDocument).toBeNull();
  const by = { kind: 'document', readId } as const;
  expect(await desk.call('visits.identify', { commandId: desk.commandId(), visitId, by })).toMatchObject({
    error: { code: 'notFound', field: 'by.readId' },
  });
});

test('a second document while the BRP is asked about the first is offered', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  let open = () => {};
  desk.brp.gate = new Promise((resolve) => {
    open = resolve;
  });
  await desk.read(passport(BSN.adult, { withBsn: true }));
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  open();
  await desk.clock.advance(0);
  const visit = await desk.must('visits.current', {});
  expect(visit?.person?.bsnMasked).toBe('•••••3653');
  expect(visit?.offeredDocument).toMatchObject({ documentNumber: expect.stringMatching(/^NX990275/) });
});

test('an answer of the BRP that comes after the visit has ended changes nothing', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  let open = () => {};
  desk.brp.gate = new Promise((resolve) => {
    open = resolve;
  });
  await desk.read(passport(BSN.adult, { withBsn: true }));
  await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  const next = await desk.startVisit();
  open();
  await desk.clock.advance(0);
  expect(await desk.must('visits.current', {})).toMatchObject({
    visitId: next.visitId,
    person: null,
    offeredDocument: null,
  });
  expect(desk.store.db.prepare('SELECT count(*) FROM visit WHERE person IS NOT NULL').pluck().get()).toBe(0);
});

test('papers that were made for the first person go when it is another', async () => {
  const { desk, visitId } = await identified();
  const add = { commandId: desk.commandId(), visitId, productId: 'brp-uittreksel' };
  const transactionId = (await desk.must('visits.addProduct', add)).transactions[0]?.transactionId ?? '';
  await fillExtract(desk, transactionId);
  const made = await desk.must('transactions.makeDocument', {
    commandId: desk.commandId(),
    transactionId,
    index: 2,
  });
  expect(made.transactions[0]?.steps.find(({ index }) => index === 2)?.state).toBe('done');
  await desk.must('visits.identify', {
    commandId: desk.commandId(),
    visitId,
    by: { kind: 'bsn', bsn: BSN.prefixed },
  });
  const visit = await desk.must('visits.current', {});
  expect(visit).toMatchObject({ person: { bsnMasked: '•••••0275' }, document: null });
  expect(visit?.transactions[0]?.steps.find(({ index }) => index === 2)?.data).toEqual(PERSON_CHANGED);
});

test('without a number in either document, another document is another person', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.adult));
  const transactionId = await addTo(desk, visitId, 'gewaarmerkt-afschrift');
  const checked = ['identiteit', 'origineel', 'geenDiploma'];
  await save(desk, transactionId, 0, { kind: 'checklist', checked });
  const values = { documentomschrijving: 'Huurcontract', paginas: '2' };
  await save(desk, transactionId, 1, { kind: 'form', values });
  await desk.must('transactions.makeDocument', { commandId: desk.commandId(), transactionId, index: 2 });
  const text = passport(BSN.prefixed).join('\n');
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by: { kind: 'mrz', text } });
  const visit = await desk.must('visits.current', {});
  expect(visit?.transactions[0]?.steps.find(({ index }) => index === 2)?.data).toEqual(PERSON_CHANGED);
});

test('of a document of one of two namesakes the clerk chooses who it is, and the BRP is asked once', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await desk.read(passport(BSN.namesake));
  const visit = await desk.must('visits.current', {});
  expect(visit?.person).toBeNull();
  const readId = visit?.offeredDocument?.readId ?? '';
  const asked = desk.brp.asked.length;
  const commandId = desk.commandId();
  const answer = await desk.must('visits.identify', { commandId, visitId, by: { kind: 'document', readId } });
  if (answer.kind !== 'candidates') throw new Error(answer.kind);
  expect(answer.persons.map(({ bsnMasked }) => bsnMasked).sort()).toEqual(['•••••0305', '•••••4669']);
  expect(desk.brp.asked).toHaveLength(asked);
  const index = answer.persons.findIndex(({ bsnMasked }) => bsnMasked === '•••••4669');
  const chosen = await desk.must('visits.identify', {
    commandId: desk.commandId(),
    visitId,
    by: { kind: 'candidate', searchId: answer.searchId, index },
  });
  expect(chosen).toMatchObject({
    kind: 'identified',
    visit: { person: { bsnMasked: '•••••4669' }, document: { kind: 'passport' }, offeredDocument: null },
  });
});
