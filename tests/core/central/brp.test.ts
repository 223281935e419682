import { expect, test } from 'vitest';
import { readProcessingLog } from '../../../electron/core/central/index.ts';
import { openBrpScene } from './brp-scene.ts';

const asker = { staffId: 'staff-1', purpose: 'identification', visitId: 'visit-1' } as const;

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
  const answer = await brp.gezagOver(bsn, { staffId: 'staff-1', zaaktype: 'BALIE-PASPOORT' });
  expect(answer).toEqual({ ok: true, value: { kind, holders, inOnderzoek: false } });
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
  const answer = await brp.gezagOver('999991607', { staffId: 'staff-1', zaaktype: 'BALIE-PASPOORT' });
  expect(answer).toEqual({ ok: true, value: null });
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

test('all names, and street with house number, find persons in one municipality', async () => {
  const { brp } = await openBrpScene();
  const named = { kind: 'nameInMunicipality', geslachtsnaam: 'Moulin', voornamen: 'Suzanne' } as const;
  expect(await brp.search({ ...named, gemeenteVanInschrijving: '0599' }, asker)).toMatchObject({
    ok: true,
    value: [{ burgerservicenummer: '999993653', fullName: 'Suzanne Moulin' }],
  });
  expect(await brp.search({ ...named, gemeenteVanInschrijving: '0518' }, asker)).toEqual({
    ok: true,
    value: [],
  });
  const living = { kind: 'street', straat: 'Boterdiep', huisnummer: 31 } as const;
  const found = await brp.search({ ...living, gemeenteVanInschrijving: '0599' }, asker);
  expect(found.ok && found.value.map(({ burgerservicenummer }) => burgerservicenummer)).toContain(
    '999993653',
  );
  expect(await brp.search({ ...living, gemeenteVanInschrijving: '0518' }, asker)).toEqual({
    ok: true,
    value: [],
  });
});

test('a question that the BRP would refuse is not sent, and the field is named', async () => {
  const { brp, seen } = await openBrpScene();
  const wrong = [
    [{ kind: 'name', geslachtsnaam: 'Os*', geboortedatum: '1985-12-01' }, 'geslachtsnaam'],
    [{ kind: 'name', geslachtsnaam: 'Mou(in', geboortedatum: '1985-12-01' }, 'geslachtsnaam'],
    [{ kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-00' }, 'geboortedatum'],
    [{ kind: 'name', geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01', voornamen: '*' }, 'voornamen'],
    [
      {
        kind: 'nameInMunicipality',
        geslachtsnaam: 'Moulin',
        voornamen: 'S*',
        gemeenteVanInschrijving: '0599',
      },
      'voornamen',
    ],
    [
      { kind: 'nameInMunicipality', geslachtsnaam: 'Moulin', voornamen: 'S', gemeenteVanInschrijving: '599' },
      'gemeenteVanInschrijving',
    ],
    [{ kind: 'street', straat: 'Boter*', huisnummer: 1, gemeenteVanInschrijving: '0599' }, 'straat'],
    [
      { kind: 'street', straat: 'Boterdiep', huisnummer: 100_000, gemeenteVanInschrijving: '0599' },
      'huisnummer',
    ],
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
  const by = { purpose: 'balie: identificatie', staffId: 'staff-1', visitId: 'visit-1' };
  const everything = { from: '0000', before: '9999', about: null };
  expect(readProcessingLog(store, everything)).toMatchObject([
    { activity: 'brp.raadplegen', ...by, subject: '999993653', outcome: 'shown' },
    { activity: 'brp.zoeken', ...by, subject: null, outcome: 'nobody' },
  ]);
  expect(readProcessingLog(store, { ...everything, about: '999993653' })).toHaveLength(1);
  expect(readProcessingLog(store, { ...everything, about: '999990019' })).toEqual([]);
  const stored = store.db.prepare<[], object>('SELECT * FROM processing_log').all();
  const values = stored.flatMap((row) => Object.values(row) as (string | Buffer)[]);
  expect(
    values.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value)).join(),
  ).not.toContain('999993653');
  expect(() => store.db.prepare("UPDATE processing_log SET purpose = 'anders'").run()).toThrow(/append-only/);
  expect(JSON.stringify(log.lines)).not.toContain('999993653');
});
