import { expect } from 'playwright/test';
import type { PracticeSnapshot } from '../../../electron/practice/index.ts';
import { PERSON } from './desk.ts';
import type { Account } from './staff.ts';
import { RSIN } from './town.ts';

type Resource = PracticeSnapshot['zaken'][number];

/** Leges of a passport and of an extract in the example tariff, in cents. */
const PASSPORT_CENTS = 8387;
const EXTRACT_CENTS = 925;
export const TOTAL_CENTS = PASSPORT_CENTS + EXTRACT_CENTS;

/** Cents as people read them, without the sign. */
export function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

/** How many there are of what a visit makes; the same everywhere when nothing is lost or doubled. */
export function counts(snapshot: PracticeSnapshot): Readonly<Record<string, number>> {
  const { zaken, statussen, rollen, resultaten, documenten, zaakinformatieobjecten } = snapshot;
  const { klantcontacten, betrokkenen, onderwerpobjecten } = snapshot;
  return {
    zaken: zaken.length,
    statussen: statussen.length,
    rollen: rollen.length,
    resultaten: resultaten.length,
    eigenschappen: snapshot.zaakeigenschappen.length,
    documenten: documenten.length,
    koppelingen: zaakinformatieobjecten.length,
    klantcontacten: klantcontacten.length,
    betrokkenen: betrokkenen.length,
    onderwerpobjecten: onderwerpobjecten.length,
  };
}

/** What so many visits for a passport make, with somebody identified. */
export function countsOfPassports(visits: number): Readonly<Record<string, number>> {
  return {
    zaken: visits,
    statussen: 2 * visits,
    rollen: 2 * visits,
    resultaten: 0,
    eigenschappen: EIGENSCHAPPEN * visits,
    documenten: visits,
    koppelingen: visits,
    klantcontacten: visits,
    betrokkenen: visits,
    onderwerpobjecten: visits,
  };
}
/** kanaal, product, leges, betaalwijze, leveringswijze, volgnummer. */
const EIGENSCHAPPEN = 6;

/** The visit of a passport and an extract, paid in cash, is in the registries once and field by field right. */
export function expectWholeVisit(
  snapshot: PracticeSnapshot,
  { clerk, receipt, number }: { readonly clerk: Account; readonly receipt: string; readonly number: string },
): void {
  expect(snapshot.zaken).toHaveLength(2);
  const [passport, extract] = ['Paspoort', 'Uittreksel uit de BRP'].map((product) =>
    one(snapshot.zaken, ({ omschrijving }) => omschrijving === product),
  );
  if (!passport || !extract) throw new Error('a zaak is missing');

  for (const zaak of [passport, extract]) {
    expect(zaak).toMatchObject({
      bronorganisatie: RSIN,
      verantwoordelijkeOrganisatie: RSIN,
      betalingsindicatie: 'geheel',
      communicatiekanaalNaam: 'Balie',
      toelichting: `Aan de balie geholpen, bon ${receipt}.`,
      kenmerken: [{ bron: 'waarmee' }],
    });
    expect(zaak['identificatie']).toMatch(/^BALIE-B03-[0-9A-HJKMNP-TV-Z]{26}$/);
    const rollen = of(snapshot.rollen, zaak);
    expect(rollen).toHaveLength(2);
    expect(one(rollen, ({ betrokkeneType }) => betrokkeneType === 'natuurlijk_persoon')).toMatchObject({
      betrokkeneIdentificatie: {
        inpBsn: PERSON.bsn,
        geslachtsnaam: PERSON.geslachtsnaam,
        voornamen: 'Barbara',
        geboortedatum: PERSON.geboortedatum,
      },
    });
    expect(one(rollen, ({ betrokkeneType }) => betrokkeneType === 'medewerker')).toMatchObject({
      betrokkeneIdentificatie: { identificatie: clerk.loginName, achternaam: clerk.name },
    });
    // Ontvangen, and then waiting to be picked up or finished.
    expect(of(snapshot.statussen, zaak)).toHaveLength(2);
  }

  expect(passport['einddatum'] ?? null).toBeNull();
  expect(extract['einddatum']).toBe(extract['startdatum']);
  expect(snapshot.resultaten).toHaveLength(1);
  expect(of(snapshot.resultaten, extract)).toHaveLength(1);
  const shared = { kanaal: 'balie', betaalwijze: 'contant', volgnummer: number };
  expect(eigenschappen(snapshot, passport)).toEqual({
    ...shared,
    product: 'Paspoort',
    leges: euros(PASSPORT_CENTS),
    leveringswijze: 'ophalen aan de balie',
  });
  expect(eigenschappen(snapshot, extract)).toEqual({
    ...shared,
    product: 'Uittreksel uit de BRP',
    leges: euros(EXTRACT_CENTS),
    leveringswijze: 'meegegeven aan de balie',
  });

  expect(snapshot.documenten).toHaveLength(DOCUMENTS.length);
  expect(snapshot.zaakinformatieobjecten).toHaveLength(DOCUMENTS.length);
  for (const { formaat, titel, zaak } of DOCUMENTS.map((each) => ({
    ...each,
    zaak: each.product === 'Paspoort' ? passport : extract,
  }))) {
    const document = one(snapshot.documenten, (each) => each['formaat'] === formaat);
    expect(document).toMatchObject({
      titel,
      status: 'definitief',
      auteur: clerk.name,
      integriteit: { algoritme: 'sha_256' },
    });
    expect(Number(document['bestandsomvang'])).toBeGreaterThan(1000);
    expect(of(snapshot.zaakinformatieobjecten, zaak)).toMatchObject([{ informatieobject: document['url'] }]);
  }

  expect(snapshot.klantcontacten).toHaveLength(1);
  expect(snapshot.klantcontacten[0]).toMatchObject({
    kanaal: 'balie',
    onderwerp: 'Paspoort, Uittreksel uit de BRP',
    indicatieContactGelukt: true,
  });
  expect(snapshot.actoren).toMatchObject([{ naam: clerk.name, soortActor: 'medewerker' }]);
  expect(snapshot.betrokkenen).toMatchObject([{ contactnaam: { achternaam: PERSON.geslachtsnaam } }]);
  expect(snapshot.actorklantcontacten).toHaveLength(1);
  expect(snapshot.onderwerpobjecten).toHaveLength(2);
}

const DOCUMENTS = [
  { product: 'Paspoort', formaat: 'image/jpeg', titel: 'Pasfoto Paspoort' },
  {
    product: 'Uittreksel uit de BRP',
    formaat: 'application/pdf',
    titel: 'Uittreksel uit de basisregistratie personen',
  },
] as const;

function one(resources: readonly Resource[], is: (resource: Resource) => boolean): Resource {
  const found = resources.filter(is);
  expect(found).toHaveLength(1);
  const [only] = found;
  if (!only) throw new Error('there is none');
  return only;
}

function of(resources: readonly Resource[], zaak: Resource): readonly Resource[] {
  return resources.filter((resource) => resource['zaak'] === zaak['url']);
}

/** The numbers under which the zaken are known. */
export function zaakNumbers({ zaken }: PracticeSnapshot): readonly string[] {
  return zaken.map(({ identificatie }) => text(identificatie));
}

function text(value: Resource[string] | undefined): string {
  if (typeof value !== 'string') throw new Error('this should be a text');
  return value;
}

function eigenschappen({ zaakeigenschappen }: PracticeSnapshot, zaak: Resource): Record<string, unknown> {
  return Object.fromEntries(of(zaakeigenschappen, zaak).map(({ naam, waarde }) => [text(naam), waarde]));
}
