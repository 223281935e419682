import { isBsn } from '../../../../shared/domain/bsn.ts';
import { isDay } from '../../../../shared/domain/dates.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { PersonPurpose, PersonSearch } from '../../ports.ts';
import type { components } from '../generated/brp.ts';
import { CANDIDATE_FIELDS } from './purposes.ts';

type Schemas = components['schemas'];
export type BrpQuery =
  | Schemas['RaadpleegMetBurgerservicenummer']
  | Schemas['ZoekMetGeslachtsnaamEnGeboortedatum']
  | Schemas['ZoekMetNaamEnGemeenteVanInschrijving']
  | Schemas['ZoekMetPostcodeEnHuisnummer']
  | Schemas['ZoekMetStraatHuisnummerEnGemeenteVanInschrijving'];

type Rule = readonly [form: RegExp, expected: string];
const NAME: Rule = [
  /^[a-zA-Z0-9À-ž .\-']{1,200}$|^[a-zA-Z0-9À-ž .\-']{3,199}\*$/,
  'letters; a * only at the end, after three letters',
];
const VOORVOEGSEL = /^[a-zA-Z ']{1,10}$/;
/** The forms of the BRP API Personen 2.7. */
const RULES: Readonly<Record<string, Rule>> = {
  geslachtsnaam: NAME,
  voornamen: [/^[a-zA-Z0-9À-ž .\-']{1,199}\*?$/, 'letters; a * only at the end'],
  'nameInMunicipality.voornamen': NAME,
  voorvoegsel: [VOORVOEGSEL, 'at most ten letters'],
  postcode: [/^[1-9]\d{3} ?[A-Za-z]{2}$/, 'four digits and two letters'],
  straat: [
    /^[a-zA-Z0-9À-ž \-'.]{1,80}$|^[a-zA-Z0-9À-ž \-'.]{7,79}\*$|^\*[a-zA-Z0-9À-ž \-'.]{7,79}$/,
    'letters; a * only at the begin or end, beside seven letters',
  ],
  huisnummer: [/^[1-9]\d{0,4}$/, 'a whole number from 1 to 99999'],
  huisletter: [/^[a-zA-Z]$/, 'one letter'],
  huisnummertoevoeging: [/^[a-zA-Z0-9 -]{1,4}$/, 'at most four letters or digits'],
  gemeenteVanInschrijving: [/^\d{4}$/, 'four digits'],
};

/** The question for these fields of one person. `bsnInvalid` when the number can't exist: it is never sent. */
export function queryByBsn(burgerservicenummer: string, fields: readonly string[]): Result<BrpQuery> {
  if (!isBsn(burgerservicenummer)) return fail('bsnInvalid', { field: 'burgerservicenummer' });
  return ok({
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [burgerservicenummer],
    fields: [...fields],
  });
}

/** The question for a list of persons; `invalidInput` names the field that the BRP would refuse. */
export function queryFor(by: PersonSearch, purpose: PersonPurpose): Result<BrpQuery> {
  const refused = refusalOf(by);
  if (refused) return fail('invalidInput', refused);
  const fields = [...CANDIDATE_FIELDS[purpose]];
  // Who comes with the passport of somebody who died must be seen for what it is.
  const byName = { inclusiefOverledenPersonen: true, fields } as const;
  switch (by.kind) {
    case 'name': {
      const { kind: _, ...asked } = by;
      return ok({ type: 'ZoekMetGeslachtsnaamEnGeboortedatum', ...asked, ...byName });
    }
    case 'nameInMunicipality': {
      const { kind: _, ...asked } = by;
      return ok({ type: 'ZoekMetNaamEnGemeenteVanInschrijving', ...asked, ...byName });
    }
    case 'address': {
      const { kind: _, ...asked } = by;
      return ok({ type: 'ZoekMetPostcodeEnHuisnummer', ...asked, fields });
    }
    case 'street': {
      const { kind: _, ...asked } = by;
      return ok({ type: 'ZoekMetStraatHuisnummerEnGemeenteVanInschrijving', ...asked, fields });
    }
    default:
      return assertNever(by);
  }
}

function refusalOf({ kind, ...asked }: PersonSearch): { field: string; detail: string } | undefined {
  for (const [field, value] of Object.entries(asked)) {
    const [form, detail] = RULES[`${kind}.${field}`] ?? RULES[field] ?? [];
    if (form && !form.test(String(value))) return { field, detail: detail ?? '' };
    if (field === 'geboortedatum' && !isDay(String(value)))
      return { field, detail: 'a whole date, YYYY-MM-DD' };
  }
  return undefined;
}

const PREFIX =
  /^((?:van|de|den|der|het|ter|ten|te|tot|op|in|la|le|du|el|al|von|zu|'t|'s)(?: (?:de|den|der|het|la|le|'t))*) +(?=\S)/i;

/**
 * The BRP keeps the voorvoegsel apart ("van Dam" is geslachtsnaam "Dam"): a name typed as one is taken apart. Undefined
 * when there is nothing to take apart.
 */
export function withoutVoorvoegsel(by: PersonSearch): PersonSearch | undefined {
  if (!('geslachtsnaam' in by) || by.voorvoegsel !== undefined) return undefined;
  const match = PREFIX.exec(by.geslachtsnaam);
  if (!match?.[1] || !VOORVOEGSEL.test(match[1])) return undefined;
  return { ...by, geslachtsnaam: by.geslachtsnaam.slice(match[0].length), voorvoegsel: match[1] };
}
