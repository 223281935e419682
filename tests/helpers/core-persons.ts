import path from 'node:path';
import type { GezagView } from '../../shared/contract/person-view.ts';
import type { KnownPerson, PersonCandidate, PersonLookup, PersonSearch } from '../../electron/core/ports.ts';
import { fullName, initials } from '../../electron/practice/brp/names.ts';
import { readPersons } from '../../electron/practice/brp/persons.ts';
import { type JsonObject, objectOf, textOf } from '../../electron/practice/json.ts';
import { checkDigit, transliterate } from '../../electron/practice/travel-documents.ts';
import { ageOn, formatDutchDate } from '../../shared/domain/dates.ts';
import { fail, ok } from '../../shared/lib/result.ts';

const persons = readPersons(path.join(import.meta.dirname, '../../resources/testdata/brp-testpersonen.json'));

/** Official fictitious persons by what is special about them. */
export const BSN = {
  adult: '999993653',
  prefixed: '999990275',
  child: '999996484',
  deceased: '999990147',
  /** One of several with the same surname and date of birth. */
  triplet: '999990512',
  /** One of two with the same names and date of birth. */
  namesake: '999990305',
  unknown: '999999990',
} as const;

function gba(bsn: string): JsonObject {
  const person = persons.find(bsn);
  if (!person) throw new Error('no such test person');
  return person;
}

function known(person: JsonObject, day: string): KnownPerson {
  const naam = objectOf(person.naam);
  const born = textOf(objectOf(person.geboorte).datum).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const geslacht = objectOf(person.geslacht);
  const surname = [textOf(naam.voorvoegsel), textOf(naam.geslachtsnaam)].filter(Boolean).join(' ');
  const { straat, huisnummer, postcode, woonplaats } = objectOf(person.verblijfplaats);
  const deceased = person.overlijden !== undefined;
  return {
    record: {
      burgerservicenummer: textOf(person.burgerservicenummer),
      geslachtsnaam: textOf(naam.geslachtsnaam),
      voorvoegsel: textOf(naam.voorvoegsel),
      voornamen: textOf(naam.voornamen),
      voorletters: initials(textOf(naam.voornamen)),
      geboortedatum: born,
      verified: true,
      documentNumber: null,
    },
    view: {
      fullName: fullName(naam, textOf(geslacht.code)),
      shortName: `${initials(textOf(naam.voornamen))} ${surname}`,
      birthDateText: formatDutchDate(born),
      age: ageOn(born, day) ?? null,
      sex: textOf(geslacht.omschrijving),
      address: [`${textOf(straat)} ${textOf(huisnummer)}`, `${textOf(postcode)} ${textOf(woonplaats)}`],
      nationality: null,
      dutch: 'unknown',
      warnings: deceased ? [{ code: 'overleden', severity: 'stop' }] : [],
    },
  };
}

/** What the BRP says of a test person. */
export function testPerson(bsn: string, day = '2026-11-23'): KnownPerson {
  return known(gba(bsn), day);
}

/** A BRP under a test's control; it notes who asked what kind of question. */
export interface FakeBrp extends PersonLookup {
  away: boolean;
  /** What it says of every person besides who he is. */
  about: Partial<KnownPerson['view']>;
  /** What it says of the gezag over every minor. */
  gezag: GezagView | null;
  /** Who asked: staff id and kind of question. */
  readonly asked: { readonly staffId: string; readonly by: 'bsn' | PersonSearch['kind'] }[];
  /** For which visit and zaaktype was asked who has gezag over whom. */
  readonly askedGezag: { readonly bsn: string; readonly visitId?: string; readonly zaaktype: string }[];
  /** While set, every answer waits for it. */
  gate: Promise<void>;
}

export function createFakeBrp(): FakeBrp {
  const candidate = ({ record, view }: KnownPerson): PersonCandidate => ({
    burgerservicenummer: record.burgerservicenummer ?? '',
    voornamen: record.voornamen,
    fullName: view.fullName,
    birthDateText: view.birthDateText,
    address: view.address.join(', '),
  });
  const asked: FakeBrp['asked'] = [];
  const brp: FakeBrp = {
    away: false,
    about: {},
    gezag: null,
    asked,
    askedGezag: [],
    gate: Promise.resolve(),
    async byBsn(bsn, { staffId }) {
      asked.push({ staffId, by: 'bsn' });
      await brp.gate;
      if (brp.away) return fail('brpUnavailable');
      const person = persons.find(bsn);
      if (!person) return ok(null);
      const { record, view } = known(person, '2026-11-23');
      return ok({ record, view: { ...view, ...brp.about } });
    },
    async gezagOver(bsn, { visitId, zaaktype }) {
      brp.askedGezag.push({ bsn, zaaktype, ...(visitId !== undefined && { visitId }) });
      await brp.gate;
      return brp.away ? fail('brpUnavailable') : ok(brp.gezag);
    },
    async search(by, { staffId }) {
      asked.push({ staffId, by: by.kind });
      await brp.gate;
      if (brp.away) return fail('brpUnavailable');
      const found = persons.all.filter((person) => {
        const inMunicipality =
          !('gemeenteVanInschrijving' in by) ||
          textOf(objectOf(person.gemeenteVanInschrijving).code) === by.gemeenteVanInschrijving;
        const { postcode, straat, huisnummer } = objectOf(person.verblijfplaats);
        if (by.kind === 'address' || by.kind === 'street') {
          const there =
            by.kind === 'address' ? textOf(postcode) === by.postcode : textOf(straat) === by.straat;
          return there && inMunicipality && textOf(huisnummer) === String(by.huisnummer);
        }
        const naam = objectOf(person.naam);
        return (
          transliterate(textOf(naam.geslachtsnaam)) === transliterate(by.geslachtsnaam) &&
          (by.kind === 'name'
            ? textOf(objectOf(person.geboorte).datum) === by.geboortedatum.replaceAll('-', '')
            : inMunicipality && textOf(naam.voornamen) === by.voornamen)
        );
      });
      return ok(found.map((person) => candidate(known(person, '2026-11-23'))));
    },
  };
  return brp;
}

function checked(field: string): string {
  return field + checkDigit(field);
}

/**
 * The two lines of a Dutch passport of a test person (ICAO 9303 part 4). `bsn`: as documents of before August 2021
 * carry it; `expiry` as YYMMDD.
 */
export function passport(
  bsn: string,
  options: {
    readonly withBsn?: boolean;
    readonly expiry?: string;
    readonly number?: string;
    readonly surname?: string;
  } = {},
): readonly string[] {
  const person = gba(bsn);
  const naam = objectOf(person.naam);
  const surname = options.surname ?? `${textOf(naam.voorvoegsel)} ${textOf(naam.geslachtsnaam)}`.trim();
  const names = `${transliterate(surname)}<<${transliterate(textOf(naam.voornamen))}`.slice(0, 39);
  const number = checked(options.number ?? `NX${bsn.slice(-6)}K`);
  const birth = checked(textOf(objectOf(person.geboorte).datum).slice(2));
  const sex = textOf(objectOf(person.geslacht).code) === 'M' ? 'M' : 'F';
  const optional = options.withBsn ? `${bsn}<<<<<` : '<'.repeat(14);
  const end = checked(options.expiry ?? '310830') + (options.withBsn ? checked(optional) : `${optional}<`);
  const composite = checkDigit(number + birth + end);
  return [`P<NLD${names.padEnd(39, '<')}`, `${number}NLD${birth}${sex}${end}${composite}`];
}
