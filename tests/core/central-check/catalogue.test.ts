import { expect, test } from 'vitest';
import { PRACTICE_CATALOGUE, type PracticeZaaktype } from '../../../electron/practice/index.ts';
import { catalogueWith, check, findings } from './check-scene.ts';

const faulty = async (
  identificatie: string,
  change: (zaaktype: PracticeZaaktype) => PracticeZaaktype,
): Promise<string[]> =>
  findings(await check({ practice: { catalogue: catalogueWith(identificatie, change) } }));

const result = (change: object) => (zaaktype: PracticeZaaktype) => ({
  ...zaaktype,
  resultaattypen: zaaktype.resultaattypen.map((type) =>
    type.omschrijving === 'Verleend' ? { ...type, ...change } : type,
  ),
});

test('a zaaktype that is not there', async () => {
  const found = await faulty('BALIE-VERHUIZING', (type) => ({ ...type, identificatie: 'ANDERS' }));
  expect(found).toEqual([
    'verhuizing: De catalogus heeft geen zaaktype BALIE-VERHUIZING dat deze client mag zien.',
  ]);
});

test('a zaaktype that is a concept', async () => {
  expect(await faulty('BALIE-AKTE', (type) => ({ ...type, concept: true }))).toEqual([
    'akte-burgerlijke-stand: Het zaaktype BALIE-AKTE is nog een concept.',
  ]);
});

test('a catalogue that is not valid yet', async () => {
  const catalogue = { ...PRACTICE_CATALOGUE, beginGeldigheid: '2027-01-01' };
  const found = findings(await check({ practice: { catalogue } }));
  expect(found).toContain('akte-burgerlijke-stand: Het zaaktype BALIE-AKTE geldt pas vanaf 2027-01-01.');
});

test('two versions of a zaaktype that are valid on the same day', async () => {
  const twice = PRACTICE_CATALOGUE.zaaktypen.filter(({ identificatie }) => identificatie === 'BALIE-AKTE');
  const catalogue = { ...PRACTICE_CATALOGUE, zaaktypen: [...PRACTICE_CATALOGUE.zaaktypen, ...twice] };
  expect(findings(await check({ practice: { catalogue } }))).toEqual([
    'akte-burgerlijke-stand: Van het zaaktype BALIE-AKTE gelden vandaag 2 versies.',
  ]);
});

test('too few statustypen: for a product that is collected later, and for one that is ready at once', async () => {
  expect(
    await faulty('BALIE-RIJBEWIJS', (type) => ({ ...type, statustypen: ['Ontvangen', 'Afgerond'] })),
  ).toEqual([
    'rijbewijs: Het zaaktype BALIE-RIJBEWIJS heeft 2 statustypen; dit product heeft er 3 nodig: een eerste, een om op het ophalen te wachten, en een laatste.',
  ]);
  expect(await faulty('BALIE-AKTE', (type) => ({ ...type, statustypen: ['Klaar'] }))).toEqual([
    'akte-burgerlijke-stand: Het zaaktype BALIE-AKTE heeft 1 statustypen; dit product heeft er 2 nodig: een eerste en een laatste.',
  ]);
});

test('a roltype that is not there', async () => {
  const catalogue = {
    ...PRACTICE_CATALOGUE,
    roltypen: PRACTICE_CATALOGUE.roltypen.filter(
      ({ omschrijvingGeneriek }) => omschrijvingGeneriek !== 'behandelaar',
    ),
  };
  expect(findings(await check({ practice: { catalogue } }))).toContain(
    'verhuizing: Het zaaktype BALIE-VERHUIZING heeft geen roltype met de generieke omschrijving "behandelaar".',
  );
});

test('a resultaattype that is not there is told at the product that closes the zaak', async () => {
  const found = await faulty('BALIE-PASPOORT', (type) => ({
    ...type,
    resultaattypen: type.resultaattypen.filter(({ omschrijving }) => omschrijving !== 'Verleend'),
  }));
  expect(found).toEqual([
    'paspoort-ophalen: Het zaaktype BALIE-PASPOORT heeft geen resultaattype "Verleend".',
  ]);
});

test('an eigenschap that a product fills and one that the application fills', async () => {
  const without =
    (...names: string[]) =>
    (type: PracticeZaaktype) => ({
      ...type,
      eigenschappen: type.eigenschappen.filter(({ naam }) => !names.includes(naam)),
    });
  expect(await faulty('BALIE-VERHUIZING', without('nieuw_adres', 'leges'))).toEqual([
    'verhuizing: Het zaaktype BALIE-VERHUIZING heeft geen eigenschap "leges".',
    'verhuizing: Het zaaktype BALIE-VERHUIZING heeft geen eigenschap "nieuw_adres".',
  ]);
});

test('an eigenschap that only the pick-up fills is told at the product with which the visitor comes back', async () => {
  const found = await faulty('BALIE-PASPOORT', (type) => ({
    ...type,
    eigenschappen: type.eigenschappen.filter(({ naam }) => naam !== 'documentnummer'),
  }));
  expect(found).toEqual([
    'paspoort-ophalen: Het zaaktype BALIE-PASPOORT heeft geen eigenschap "documentnummer".',
  ]);
});

test('an informatieobjecttype that is not there', async () => {
  const found = await faulty('BALIE-AKTE', (type) => ({
    ...type,
    informatieobjecttypen: type.informatieobjecttypen.filter((name) => name !== 'Verklaring'),
  }));
  expect(found).toEqual([
    'akte-burgerlijke-stand: Het zaaktype BALIE-AKTE heeft geen informatieobjecttype "Verklaring".',
  ]);
});

test.each([
  [{ archiefactietermijn: null }, 'heeft geen archiefactietermijn. De zaak kan daardoor niet dicht.'],
  [
    { afleidingswijze: 'hoofdzaak' },
    'leidt de archiefdatum af van "hoofdzaak". Dat weet de balie niet, dus de zaak kan niet dicht.',
  ],
  [{ afleidingswijze: 'termijn' }, 'leidt de archiefdatum af van een procestermijn, maar die is leeg.'],
  [
    { afleidingswijze: 'eigenschap', datumkenmerk: 'onbekend' },
    'leidt de archiefdatum af van de eigenschap "onbekend", die het zaaktype niet heeft.',
  ],
  [
    { afleidingswijze: 'eigenschap', datumkenmerk: 'leges' },
    'leidt de archiefdatum af van de eigenschap "leges", maar het product verhuizing vult daar niet altijd een datum in.',
  ],
])('an archive date that cannot be worked out: %o', async (change, what) => {
  expect(await faulty('BALIE-VERHUIZING', result(change))).toEqual([
    `verhuizing: Het resultaattype "Verleend" van BALIE-VERHUIZING ${what}`,
  ]);
});

test.each([
  { archiefnominatie: 'blijvend_bewaren', archiefactietermijn: null },
  { afleidingswijze: 'termijn', procestermijn: 'P1Y' },
  { afleidingswijze: 'ander_datumkenmerk' },
  { afleidingswijze: 'eigenschap', datumkenmerk: 'verhuisdatum' },
])('an archive date that can: %o', async (change) => {
  expect(await faulty('BALIE-VERHUIZING', result(change))).toEqual([]);
});
