import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../electron/practice/json.ts';
import { PERSONS_FILE, startTestPractice, type TestPractice } from '../practice-world.ts';

const API = '/haalcentraal/api/brp/personen';
const fields = ['burgerservicenummer'];

async function numbers(world: TestPractice, query: JsonObject): Promise<readonly unknown[]> {
  const answer = await world.post(API, { fields, ...query });
  expect([answer.status, answer.refused]).toEqual([200, []]);
  return (answer.body.personen as readonly JsonObject[]).map((person) => person.burgerservicenummer);
}

const NAME = { type: 'ZoekMetGeslachtsnaamEnGeboortedatum' };
const ADDRESS = { type: 'ZoekMetPostcodeEnHuisnummer' };
const BSN = { type: 'RaadpleegMetBurgerservicenummer' };
const TOWN = { type: 'ZoekMetNaamEnGemeenteVanInschrijving' };

test.each<[string, JsonObject, readonly string[]]>([
  ['exactly', { ...NAME, geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' }, ['999993653']],
  ['in any case', { ...NAME, geslachtsnaam: 'mOULIN', geboortedatum: '1985-12-01' }, ['999993653']],
  [
    'without diacritics',
    { ...NAME, geslachtsnaam: 'zywialowska', geboortedatum: '1965-09-17' },
    ['999990172'],
  ],
  ['by its start', { ...NAME, geslachtsnaam: 'Mou*', geboortedatum: '1985-12-01' }, ['999993653']],
  ['not by its start without *', { ...NAME, geslachtsnaam: 'Mou', geboortedatum: '1985-12-01' }, []],
  ['not on another day', { ...NAME, geslachtsnaam: 'Moulin', geboortedatum: '1985-12-02' }, []],
  [
    'with voorvoegsel apart',
    { ...NAME, geslachtsnaam: 'Burck', voorvoegsel: 'du', geboortedatum: '1955-12-06' },
    ['999990275'],
  ],
  [
    'not with voorvoegsel in the name',
    { ...NAME, geslachtsnaam: 'du Burck', geboortedatum: '1955-12-06' },
    [],
  ],
  [
    'with voornamen by their start',
    { ...NAME, geslachtsnaam: 'Moulin', voornamen: 'S*', geboortedatum: '1985-12-01' },
    ['999993653'],
  ],
  [
    'not of another geslacht',
    { ...NAME, geslachtsnaam: 'Moulin', geslacht: 'm', geboortedatum: '1985-12-01' },
    [],
  ],
  ['not deceased', { ...NAME, geslachtsnaam: 'Buidel', geboortedatum: '1948-01-17' }, []],
  [
    'deceased when asked',
    { ...NAME, geslachtsnaam: 'Buidel', geboortedatum: '1948-01-17', inclusiefOverledenPersonen: true },
    ['999990147'],
  ],
])('a person is found by name and birth date: %s', async (_, query, expected) => {
  expect(await numbers(await startTestPractice(), query)).toEqual(expected);
});

test('a household is found by postcode and huisnummer, with or without the space', async () => {
  const world = await startTestPractice();
  const found = await numbers(world, { ...ADDRESS, postcode: '3032cg', huisnummer: 651 });
  expect(found.length).toBeGreaterThanOrEqual(4);
  expect(await numbers(world, { ...ADDRESS, postcode: '3032 CG', huisnummer: 651 })).toEqual(found);
  expect(await numbers(world, { ...ADDRESS, postcode: '3032CG', huisnummer: 652 })).toEqual([]);
});

test('a burgerservicenummer that nobody has, or of another municipality, answers nobody', async () => {
  const world = await startTestPractice();
  expect(await numbers(world, { ...BSN, burgerservicenummer: ['999999990'] })).toEqual([]);
  const burgerservicenummer = ['999993653'];
  expect(await numbers(world, { ...BSN, burgerservicenummer, gemeenteVanInschrijving: '0001' })).toEqual([]);
  expect(await numbers(world, { ...BSN, burgerservicenummer: ['999993653', '999990147'] })).toHaveLength(2);
});

test('name and municipality together find a person, with * after at least three letters of each', async () => {
  const world = await startTestPractice();
  const query = { ...TOWN, gemeenteVanInschrijving: '0599', geslachtsnaam: 'Holt*', voornamen: 'Alex*' };
  expect(await numbers(world, query)).toEqual(['999996484']);
});

test('eleven who fit are refused, ten are answered', async () => {
  const all = JSON.parse(readFileSync(PERSONS_FILE, 'utf8')) as readonly JsonObject[];
  const moulin = all.find((person) => person.burgerservicenummer === '999993653') ?? {};
  const query = { ...NAME, fields, geslachtsnaam: 'Moulin', geboortedatum: '1985-12-01' };
  const folder = mkdtempSync(path.join(tmpdir(), 'personen-'));
  const answerAmong = async (count: number): Promise<JsonObject> => {
    const personsFile = path.join(folder, `${count}.json`);
    writeFileSync(personsFile, JSON.stringify(Array.from({ length: count }, () => moulin)));
    return (await (await startTestPractice({ personsFile })).post(API, query)).body;
  };
  try {
    expect(await answerAmong(11)).toMatchObject({
      status: 400,
      code: 'tooManyResults',
      title: 'Teveel zoekresultaten.',
    });
    expect((await answerAmong(10)).personen).toHaveLength(10);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each<[string, Json, string]>([
  ['no type', { fields }, 'type: required'],
  ['an unknown type', { type: 'ZoekMetSchoenmaat', fields }, 'type: value'],
  ['no burgerservicenummer', { ...BSN, fields }, 'burgerservicenummer: required'],
  [
    'one burgerservicenummer outside an array',
    { ...BSN, fields, burgerservicenummer: '999993653' },
    'burgerservicenummer: array',
  ],
  ['none in the array', { ...BSN, fields, burgerservicenummer: [] }, 'burgerservicenummer: minItems'],
  [
    'too many',
    { ...BSN, fields, burgerservicenummer: Array.from({ length: 21 }, () => '999993653') },
    'burgerservicenummer: maxItems',
  ],
  [
    'one without its leading zero',
    { ...BSN, fields, burgerservicenummer: ['12345678'] },
    'burgerservicenummer.0: pattern',
  ],
  ['no fields', { ...BSN, burgerservicenummer: ['999993653'] }, 'fields: required'],
  ['empty fields', { ...BSN, burgerservicenummer: ['999993653'], fields: [] }, 'fields: minItems'],
  [
    'an unknown field',
    { ...BSN, burgerservicenummer: ['999993653'], fields: ['schoenmaat'] },
    'fields.0: fields',
  ],
  [
    'an automatic field',
    { ...BSN, burgerservicenummer: ['999993653'], fields: ['geheimhoudingPersoonsgegevens'] },
    'fields.0: fields',
  ],
  [
    'part of gezag',
    { ...BSN, burgerservicenummer: ['999993653'], fields: ['gezag.type'] },
    'fields.0: fields',
  ],
  [
    'a parameter of another question',
    { ...BSN, fields, burgerservicenummer: ['999993653'], postcode: '3032CG' },
    'postcode: unknownParam',
  ],
  [
    'a field that a search does not answer',
    { ...ADDRESS, fields: ['partners'], postcode: '3032CG', huisnummer: 1 },
    'fields.0: fields',
  ],
  [
    'a * after two letters',
    { ...NAME, fields, geslachtsnaam: 'Os*', geboortedatum: '1985-12-01' },
    'geslachtsnaam: pattern',
  ],
  [
    'a * in front',
    { ...NAME, fields, geslachtsnaam: '*lin', geboortedatum: '1985-12-01' },
    'geslachtsnaam: pattern',
  ],
  [
    'a * after two letters of voornamen',
    { ...TOWN, fields, geslachtsnaam: 'Moulin', voornamen: 'Su*', gemeenteVanInschrijving: '0599' },
    'voornamen: pattern',
  ],
  [
    'half a birth date',
    { ...NAME, fields, geslachtsnaam: 'Moulin', geboortedatum: '1985-12' },
    'geboortedatum: date',
  ],
  ['huisnummer 0', { ...ADDRESS, fields, postcode: '3032CG', huisnummer: 0 }, 'huisnummer: minimum'],
  ['a bad postcode', { ...ADDRESS, fields, postcode: '0123AB', huisnummer: 1 }, 'postcode: pattern'],
  [
    'a bad municipality',
    { ...BSN, fields, burgerservicenummer: ['999993653'], gemeenteVanInschrijving: '599' },
    'gemeenteVanInschrijving: pattern',
  ],
])('%s is refused by name', async (_, query, refusal) => {
  const world = await startTestPractice();
  const answer = await world.post(API, query);
  expect(answer.body).toMatchObject({ status: 400, code: 'paramsValidation' });
  expect(answer.refused).toEqual([refusal]);
});
