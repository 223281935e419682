import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PERSON_FIELDS } from '../../../electron/practice/brp/field-tree.ts';
import type { JsonObject } from '../../../electron/practice/json.ts';
import { PERSONS_FILE, startTestPractice, type TestPractice } from '../practice-world.ts';

const API = '/haalcentraal/api/brp/personen';
const EVERYTHING = Object.keys(PERSON_FIELDS);

async function raadpleeg(world: TestPractice, bsn: string, fields: readonly string[]): Promise<JsonObject> {
  const type = 'RaadpleegMetBurgerservicenummer';
  const answer = await world.post(API, { type, burgerservicenummer: [bsn], fields });
  expect(answer.refused).toEqual([]);
  return (answer.body.personen as readonly JsonObject[])[0] ?? {};
}

/** Test persons whose names hold characters that the specification's patterns leave out; the registry answers them. */
const ODD_NAMES = ['999990524', '999990913', '999991139', '999991449', '999994128'];

test('every test person, asked whole, is a person as the specification says', async () => {
  const world = await startTestPractice();
  const all = JSON.parse(readFileSync(PERSONS_FILE, 'utf8')) as readonly { burgerservicenummer: string }[];
  const ask = async (burgerservicenummer: readonly string[], fields: readonly string[]): Promise<void> => {
    const body = { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer, fields };
    const answer = await world.post(API, body);
    expect((answer.body.personen as readonly JsonObject[]).length).toBe(burgerservicenummer.length);
  };
  const numbers = all.map((person) => person.burgerservicenummer).filter((bsn) => !ODD_NAMES.includes(bsn));
  for (let start = 0; start < numbers.length; start += 20)
    await ask(numbers.slice(start, start + 20), EVERYTHING);
  const named = ['naam', 'adressering', 'partners', 'kinderen', 'ouders', 'gezag'];
  await ask(
    ODD_NAMES,
    EVERYTHING.filter((field) => !named.includes(field)),
  );
});

test('an odd name is answered letter for letter', async () => {
  const { practice } = await startTestPractice();
  const response = await fetch(`${practice.origin}${API}`, {
    method: 'POST',
    headers: { 'X-API-KEY': practice.credentials.brpApiKey },
    body: JSON.stringify({
      type: 'RaadpleegMetBurgerservicenummer',
      burgerservicenummer: ['999990524'],
      fields: ['naam.volledigeNaam'],
    }),
  });
  expect(await response.json()).toMatchObject({
    personen: [{ naam: { volledigeNaam: 'Rente @ 100% "Onbemind"' } }],
  });
});

test('names, age and address lines are derived', async () => {
  const world = await startTestPractice();
  const person = await raadpleeg(world, '999996484', [
    'naam',
    'leeftijd',
    'geboorte.datum.jaar',
    'adressering',
  ]);
  expect(person).toEqual({
    naam: {
      voornamen: 'Alexandra',
      geslachtsnaam: 'Holthuizen',
      voorletters: 'A.',
      volledigeNaam: 'Alexandra Holthuizen',
      aanduidingNaamgebruik: { code: 'E', omschrijving: 'eigen geslachtsnaam' },
    },
    leeftijd: 7,
    geboorte: { datum: { type: 'Datum', datum: '2019-03-04', langFormaat: '4 maart 2019' } },
    adressering: {
      aanhef: 'Geachte mevrouw Holthuizen',
      aanschrijfwijze: { naam: 'A. Holthuizen' },
      gebruikInLopendeTekst: 'mevrouw Holthuizen',
      adresregel1: 'Kralingse Plaslaan 108',
      adresregel2: '3061 DG  ROTTERDAM',
    },
  });
});

test('the age goes up on the birthday in the Netherlands', async () => {
  const world = await startTestPractice();
  world.clock.jumpTo('2027-03-03T22:59:00Z');
  expect((await raadpleeg(world, '999996484', ['leeftijd'])).leeftijd).toBe(7);
  world.clock.jumpTo('2027-03-03T23:01:00Z');
  expect((await raadpleeg(world, '999996484', ['leeftijd'])).leeftijd).toBe(8);
});

