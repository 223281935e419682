import type { IdentifyBy } from '../../../../shared/contract/visits.ts';
import { isBsn } from '../../../../shared/domain/bsn.ts';
import { typedDay } from './typed-date.ts';

/** What a clerk can type to find somebody; each way has its own row of the form. */
export interface TypedIdentity {
  readonly bsn: string;
  readonly surname: string;
  readonly birthDate: string;
  readonly givenNames: string;
  readonly postcode: string;
  readonly houseNumber: string;
  readonly houseLetter: string;
  readonly addition: string;
  readonly mrz: string;
}

/** A field of the form. */
export type IdentityField = keyof TypedIdentity;
/** A row of the form: one way to find somebody. */
export type IdentityRow = 'bsn' | 'name' | 'address' | 'mrz';

/** An empty form. */
export const NOTHING_TYPED: TypedIdentity = {
  bsn: '',
  surname: '',
  birthDate: '',
  givenNames: '',
  postcode: '',
  houseNumber: '',
  houseLetter: '',
  addition: '',
  mrz: '',
};

/** Why the form cannot be sent, at which field; the text is under `visit.identify.problem` in the i18n files. */
export type IdentityProblem =
  | 'nothingTyped'
  | 'bsnLength'
  | 'bsnCheck'
  | 'missing'
  | 'notADay'
  | 'postcode'
  | 'houseNumber';

/** The search that was typed, or what is wrong with it. */
export type TypedSearch =
  | { readonly ok: true; readonly by: IdentifyBy }
  | { readonly ok: false; readonly field: IdentityField; readonly problem: IdentityProblem };

const ROW_FIELDS: Readonly<Record<IdentityRow, readonly IdentityField[]>> = {
  bsn: ['bsn'],
  name: ['surname', 'birthDate', 'givenNames'],
  address: ['postcode', 'houseNumber', 'houseLetter', 'addition'],
  mrz: ['mrz'],
};
const POSTCODE = /^[1-9]\d{3} ?[A-Za-z]{2}$/;

/** The row that a field belongs to. */
export function rowOf(field: IdentityField): IdentityRow {
  const rows: readonly IdentityRow[] = ['bsn', 'name', 'address', 'mrz'];
  return rows.find((row) => ROW_FIELDS[row].includes(field)) ?? 'bsn';
}

/** The search for the row where Enter was pressed, or, when that row is empty, for the first row with text in it. */
export function typedSearch(typed: TypedIdentity, at: IdentityRow): TypedSearch {
  const filled = (row: IdentityRow): boolean => ROW_FIELDS[row].some((field) => typed[field].trim() !== '');
  const rows: readonly IdentityRow[] = [at, 'bsn', 'name', 'address', 'mrz'];
  const row = rows.find(filled);
  switch (row) {
    case undefined:
      return { ok: false, field: ROW_FIELDS[at][0] ?? 'bsn', problem: 'nothingTyped' };
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
  if (!/^\d{9}$/.test(bsn)) return { ok: false, field: 'bsn', problem: 'bsnLength' };
  if (!isBsn(bsn)) return { ok: false, field: 'bsn', problem: 'bsnCheck' };
  return { ok: true, by: { kind: 'bsn', bsn } };
}

function byName(typed: TypedIdentity): TypedSearch {
  const geslachtsnaam = typed.surname.trim();
  const voornamen = typed.givenNames.trim();
  if (geslachtsnaam === '') return { ok: false, field: 'surname', problem: 'missing' };
  if (typed.birthDate.trim() === '') return { ok: false, field: 'birthDate', problem: 'missing' };
  const geboortedatum = typedDay(typed.birthDate);
  if (geboortedatum === undefined) return { ok: false, field: 'birthDate', problem: 'notADay' };
  const by = { kind: 'name', geslachtsnaam, geboortedatum } as const;
  return { ok: true, by: voornamen === '' ? by : { ...by, voornamen } };
}

function byAddress(typed: TypedIdentity): TypedSearch {
  const postcode = typed.postcode.trim();
  const huisnummer = Number(typed.houseNumber.trim());
  if (!POSTCODE.test(postcode)) return { ok: false, field: 'postcode', problem: 'postcode' };
  if (!Number.isInteger(huisnummer) || huisnummer < 1 || huisnummer > 99_999) {
    return { ok: false, field: 'houseNumber', problem: 'houseNumber' };
  }
  const huisletter = typed.houseLetter.trim();
  const huisnummertoevoeging = typed.addition.trim();
  const by = {
    kind: 'address',
    postcode,
    huisnummer,
    ...(huisletter === '' ? {} : { huisletter }),
    ...(huisnummertoevoeging === '' ? {} : { huisnummertoevoeging }),
  } as const;
  return { ok: true, by };
}
