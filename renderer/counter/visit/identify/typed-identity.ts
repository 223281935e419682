import type { IdentifyBy } from '../../../../shared/contract/visits.ts';
import { isBsn } from '../../../../shared/domain/bsn.ts';
import type { Failure } from '../../../../shared/lib/result.ts';
import { typedDay } from './typed-date.ts';

/** What a clerk can type to find somebody; each way has its own row of the form. */
export interface TypedIdentity {
  readonly bsn: string;
  readonly surname: string;
  readonly birthDate: string;
  readonly givenNames: string;
  readonly postcode: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly houseLetter: string;
  readonly addition: string;
  readonly municipality: string;
  readonly mrz: string;
}

/** A field of the form. */
export type IdentityField = keyof TypedIdentity;
/** A row of the form: one way to find somebody. */
export type IdentityRow = 'bsn' | 'name' | 'address' | 'municipality' | 'mrz';

/** An empty form. */
export const NOTHING_TYPED: TypedIdentity = {
  bsn: '',
  surname: '',
  birthDate: '',
  givenNames: '',
  postcode: '',
  street: '',
  houseNumber: '',
  houseLetter: '',
  addition: '',
  municipality: '',
  mrz: '',
};

/** Why a field keeps the form from being sent; the text is under `visit.identify.problem` in the i18n files. */
export type IdentityProblem =
  | 'nothingTyped'
  | 'bsnLength'
  | 'bsnCheck'
  | 'missing'
  | 'notADay'
  | 'birthDateOrGivenNames'
  | 'postcode'
  | 'postcodeOrStreet'
  | 'street'
  | 'municipality'
  | 'houseNumber'
  | 'houseLetter'
  | 'addition'
  | 'letters'
  | 'mrz';

/** What is wrong, by field. */
export type WrongFields = Readonly<Partial<Record<IdentityField, IdentityProblem>>>;

/** The search that was typed, or everything that is wrong with it. */
export type TypedSearch =
  | { readonly ok: true; readonly by: IdentifyBy }
  | { readonly ok: false; readonly wrong: WrongFields };

const ROW_FIELDS: Readonly<Record<IdentityRow, readonly IdentityField[]>> = {
  bsn: ['bsn'],
  name: ['surname', 'birthDate', 'givenNames'],
  address: ['postcode', 'street', 'houseNumber', 'houseLetter', 'addition'],
  // Goes with a name or an address, and is no way by itself.
  municipality: ['municipality'],
  mrz: ['mrz'],
};
const POSTCODE = /^[1-9]\d{3} ?[A-Za-z]{2}$/;

/** The row that a field belongs to. */
export function rowOf(field: IdentityField): IdentityRow {
  const rows: readonly IdentityRow[] = ['bsn', 'name', 'address', 'municipality', 'mrz'];
  return rows.find((row) => ROW_FIELDS[row].includes(field)) ?? 'bsn';
}

/** The search for the row where Enter was pressed, or, when that row is empty, for the first row with text in it. */
export function typedSearch(typed: TypedIdentity, from: IdentityRow): TypedSearch {
  const at = from === 'municipality' ? 'name' : from;
  const filled = (row: IdentityRow): boolean => ROW_FIELDS[row].some((field) => typed[field].trim() !== '');
  const rows: readonly IdentityRow[] = [at, 'bsn', 'name', 'address', 'mrz'];
  const row = rows.find(filled);
  switch (row) {
    case undefined:
      return { ok: false, wrong: { [ROW_FIELDS[at][0] ?? 'bsn']: 'nothingTyped' } };
    case 'bsn':
      return byBsn(typed);
    case 'name':
      return byName(typed);
    case 'address':
      return byAddress(typed);
    default:
      return { ok: true, by: { kind: 'mrz', text: typed.mrz.trim().toUpperCase() } };
  }
}

function byBsn(typed: TypedIdentity): TypedSearch {
  const bsn = typed.bsn.replaceAll(/[\s.]/g, '');
  if (!/^\d{9}$/.test(bsn)) return { ok: false, wrong: { bsn: 'bsnLength' } };
  if (!isBsn(bsn)) return { ok: false, wrong: { bsn: 'bsnCheck' } };
  return { ok: true, by: { kind: 'bsn', bsn } };
}

function byName(typed: TypedIdentity): TypedSearch {
  const geslachtsnaam = typed.surname.trim();
  const voornamen = typed.givenNames.trim();
  const inMunicipality = typed.birthDate.trim() === '';
  const geboortedatum = typedDay(typed.birthDate);
  const municipality = municipalityOf(typed);
  const wrong: WrongFields = {
    ...(geslachtsnaam === '' && { surname: 'missing' }),
    ...(inMunicipality && voornamen === '' && { birthDate: 'birthDateOrGivenNames' }),
    ...(!inMunicipality && geboortedatum === undefined && { birthDate: 'notADay' }),
    ...(inMunicipality && municipality === undefined && { municipality: 'municipality' }),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  if (geboortedatum === undefined)
    return { ok: true, by: { kind: 'nameInMunicipality', geslachtsnaam, voornamen, ...municipality } };
  const by = { kind: 'name', geslachtsnaam, geboortedatum } as const;
  return { ok: true, by: voornamen === '' ? by : { ...by, voornamen } };
}

/** Undefined for what is no code; empty for the own municipality. */
function municipalityOf({ municipality }: TypedIdentity): { gemeenteVanInschrijving?: string } | undefined {
  const code = municipality.trim();
  if (code === '') return {};
  return /^\d{4}$/.test(code) ? { gemeenteVanInschrijving: code } : undefined;
}

function byAddress(typed: TypedIdentity): TypedSearch {
  const postcode = typed.postcode.trim();
  const straat = typed.street.trim();
  const huisnummer = Number(typed.houseNumber.trim());
  const byStreet = postcode === '' && straat !== '';
  const municipality = municipalityOf(typed);
  const wrong: WrongFields = {
    ...(!byStreet &&
      !POSTCODE.test(postcode) && { postcode: postcode === '' ? 'postcodeOrStreet' : 'postcode' }),
    ...((!Number.isInteger(huisnummer) || huisnummer < 1 || huisnummer > 99_999) && {
      houseNumber: 'houseNumber',
    }),
    ...(byStreet && municipality === undefined && { municipality: 'municipality' }),
  };
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const huisletter = typed.houseLetter.trim();
  const huisnummertoevoeging = typed.addition.trim();
  const house = {
    huisnummer,
    ...(huisletter === '' ? {} : { huisletter }),
    ...(huisnummertoevoeging === '' ? {} : { huisnummertoevoeging }),
  };
  return {
    ok: true,
    by: byStreet
      ? { kind: 'street', straat, ...house, ...municipality }
      : { kind: 'address', postcode, ...house },
  };
}

const REFUSED: Readonly<Record<string, WrongFields>> = {
  'by.bsn': { bsn: 'bsnCheck' },
  'by.text': { mrz: 'mrz' },
  geslachtsnaam: { surname: 'letters' },
  voornamen: { givenNames: 'letters' },
  straat: { street: 'street' },
  gemeenteVanInschrijving: { municipality: 'municipality' },
  huisletter: { houseLetter: 'houseLetter' },
  huisnummertoevoeging: { addition: 'addition' },
};

/** The field that the application or the BRP would not take; undefined when the failure is about no field here. */
export function refusedFields({ field = '' }: Failure): WrongFields | undefined {
  return REFUSED[field];
}