test.each([
  ['999990445', { geheimhoudingPersoonsgegevens: true }],
  ['999990147', { opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } } }],
  ['999990123', { opschortingBijhouding: { reden: { code: 'E', omschrijving: 'emigratie' } } }],
  ['999993586', { opschortingBijhouding: { reden: { code: 'M', omschrijving: 'ministerieel besluit' } } }],
  ['999990457', { rni: expect.arrayContaining([{ deelnemer: { code: '0201' }, categorie: 'Persoon' }]) }],
])('the warning of %s comes along unasked', async (bsn, warning) => {
  const world = await startTestPractice();
  expect(await raadpleeg(world, bsn, ['burgerservicenummer'])).toMatchObject(warning);
});

test.each([
  [
    '999990408',
    ['gezag'],
    { gezag: [{ type: 'EenhoofdigOuderlijkGezag', ouder: { burgerservicenummer: '999990792' } }] },
  ],
  ['999992557', ['gezag'], { gezag: [{ type: 'GezamenlijkOuderlijkGezag', ouders: [{}, {}] }] }],
  ['999990822', ['indicatieCurateleRegister'], { indicatieCurateleRegister: true }],
  ['999992570', ['adressering'], { adressering: { indicatieVastgesteldVerblijftNietOpAdres: true } }],
  [
    '999992570',
    ['verblijfplaats.verblijfadres.postcode'],
    { verblijfplaats: { type: 'Adres', indicatieVastgesteldVerblijftNietOpAdres: true } },
  ],
  [
    '999997002',
    ['verblijfplaats', 'adressering.adresregel1'],
    { verblijfplaats: { type: 'Locatie' }, adressering: { adresregel1: 'woonaak De Kabouter in Ruigoord' } },
  ],
  ['999990123', ['verblijfplaats.type'], { verblijfplaats: { type: 'VerblijfplaatsBuitenland' } }],
  [
    '999990603',
    ['verblijfplaats.functieAdres'],
    { verblijfplaats: { functieAdres: { code: 'B', omschrijving: 'briefadres' } } },
  ],
  [
    '999990482',
    ['geboorte.datum'],
    { geboorte: { datum: { type: 'JaarDatum', jaar: 1999, langFormaat: '1999' } } },
  ],
  [
    '999990019',
    ['geboorte.datum', 'leeftijd'],
    { inOnderzoek: { leeftijd: true }, geboorte: { inOnderzoek: { datum: true } } },
  ],
  ['999991188', ['nationaliteiten.type'], { nationaliteiten: [{ type: 'Staatloos' }] }],
  ['999990275', ['naam.volledigeNaam', 'adressering.aanhef'], { naam: { volledigeNaam: 'Eloise du Burck' } }],
])('%s, asked for %j', async (bsn, fields, expected) => {
  const world = await startTestPractice();
  expect(await raadpleeg(world, bsn, fields)).toMatchObject(expected);
});

test('only what is asked is answered, a date or code always whole, research only on what was asked', async () => {
  const world = await startTestPractice();
  expect(await raadpleeg(world, '999990019', ['geslacht.code'])).toEqual({
    geslacht: { code: 'M', omschrijving: 'man' },
  });
  expect(await raadpleeg(world, '999990019', ['ouders.naam.voornamen'])).toEqual({
    ouders: [{ naam: { voornamen: 'Barbara' } }, { naam: { voornamen: 'Lennert' } }],
  });
  expect(await raadpleeg(world, '999990123', ['adresseringBinnenland.adresregel1'])).toEqual({
    geheimhoudingPersoonsgegevens: true,
    opschortingBijhouding: expect.any(Object),
  });
});

test('the deceased have no age and no salutation', async () => {
  const world = await startTestPractice();
  const person = await raadpleeg(world, '999990147', ['leeftijd', 'adressering.aanhef', 'overlijden.datum']);
  expect(person.leeftijd).toBeUndefined();
  expect(person.adressering).toBeUndefined();
  expect(person.overlijden).toMatchObject({ datum: { type: 'Datum' } });
});
