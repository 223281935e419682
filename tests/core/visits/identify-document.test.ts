import { expect, test } from 'vitest';
import { NL_LICENCE } from '../../shared/domain/mrz-specimens.ts';
import { openDesk, testClerk } from '../../helpers/core-desk.ts';
import { BSN, passport, testPerson } from '../../helpers/core-persons.ts';

test('a passport with a burgerservicenummer on the reader says who the visitor is', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  const visit = await desk.must('visits.current', {});
  expect(visit?.person).toMatchObject({
    ...testPerson(BSN.adult).view,
    source: 'brp',
    verification: 'verified',
    verifiedAt: '2026-11-23T09:00:00.000Z',
    bsnMasked: '•••••3653',
  });
  expect(visit?.document).toMatchObject({ kind: 'passport', issuer: 'NLD', expired: false, differences: [] });
  expect(desk.brp.asked).toEqual([{ staffId: testClerk.staffId, by: 'bsn' }]);
  expect(desk.published).toContainEqual({ name: 'visit.changed', data: { counter: 1 } });
  expect(desk.audit.list({ limit: 1 })).toMatchObject([
    { who: testClerk.staffId, action: 'visits.identify', recordId: visit?.visitId, detail: 'document' },
  ]);
});

test('a passport of after August 2021 is found by name and date of birth', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.prefixed));
  const visit = await desk.must('visits.current', {});
  expect(visit?.person).toMatchObject({ verification: 'verified', bsnMasked: '•••••0275' });
  expect(visit?.document?.differences).toEqual([]);
  expect(desk.brp.asked.map(({ by }) => by)).toEqual(['name', 'bsn']);
});

test('with the BRP away the document is enough to go on, not verified', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.prefixed, { withBsn: true }));
  const visit = await desk.must('visits.current', {});
  const { record, view } = testPerson(BSN.prefixed);
  expect(visit?.person).toMatchObject({
    source: 'document',
    verification: 'notVerified',
    verifiedAt: null,
    birthDateText: view.birthDateText,
    age: view.age,
    bsnMasked: '•••••0275',
    address: [],
  });
  expect(visit?.person?.fullName.toLowerCase()).toBe(
    `${record.voornamen} ${record.voorvoegsel} ${record.geslachtsnaam}`.toLowerCase(),
  );
});

test('a document that the BRP does not know is enough to go on, not found', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { surname: 'Onbekend' }));
  const visit = await desk.must('visits.current', {});
  expect(visit?.person).toMatchObject({ source: 'document', verification: 'notFound', bsnMasked: null });
});

test('a document in which something differs from the BRP says in what', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true, surname: 'Beaudelaire' }));
  const visit = await desk.must('visits.current', {});
  expect(visit?.document?.differences).toEqual(['surname']);
});

test('an expired document is accepted and marked, from the day after its last', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true, expiry: '261123' }));
  expect((await desk.must('visits.current', {}))?.document).toMatchObject({
    expiryDate: '2026-11-23',
    expired: false,
  });
  await desk.clock.advance(14 * 3_600_000);
  expect((await desk.must('visits.current', {}))?.document).toMatchObject({ expired: true });
});

test('a driving licence names nobody: it is noted, and who is typed then keeps it', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await desk.read(NL_LICENCE);
  const noted = await desk.must('visits.current', {});
  expect(noted).toMatchObject({ person: null, document: { kind: 'drivingLicence', number: '5094962111' } });
  expect(desk.brp.asked).toEqual([]);
  const by = { kind: 'bsn', bsn: BSN.adult } as const;
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  expect(await desk.must('visits.current', {})).toMatchObject({
    person: { verification: 'verified', bsnMasked: '•••••3653' },
    document: { kind: 'drivingLicence', number: '5094962111' },
  });
});

test('a driving licence after the person joins him when the clerk says so', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const by = { kind: 'bsn', bsn: BSN.adult } as const;
  await desk.must('visits.identify', { commandId: desk.commandId(), visitId, by });
  await desk.read(NL_LICENCE);
  const { offeredDocument } = (await desk.must('visits.current', {})) ?? {};
  expect(offeredDocument).toMatchObject({ documentNumber: '5094962111' });
  await desk.must('visits.identify', {
    commandId: desk.commandId(),
    visitId,
    by: { kind: 'document', readId: offeredDocument?.readId ?? '' },
  });
  expect(await desk.must('visits.current', {})).toMatchObject({
    person: { bsnMasked: '•••••3653' },
    document: { number: '5094962111' },
    offeredDocument: null,
  });
});

test.each([
  ['empty', []],
  ['layout', ['GEEN ZONE']],
  [
    'checkDigit',
    passport(BSN.adult).map((line) => line.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))),
  ],
] as const)('a document that cannot be used is refused as %s', async (why, lines) => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(lines);
  expect(desk.published).toContainEqual({ name: 'visit.documentRefused', data: { counter: 1, why } });
  expect(desk.brp.asked).toEqual([]);
  expect((await desk.must('visits.current', {}))?.person).toBeNull();
});

test('a document without a visit is refused and forgotten', async () => {
  const desk = await openDesk();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  expect(desk.published).toEqual([{ name: 'visit.documentRefused', data: { counter: 1, why: 'noVisit' } }]);
  expect(desk.brp.asked).toEqual([]);
  expect(await desk.startVisit()).toMatchObject({ person: null, offeredDocument: null });
});

test('what the reader itself could not read is told on', async () => {
  const desk = await openDesk();
  desk.link.say({ type: 'documentUnreadable', role: 'document-reader', why: 'checkDigit' });
  expect(desk.published).toEqual([
    { name: 'visit.documentRefused', data: { counter: 1, why: 'checkDigit' } },
  ]);
});

test('nothing of a document or a person is in the log or in an event', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  await desk.read(passport(BSN.child));
  const text = JSON.stringify([desk.log.lines, desk.published]);
  for (const part of [BSN.adult, 'Moulin', 'MOULIN', 'Suzanne', 'NX99']) expect(text).not.toContain(part);
});

test('of several with the same surname and date of birth, the given names of the document tell which', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await desk.read(passport(BSN.triplet));
  expect((await desk.must('visits.current', {}))?.person).toMatchObject({
    fullName: testPerson(BSN.triplet).view.fullName,
    verification: 'verified',
    bsnMasked: '•••••0512',
  });
  await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  await desk.startVisit();
  const unlike = passport(BSN.triplet).map((line) => line.replace('<<BARBARA', '<<BRITT<<'));
  await desk.read(unlike);
  const visit = await desk.must('visits.current', {});
  expect([visit?.person, visit?.offeredDocument?.documentNumber]).toEqual([null, 'NX990512K']);
});
