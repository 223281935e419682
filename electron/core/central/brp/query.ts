import { isBsn } from '../../../../shared/domain/bsn.ts';
import { isDay } from '../../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { PersonSearch } from '../../ports.ts';
import type { components } from '../generated/brp.ts';

type Schemas = components['schemas'];
export type BrpQuery =
  | Schemas['RaadpleegMetBurgerservicenummer']
  | Schemas['ZoekMetGeslachtsnaamEnGeboortedatum']
  | Schemas['ZoekMetPostcodeEnHuisnummer'];

/**
 * Exactly what the counter shows or records of a person, nothing more. What the BRP delivers by itself (geheimhouding,
 * inOnderzoek, opschortingBijhouding, rni, verificatie) may not be asked (BRP API Personen 2.7).
 */
export const PERSON_FIELDS: readonly string[] = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'naam.voorletters',
  'naam.volledigeNaam',
  'geslacht',
  'leeftijd',
  'geboorte.datum',
  'nationaliteiten.type',
  'nationaliteiten.nationaliteit',
  'adressering.aanschrijfwijze.naam',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
  'indicatieCurateleRegister',
  'gezag',
];

/** What a list of candidates shows, so that the clerk can tell them apart. */
export const CANDIDATE_FIELDS: readonly string[] = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.geslachtsnaam',
  'naam.volledigeNaam',
  'geboorte.datum',
  'adressering.adresregel1',
  'adressering.adresregel2',
  'adressering.adresregel3',
  'adressering.land',
];

const NAME = /^[a-zA-Z0-9À-ž .\-']{1,200}$|^[a-zA-Z0-9À-ž .\-']{3,199}\*$/;
const GIVEN_NAMES = /^[a-zA-Z0-9À-ž .\-']{1,199}\*?$/;
const VOORVOEGSEL = /^[a-zA-Z ']{1,10}$/;
const POSTCODE = /^[1-9]\d{3} ?[A-Za-z]{2}$/;
const HUISLETTER = /^[a-zA-Z]$/;
const TOEVOEGING = /^[a-zA-Z0-9 -]{1,4}$/;

/** The question for one person. `bsnInvalid` when the number can't exist: it is never sent. */
export function queryByBsn(burgerservicenummer: string): Result<BrpQuery> {
  if (!isBsn(burgerservicenummer)) return fail('bsnInvalid', { field: 'burgerservicenummer' });
  return ok({
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [burgerservicenummer],
    fields: [...PERSON_FIELDS],
  });
}

/** The question for a list of persons; `invalidInput` names the field that the BRP would refuse. */
export function queryFor(by: PersonSearch): Result<BrpQuery> {
  const fields = [...CANDIDATE_FIELDS];
  if (by.kind === 'address') {
    const { postcode, huisnummer, huisletter, huisnummertoevoeging } = by;
    if (!POSTCODE.test(postcode)) return refused('postcode', 'four digits and two letters');
    if (!Number.isInteger(huisnummer) || huisnummer < 1 || huisnummer > 99_999)
      return refused('huisnummer', 'a whole number from 1 to 99999');
    if (huisletter !== undefined && !HUISLETTER.test(huisletter)) return refused('huisletter', 'one letter');
    if (huisnummertoevoeging !== undefined && !TOEVOEGING.test(huisnummertoevoeging))
      return refused('huisnummertoevoeging', 'at most four letters or digits');
    const more = { ...(huisletter && { huisletter }), ...(huisnummertoevoeging && { huisnummertoevoeging }) };
    return ok({ type: 'ZoekMetPostcodeEnHuisnummer', postcode, huisnummer, ...more, fields });
  }
  const { geslachtsnaam, geboortedatum, voornamen } = by;
  if (!NAME.test(geslachtsnaam))
    return refused('geslachtsnaam', 'letters; a * only at the end, after three letters');
  if (!isDay(geboortedatum)) return refused('geboortedatum', 'a whole date, YYYY-MM-DD');
  if (voornamen !== undefined && !GIVEN_NAMES.test(voornamen))
    return refused('voornamen', 'letters; a * only at the end');
  if (by.voorvoegsel !== undefined && !VOORVOEGSEL.test(by.voorvoegsel))
    return refused('voorvoegsel', 'at most ten letters');
  const more = { ...(voornamen && { voornamen }), ...(by.voorvoegsel && { voorvoegsel: by.voorvoegsel }) };
  return ok({
    type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
    geslachtsnaam,
    geboortedatum,
    ...more,
    // Who comes with the passport of somebody who died must be seen for what it is.
    inclusiefOverledenPersonen: true,
    fields,
  });
}

function refused(field: string, detail: string): Result<never> {
  return fail('invalidInput', { field, detail });
}

const PREFIX =
  /^((?:van|de|den|der|het|ter|ten|te|tot|op|in|la|le|du|el|al|von|zu|'t|'s)(?: (?:de|den|der|het|la|le|'t))*) +(?=\S)/i;

/**
 * The BRP keeps the voorvoegsel apart ("van Dam" is geslachtsnaam "Dam"): a name typed as one is taken apart. Undefined
 * when there is nothing to take apart.
 */
export function withoutVoorvoegsel(by: PersonSearch): PersonSearch | undefined {
  if (by.kind !== 'name' || by.voorvoegsel !== undefined) return undefined;
  const match = PREFIX.exec(by.geslachtsnaam);
  if (!match?.[1] || !VOORVOEGSEL.test(match[1])) return undefined;
  return { ...by, geslachtsnaam: by.geslachtsnaam.slice(match[0].length), voorvoegsel: match[1] };
}
