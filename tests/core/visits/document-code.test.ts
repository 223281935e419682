import { expect, test } from 'vitest';
import { NL_LICENCE } from '../../shared/domain/mrz-specimens.ts';
import { openDesk, testClerk } from '../../helpers/core-desk.ts';
import { BSN, passport, testPerson } from '../../helpers/core-persons.ts';

const current = (desk: Awaited<ReturnType<typeof openDesk>>) => desk.must('visits.current', {});

test('a code alone looks the visitor up in the BRP; the number is in no log and in no event', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  await desk.scanCode(BSN.adult);
  expect(await current(desk)).toMatchObject({
    person: { ...testPerson(BSN.adult).view, verification: 'verified', bsnMasked: '•••••3653' },
    document: null,
  });
  expect(desk.brp.asked).toEqual([{ staffId: testClerk.staffId, by: 'bsn' }]);
  expect(desk.audit.list({ limit: 1 })).toMatchObject([
    { who: testClerk.staffId, action: 'visits.identify', recordId: visitId, detail: 'documentCode' },
  ]);
  expect(JSON.stringify([desk.published, desk.log, desk.audit.list({ limit: 50 })])).not.toContain(BSN.adult);
});

test('it completes who is known from a document without it, while the BRP is away, still not verified', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.prefixed));
  expect((await current(desk))?.person).toMatchObject({ verification: 'notVerified', bsnMasked: null });
  await desk.scanCode(BSN.prefixed);
  expect(await current(desk)).toMatchObject({
    person: { source: 'document', verification: 'notVerified', bsnMasked: '•••••0275' },
    document: { kind: 'passport', number: expect.stringMatching(/^NX990275/) },
  });
  expect(desk.refused()).toEqual([]);
});

test('it completes who was not found by name, and the BRP verifies him with his document', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.prefixed));
  desk.brp.away = false;
  await desk.scanCode(BSN.prefixed);
  expect(await current(desk)).toMatchObject({
    person: { source: 'brp', verification: 'verified', bsnMasked: '•••••0275' },
    document: { number: expect.stringMatching(/^NX990275/), differences: [] },
  });
});

test('a number that the BRP does not know joins a known document, not found', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { surname: 'Onbekend' }));
  await desk.scanCode(BSN.unknown);
  expect((await current(desk))?.person).toMatchObject({
    source: 'document',
    verification: 'notFound',
    bsnMasked: '•••••9990',
  });
});

test('a number of somebody else than the document is refused, and nothing changes', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.prefixed));
  desk.brp.away = false;
  await desk.scanCode(BSN.adult);
  expect(desk.refused()).toEqual(['otherPerson']);
  expect((await current(desk))?.person).toMatchObject({ source: 'document', bsnMasked: null });
});

test('a number of somebody else than who is identified is refused without asking the BRP; his own is no news', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(passport(BSN.adult, { withBsn: true }));
  const before = await current(desk);
  await desk.scanCode(BSN.prefixed);
  await desk.scanCode(BSN.adult);
  expect(desk.refused()).toEqual(['otherPerson']);
  expect(await current(desk)).toEqual(before);
  expect(desk.brp.asked).toHaveLength(1);
});

test('a code and nothing else, with the BRP away or without such a person, is refused with the reason', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.scanCode(BSN.unknown);
  desk.brp.away = true;
  await desk.scanCode(BSN.adult);
  expect(desk.refused()).toEqual(['codeUnknown', 'codeAlone']);
  expect((await current(desk))?.person).toBeNull();
});

test('without a visit, or with the window locked, a code asks nothing', async () => {
  const desk = await openDesk();
  await desk.scanCode(BSN.adult);
  await desk.startVisit();
  desk.present.locked = true;
  await desk.scanCode(BSN.adult);
  expect(desk.refused()).toEqual(['noVisit', 'noVisit']);
  expect(desk.brp.asked).toEqual([]);
});

test('the document of who was found by his code joins him by itself; that of another is offered', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.scanCode(BSN.prefixed);
  await desk.read(passport(BSN.adult));
  expect(await current(desk)).toMatchObject({
    person: { bsnMasked: '•••••0275' },
    document: null,
    offeredDocument: { documentNumber: expect.stringMatching(/^NX993653/) },
  });
  await desk.read(passport(BSN.prefixed));
  expect(await current(desk)).toMatchObject({
    person: { bsnMasked: '•••••0275', verification: 'verified' },
    document: { number: expect.stringMatching(/^NX990275/), differences: [] },
    offeredDocument: null,
  });
});

test('a driving licence that was noted stays with who is found by the code', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.read(NL_LICENCE);
  await desk.scanCode(BSN.adult);
  expect(await current(desk)).toMatchObject({
    person: { bsnMasked: '•••••3653' },
    document: { kind: 'drivingLicence' },
  });
});

test('an answer that comes after the visit went on with another person changes nothing', async () => {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  let open = () => {};
  desk.brp.gate = new Promise((resolve) => {
    open = resolve;
  });
  await desk.scanCode(BSN.adult);
  const typed = desk.must('visits.identify', {
    commandId: desk.commandId(),
    visitId,
    by: { kind: 'bsn', bsn: BSN.prefixed },
  });
  await desk.scanCode(BSN.adult);
  await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  const next = await desk.startVisit();
  open();
  await typed.catch(() => undefined);
  await desk.clock.advance(0);
  expect(await current(desk)).toMatchObject({ visitId: next.visitId, person: null });
});

test('what a keyboard reader typed is treated as from any reader: lines, a code, and what is neither', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  const scanned = (text: string) => desk.must('visits.scanned', { commandId: desk.commandId(), text });
  await scanned(passport(BSN.adult).join('\n').replace('310830', '310831'));
  await scanned('999999991');
  expect(desk.refused()).toEqual(['checkDigit', 'layout']);
  await scanned(passport(BSN.prefixed).join('\n'));
  expect((await current(desk))?.person).toMatchObject({ bsnMasked: '•••••0275', verification: 'verified' });
  await scanned(BSN.adult);
  expect(desk.refused().at(-1)).toBe('otherPerson');
});

test('a document that is scanned while somebody is identified is offered, never taken over', async () => {
  const desk = await openDesk();
  await desk.startVisit();
  await desk.scanCode(BSN.adult);
  const text = passport(BSN.prefixed, { withBsn: true }).join('');
  await desk.must('visits.scanned', { commandId: desk.commandId(), text });
  expect(await current(desk)).toMatchObject({
    person: { bsnMasked: '•••••3653' },
    offeredDocument: { documentNumber: expect.stringMatching(/^NX990275/) },
  });
});
