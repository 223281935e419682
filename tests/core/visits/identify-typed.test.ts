import { expect, test } from 'vitest';
import type { IdentifyBy } from '../../../shared/contract/visits.ts';
import { openDesk, testClerk } from '../../helpers/core-desk.ts';
import { BSN, passport, testPerson } from '../../helpers/core-persons.ts';

async function started() {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const identify = (by: IdentifyBy) =>
    desk.call('visits.identify', { commandId: desk.commandId(), visitId, by });
  return { desk, visitId, identify };
}

const { record } = testPerson(BSN.adult);
const name = { kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' } as const;
const allNames = { kind: 'nameInMunicipality', geslachtsnaam: 'Moulin', voornamen: 'Suzanne' } as const;
const address = { kind: 'address', postcode: '3077 aw', huisnummer: 31 } as const;

test.each<[string, IdentifyBy]>([
  ['his number', { kind: 'bsn', bsn: BSN.adult }],
  ['name and date of birth', name],
  ['all names in a municipality', { ...allNames, gemeenteVanInschrijving: '0599' }],
  ['the typed zone of a passport', { kind: 'mrz', text: passport(BSN.adult, { withBsn: true }).join('\n') }],
])('a visitor is found by %s', async (_how, by) => {
  const { identify, desk, visitId } = await started();
  expect(await identify(by)).toMatchObject({
    ok: true,
    value: {
      kind: 'identified',
      visit: { visitId, person: { verification: 'verified', bsnMasked: '•••••3653' } },
    },
  });
  expect(desk.audit.list({ limit: 1 })).toMatchObject([
    { who: testClerk.staffId, action: 'visits.identify', recordId: visitId, detail: by.kind },
  ]);
  expect(new Set(desk.brp.asked.map(({ staffId }) => staffId))).toEqual(new Set([testClerk.staffId]));
});

test('without a municipality the own one is searched', async () => {
  const { identify } = await started();
  expect(await identify(allNames)).toEqual({ ok: true, value: { kind: 'nobody' } });
  const street = { kind: 'street', straat: 'Boterdiep', huisnummer: 31 } as const;
  expect(await identify(street)).toEqual({ ok: true, value: { kind: 'nobody' } });
  expect(await identify({ ...street, gemeenteVanInschrijving: '0599' })).toMatchObject({ ok: true });
});

test('several persons at an address are shown masked, and the clerk points one out', async () => {
  const { identify, desk } = await started();
  const gba = testPerson(BSN.child).view.address;
  const [huisnummer = '', postcode = ''] = [gba[0]?.match(/\d+$/)?.[0], gba[1]?.slice(0, 6)];
  const answer = await identify({ kind: 'address', postcode, huisnummer: Number(huisnummer) });
  if (!answer.ok || answer.value.kind !== 'candidates') throw new Error('no candidates were found');
  const { persons, searchId } = answer.value;
  expect(persons.length).toBeGreaterThan(1);
  for (const { bsnMasked } of persons) expect(bsnMasked).toMatch(/^•{5}\d{4}$/);
  expect(JSON.stringify(answer)).not.toMatch(/\d{9}/);
  const index = persons.findIndex(({ bsnMasked }) => bsnMasked.endsWith(BSN.child.slice(-4)));
  expect(await identify({ kind: 'candidate', searchId, index })).toMatchObject({
    ok: true,
    value: { kind: 'identified', visit: { person: { bsnMasked: `•••••${BSN.child.slice(-4)}` } } },
  });
  expect(await identify({ kind: 'candidate', searchId, index: 99 })).toMatchObject({
    error: { code: 'notFound', field: 'by.searchId' },
  });
  expect(await identify({ kind: 'candidate', searchId: 'nooit gezocht', index: 0 })).toMatchObject({
    error: { code: 'notFound' },
  });
  expect(desk.brp.asked.map(({ by }) => by)).toEqual(['address', 'bsn']);
});

test.each<[string, IdentifyBy]>([
  ['a number', { kind: 'bsn', bsn: BSN.unknown }],
  ['a name', { ...name, geslachtsnaam: 'Bestaatniet' }],
  ['an address', { ...address, huisnummer: 99_999 }],
])('%s that nobody has finds nobody and changes nothing', async (_what, by) => {
  const { identify, desk } = await started();
  expect(await identify(by)).toEqual({ ok: true, value: { kind: 'nobody' } });
  expect((await desk.must('visits.current', {}))?.person).toBeNull();
});

test('with the BRP away and no document there is nothing to go on', async () => {
  const { identify, desk } = await started();
  desk.brp.away = true;
  for (const by of [{ kind: 'bsn', bsn: BSN.adult } as const, name, address])
    expect(await identify(by)).toMatchObject({ ok: false, error: { code: 'brpUnavailable' } });
  expect((await desk.must('visits.current', {}))?.person).toBeNull();
});

test('a number that fails the 11-proef is refused and never asked', async () => {
  const { identify, desk } = await started();
  expect(await identify({ kind: 'bsn', bsn: '999993654' })).toMatchObject({
    error: { code: 'bsnInvalid', field: 'by.bsn' },
  });
  expect(desk.brp.asked).toEqual([]);
});

test('a typed zone with a slip says where', async () => {
  const { identify } = await started();
  const text = passport(BSN.adult).join('\n').replace('NX', 'NZ');
  expect(await identify({ kind: 'mrz', text })).toMatchObject({
    error: { code: 'documentNotReadable', field: 'by.text', detail: 'documentNumber' },
  });
  expect(await identify({ kind: 'mrz', text: '' })).toMatchObject({
    error: { code: 'documentNotReadable', detail: 'empty' },
  });
});

test('a refused or fruitless question leaves the person who is known', async () => {
  const { identify, desk } = await started();
  await identify({ kind: 'bsn', bsn: BSN.adult });
  await identify({ kind: 'bsn', bsn: BSN.unknown });
  desk.brp.away = true;
  await identify(name);
  expect((await desk.must('visits.current', {}))?.person?.bsnMasked).toBe('•••••3653');
});

test('the number is shown whole on request alone, and that is written down', async () => {
  const { identify, desk, visitId } = await started();
  expect(await desk.call('visits.revealBsn', { visitId })).toMatchObject({ error: { code: 'notFound' } });
  const answer = await identify({ kind: 'bsn', bsn: BSN.adult });
  expect(JSON.stringify([answer, await desk.must('visits.current', {})])).not.toContain(BSN.adult);
  expect(await desk.must('visits.revealBsn', { visitId })).toEqual({ bsn: record.burgerservicenummer });
  expect(desk.audit.list({ limit: 1 })).toMatchObject([
    { who: testClerk.staffId, action: 'visits.revealBsn', recordType: 'visit', recordId: visitId },
  ]);
  expect(JSON.stringify([desk.audit.list({ limit: 200 }), desk.published, desk.log.lines])).not.toContain(
    BSN.adult,
  );
});

test('a visit of another counter cannot be looked into or changed', async () => {
  const { desk, visitId } = await started();
  const refusal = { ok: false, error: { code: 'noVisit' } };
  const commandId = () => desk.commandId();
  const by = { kind: 'bsn', bsn: BSN.adult } as const;
  expect(await desk.call('visits.identify', { commandId: commandId(), visitId, by }, 2)).toEqual(refusal);
  expect(await desk.call('visits.revealBsn', { visitId }, 2)).toEqual(refusal);
  expect(await desk.call('visits.openZaken', { visitId }, 2)).toEqual(refusal);
  expect(await desk.call('visits.cancel', { commandId: commandId(), visitId }, 2)).toEqual(refusal);
  const add = { commandId: commandId(), visitId, productId: 'vog' };
  expect(await desk.call('visits.addProduct', add, 2)).toEqual(refusal);
  expect(await desk.must('visits.current', {}, 2)).toBeNull();
  expect(desk.brp.asked).toEqual([]);
});
