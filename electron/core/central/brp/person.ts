import { assertNever } from '../../../../shared/lib/assert-never.ts';
import type { KnownPerson, PersonCandidate } from '../../ports.ts';
import type { PersonRecord } from '../../records.ts';
import type { BrpDate, Candidate, Person } from './answer.ts';
import { dutchOf } from './dutch.ts';
import { warningsOf } from './warnings.ts';

/** A date that may have unknown parts. */
export interface PartialDate {
  /** In words, as the BRP gives it: "5 september 1928", "september 1928", "1928" or "onbekend". */
  readonly text: string;
  /** YYYY-MM-DD; null when a part is unknown. */
  readonly iso: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A person as the BRP knows him, for the record and for the screen. */
export interface BrpPerson extends KnownPerson {
  readonly birthDate: PartialDate;
  readonly minor: boolean;
}

/** One of several persons that a search found. */
export interface BrpCandidate extends PersonCandidate {
  readonly geslachtsnaam: string;
  readonly voornamen: string;
  readonly birthDate: PartialDate;
}

const ADULT = 18;

/** Translates the answer of a raadpleging. */
export function toPerson(person: Person): BrpPerson {
  const { naam, adressering, geslacht, leeftijd } = person;
  const birthDate = toPartialDate(person.geboorte?.datum);
  const minor = leeftijd !== undefined && leeftijd < ADULT;
  const record: PersonRecord = {
    burgerservicenummer: person.burgerservicenummer,
    geslachtsnaam: naam.geslachtsnaam,
    voorvoegsel: naam.voorvoegsel,
    voornamen: naam.voornamen,
    voorletters: naam.voorletters,
    geboortedatum: birthDate.iso,
    verified: true,
    documentNumber: null,
  };
  return {
    record,
    view: {
      fullName: fullNameOf(person),
      shortName: joined(salutation(geslacht?.code), adressering?.aanschrijfwijze?.naam ?? plainName(person)),
      birthDateText: birthDate.text,
      age: leeftijd ?? null,
      sex: geslacht?.omschrijving ?? null,
      address: addressOf(adressering),
      nationality: nationalityOf(person),
      dutch: dutchOf(person),
      warnings: warningsOf(person, minor),
    },
    birthDate,
    minor,
  };
}

/** Translates one person of the answer of a search. */
export function toCandidate(person: Candidate): BrpCandidate {
  const birthDate = toPartialDate(person.geboorte?.datum);
  return {
    burgerservicenummer: person.burgerservicenummer,
    fullName: fullNameOf(person),
    birthDateText: birthDate.text,
    address: addressOf(person.adressering).join(', '),
    geslachtsnaam: person.naam.geslachtsnaam,
    voornamen: person.naam.voornamen,
    birthDate,
  };
}

/** A polymorph date of the BRP; absent means unknown. */
export function toPartialDate(date: BrpDate | undefined): PartialDate {
  if (date === undefined || date.type === 'DatumOnbekend')
    return { text: date?.langFormaat ?? 'onbekend', iso: null, year: null, month: null, day: null };
  switch (date.type) {
    case 'Datum': {
      const [year = 0, month = 0, day = 0] = date.datum.split('-').map(Number);
      return { text: date.langFormaat, iso: date.datum, year, month, day };
    }
    case 'JaarMaandDatum':
      return { text: date.langFormaat, iso: null, year: date.jaar, month: date.maand, day: null };
    case 'JaarDatum':
      return { text: date.langFormaat, iso: null, year: date.jaar, month: null, day: null };
    default:
      return assertNever(date);
  }
}

function fullNameOf({ naam }: Candidate): string {
  return naam.volledigeNaam ?? joined(naam.voornamen, naam.voorvoegsel, naam.geslachtsnaam);
}

function plainName({ naam }: Candidate): string {
  return joined(naam.voorletters, naam.voorvoegsel, naam.geslachtsnaam);
}

function salutation(geslacht: string | undefined): string {
  if (geslacht === 'V') return 'Mevrouw';
  return geslacht === 'M' ? 'De heer' : '';
}

function addressOf(address: Candidate['adressering']): string[] {
  const { adresregel1, adresregel2, adresregel3, land } = address ?? {};
  return [adresregel1, adresregel2, adresregel3, land?.omschrijving].filter((line) => line !== undefined);
}

const WITHOUT_NAME: Readonly<Record<string, string>> = {
  BehandeldAlsNederlander: 'Behandeld als Nederlander',
  VastgesteldNietNederlander: 'Vastgesteld niet-Nederlander',
  Staatloos: 'Staatloos',
  NationaliteitOnbekend: 'Nationaliteit onbekend',
};

function nationalityOf({ nationaliteiten = [] }: Person): string | null {
  const names = nationaliteiten.map(
    ({ type, nationaliteit }) => nationaliteit?.omschrijving ?? WITHOUT_NAME[type] ?? type,
  );
  return names.length === 0 ? null : names.join(', ');
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
