import { expect, test } from 'vitest';
import { openBrpScene } from './brp-scene.ts';

const asker = { staffId: 'staff-1', purpose: 'paspoort', visitId: 'visit-1' };

test('a person by number: the facts for the record and the words for the screen', async () => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn('999993653', asker);
  if (!answer.ok) throw new Error(answer.error.code);
  expect(answer.value).toMatchObject({
    record: {
      burgerservicenummer: '999993653',
      geslachtsnaam: 'Moulin',
      voorvoegsel: '',
      voornamen: 'Suzanne',
      voorletters: 'S.',
      geboortedatum: '1985-12-01',
      verified: true,
      documentNumber: null,
    },
    view: {
      fullName: 'Suzanne Moulin',
      shortName: 'Mevrouw S. Moulin',
      birthDateText: '1 december 1985',
      age: 40,
      sex: 'vrouw',
      warnings: [],
    },
    birthDate: { text: '1 december 1985', iso: '1985-12-01', year: 1985, month: 12, day: 1 },
    minor: false,
  });
  expect(answer.value?.view.address.length).toBeGreaterThan(1);
});

test.each([
  ['999996484', 'GezamenlijkOuderlijkGezag', ['Willem-Pieter Holthuizen', 'Jane Rosetta Braam']],
  ['999990408', 'EenhoofdigOuderlijkGezag', ['Jan de Cuykelaer']],
  ['999996125', 'GezagNietTeBepalen', []],
])('who has gezag over a minor is told by name: %s', async (bsn, kind, holders) => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn(bsn, asker);
  expect(answer.ok && answer.value?.view.gezag).toEqual({ kind, holders });
});

test.each([
  ['a Dutch national', '999990512', 'yes'],
  ['a Dutch national with two other nationalities', '999992855', 'yes'],
  ['a national of France', '999993653', 'no'],
  ['a stateless person', '999991504', 'unknown'],
  ['a person without any nationality in the BRP', '999990883', 'unknown'],
])('whether a person can have a national passport: %s', async (_, bsn, dutch) => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn(bsn, asker);
  expect(answer.ok && answer.value?.view.dutch).toBe(dutch);
});

test('an adult has no gezag of his own, also when he has it over a child', async () => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn('999991607', asker);
  expect(answer.ok && answer.value?.view.gezag).toBeNull();
});

test('a number that does not exist is not sent; one that nobody has is null', async () => {
  const { brp, seen } = await openBrpScene();
  expect(await brp.byBsn('123456789', asker)).toMatchObject({ ok: false, error: { code: 'bsnInvalid' } });
  expect(seen()).toBe(0);
  expect(await brp.byBsn('999990007', asker)).toEqual({ ok: true, value: null });
});

test.each([
  ['999990445', ['geheimhouding']],
  ['999990147', ['overleden']],
  ['999990160', ['curatele']],
  ['999990123', ['emigratie']],
  ['999990457', ['rni']],
  ['999993586', ['ministerieelBesluit']],
  ['999990019', ['inOnderzoek']],
  ['999992570', ['verblijftNietOpAdres']],
])('%s comes with %j', async (bsn, codes) => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn(bsn, asker);
  if (!answer.ok || !answer.value) throw new Error('not found');
  expect(answer.value.view.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

test('a birth date with unknown parts is shown in words and not recorded', async () => {
  const { brp } = await openBrpScene();
  const answer = await brp.byBsn('999990482', asker);
  if (!answer.ok || !answer.value) throw new Error('not found');
  expect(answer.value.record.geboortedatum).toBeNull();
  expect(answer.value.birthDate.iso).toBeNull();
  expect(answer.value.view.birthDateText).not.toBe('');
});

test('every test person can be read', async () => {
  const { brp, numbers } = await openBrpScene();
  for (const bsn of numbers) {
    const answer = await brp.byBsn(bsn, asker);
    expect({ bsn, ok: answer.ok }).toEqual({ bsn, ok: true });
  }
});

test('searching by name and date of birth, and by address, gives candidates', async () => {
  const { brp } = await openBrpScene();
  const byName = await brp.search(
    { kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' },
    asker,
  );
  expect(byName).toMatchObject({
    ok: true,
    value: [{ burgerservicenummer: '999993653', fullName: 'Suzanne Moulin' }],
  });
  const byAddress = await brp.search({ kind: 'address', postcode: '3032 CG', huisnummer: 651 }, asker);
  if (!byAddress.ok) throw new Error(byAddress.error.code);
  expect(byAddress.value.length).toBeGreaterThan(3);
});

test('a question that the BRP would refuse is not sent, and the field is named', async () => {
  const { brp, seen } = await openBrpScene();
  const wrong = [
    [{ kind: 'name', geslachtsnaam: 'Os*', geboortedatum: '1985-12-01' }, 'geslachtsnaam'],
    [{ kind: 'name', geslachtsnaam: 'Mou(in', geboortedatum: '1985-12-01' }, 'geslachtsnaam'],
    [{ kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-00' }, 'geboortedatum'],
    [{ kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01', voornamen: '*' }, 'voornamen'],
    [{ kind: 'address', postcode: '0032CG', huisnummer: 1 }, 'postcode'],
    [{ kind: 'address', postcode: '3032CG', huisnummer: 0 }, 'huisnummer'],
    [{ kind: 'address', postcode: '3032CG', huisnummer: 1, huisletter: '1' }, 'huisletter'],
    [
      { kind: 'address', postcode: '3032CG', huisnummer: 1, huisnummertoevoeging: 'boven' },
      'huisnummertoevoeging',
    ],
  ] as const;
  for (const [by, field] of wrong)
    expect(await brp.search(by, asker)).toMatchObject({ ok: false, error: { code: 'invalidInput', field } });
  expect(seen()).toBe(0);
});

test('every question is logged with who asked, why, and about whom, and only there', async () => {
  const { brp, store, log } = await openBrpScene();
  await brp.byBsn('999993653', asker);
  await brp.search({ kind: 'name', geslachtsnaam: 'Niemand', geboortedatum: '1985-12-01' }, asker);
  const rows = store.db
    .prepare('SELECT activity, purpose, staff_id, visit_id, subject, outcome FROM processing_log')
    .all();
  expect(rows).toEqual([
    {
      activity: 'brp.raadplegen',
      purpose: 'paspoort',
      staff_id: 'staff-1',
      visit_id: 'visit-1',
      subject: '999993653',
      outcome: 'shown',
    },
    {
      activity: 'brp.zoeken',
      purpose: 'paspoort',
      staff_id: 'staff-1',
      visit_id: 'visit-1',
      subject: null,
      outcome: 'nobody',
    },
  ]);
  expect(() => store.db.prepare("UPDATE processing_log SET purpose = 'anders'").run()).toThrow(/append-only/);
  expect(JSON.stringify(log.lines)).not.toContain('999993653');
});
