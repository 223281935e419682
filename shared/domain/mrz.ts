import { isBsn } from './bsn.ts';
import { checkDigitFits } from './mrz-check-digit.ts';
import { mrzBirthDate, mrzExpiryDate } from './mrz-dates.ts';
import { fieldsOf, layoutOf } from './mrz-layouts.ts';
import type { MrzFields, MrzLayout } from './mrz-layouts.ts';

/** What a document says about itself and its holder. Dates are YYYY-MM-DD, with 00 for an unknown month or day. */
export interface MrzDocument {
  readonly layout: MrzLayout;
  readonly kind: 'passport' | 'identityCard' | 'drivingLicence' | 'other';
  /** One or two letters, such as P, PP, I or IR. */
  readonly documentCode: string;
  /** The issuing state: three letters, or fewer where ICAO has it so (D for Germany). */
  readonly issuer: string;
  readonly documentNumber: string;
  readonly nationality?: string;
  readonly surname?: string;
  readonly givenNames?: string;
  readonly birthDate?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly expiryDate?: string;
  /** The optional data as it stands there, without fillers at the end. */
  readonly personalNumber?: string;
  /** Only from a Dutch document of before August 2021, and only when it passes the 11-proef. */
  readonly bsn?: string;
}

/**
 * A document, or why there is none: nothing was read, the text has no known layout (`field` names what does not fit),
 * or a check digit is wrong (`field` names which).
 */
export type MrzResult = { readonly ok: true; readonly document: MrzDocument } | MrzRefusal;

/** The same for who only asks whether it is a document: that is written out when asked for. */
export type MrzCheck = { readonly ok: true; readonly document: () => MrzDocument } | MrzRefusal;

interface MrzRefusal {
  readonly ok: false;
  readonly why: 'empty' | 'layout' | 'checkDigit';
  readonly field?: string;
}

interface NumberParts {
  readonly number: string;
  readonly check: string;
  readonly rest: string;
}

function withoutFillers(text: string): string {
  return text.replace(/<+$/, '');
}

/** A number of more than nine characters goes on in the optional field, its check digit last (9303-5, 4.2.2). */
function numberParts(fields: MrzFields, layout: MrzLayout): NumberParts {
  const long = /^([A-Z0-9]+)(\d)(?:<(.*))?$/.exec(fields.optional);
  if (layout === 'TD3' || fields.numberCheck !== '<' || long === null) {
    return { number: fields.number, check: fields.numberCheck, rest: fields.optional };
  }
  const [, tail = '', check = '', rest = ''] = long;
  return { number: fields.number + tail, check, rest };
}

function fieldThatDoesNotFit(fields: MrzFields, number: string): string | undefined {
  if (!/^[A-Z][A-Z<]$/.test(fields.code)) return 'documentCode';
  if (!/^[A-Z]{1,3}<{0,2}$/.test(fields.issuer)) return 'issuer';
  if (!/^[A-Z0-9<]*[A-Z0-9][A-Z0-9<]*$/.test(number)) return 'documentNumber';
  // RvIG never uses the letter O in a document number; where it is read, it is a misread zero.
  if (fields.issuer === 'NLD' && number.includes('O')) return 'documentNumber';
  if (!/^[A-Z]{0,3}<{0,3}$/.test(fields.nationality)) return 'nationality';
  if (!/^[MFX<]$/.test(fields.sex)) return 'sex';
  if (!/^[A-Z][A-Z<]*$/.test(fields.names)) return 'names';
  return undefined;
}

function wrongCheckDigit(fields: MrzFields, number: NumberParts): string | undefined {
  if (number.check === '<' || !checkDigitFits(number.number, number.check)) return 'documentNumber';
  if (!checkDigitFits(fields.birth, fields.birthCheck)) return 'birthDate';
  if (!checkDigitFits(fields.expiry, fields.expiryCheck)) return 'expiryDate';
  const optionalFits = checkDigitFits(fields.optional, fields.optionalCheck ?? '');
  if (fields.optionalCheck !== undefined && !optionalFits) return 'personalNumber';
  const compositeFits =
    fields.compositeCheck !== '<' && checkDigitFits(fields.composite, fields.compositeCheck);
  return compositeFits ? undefined : 'composite';
}

function kindOf(layout: MrzLayout, code: string): MrzDocument['kind'] {
  if (layout === 'NL-licence') return 'drivingLicence';
  if (code.startsWith('P')) return layout === 'TD3' ? 'passport' : 'other';
  // IR and A are residence permits, AC is a crew certificate: no identity cards of citizens.
  return code.startsWith('A') || code === 'IR' ? 'other' : 'identityCard';
}

function checkLicence(line: string): MrzCheck {
  if (!/^D1NLD[0-9A-Z]\d{10}[0-9A-Z<]{13}.$/.test(line))
    return { ok: false, why: 'layout', field: 'documentNumber' };
  const fits = checkDigitFits(line.slice(0, 29), line.charAt(29));
  if (!fits) return { ok: false, why: 'checkDigit', field: 'composite' };
  const document: MrzDocument = {
    layout: 'NL-licence',
    kind: 'drivingLicence',
    documentCode: 'D',
    issuer: 'NLD',
    documentNumber: line.slice(6, 16),
  };
  return { ok: true, document: () => document };
}

function namesOf(names: string): { readonly surname: string; readonly givenNames?: string } {
  const [surname = '', ...given] = withoutFillers(names).split('<<');
  const words = (text: string): string => text.replace(/<+/g, ' ').trim();
  const givenNames = words(given.join('<'));
  return { surname: words(surname), ...(givenNames === '' ? {} : { givenNames }) };
}

function bsnOf(fields: MrzFields, personalNumber: string): string | undefined {
  return fields.issuer === 'NLD' && isBsn(personalNumber) ? personalNumber : undefined;
}

/**
 * Reads the lines of a machine readable zone (upper case, without line ends; empty lines are ignored). A document is
 * given only when the layout and every check digit fit, the composite one included; `today` (YYYY-MM-DD) settles the
 * century. ICAO 9303 parts 3 to 6; for the Dutch driving licence ISO 18013-3, whose line holds only the licence number.
 */
export function parseMrz(lines: readonly string[], today: string): MrzResult {
  const check = checkMrz(lines, today);
  return check.ok ? { ok: true, document: check.document() } : check;
}

/** Like `parseMrz`. */
export function checkMrz(lines: readonly string[], today: string): MrzCheck {
  const filled = lines.filter((line) => line !== '');
  if (filled.length === 0) return { ok: false, why: 'empty' };
  const layout = layoutOf(filled);
  if (layout === undefined) return { ok: false, why: 'layout' };
  if (layout === 'NL-licence') return checkLicence(filled[0] ?? '');

  const fields = fieldsOf(layout, filled);
  const number = numberParts(fields, layout);
  const misfit = fieldThatDoesNotFit(fields, number.number);
  if (misfit !== undefined) return { ok: false, why: 'layout', field: misfit };
  const wrong = wrongCheckDigit(fields, number);
  if (wrong !== undefined) return { ok: false, why: 'checkDigit', field: wrong };
  const birthDate = mrzBirthDate(fields.birth, today);
  if (birthDate === undefined) return { ok: false, why: 'layout', field: 'birthDate' };
  const expiryDate = mrzExpiryDate(fields.expiry, today);
  if (expiryDate === undefined) return { ok: false, why: 'layout', field: 'expiryDate' };
  return { ok: true, document: () => written({ layout, fields, number, birthDate, expiryDate }) };
}

interface CheckedZone {
  readonly layout: MrzLayout;
  readonly fields: MrzFields;
  readonly number: NumberParts;
  readonly birthDate: string;
  readonly expiryDate: string;
}

function written({ layout, fields, number, birthDate, expiryDate }: CheckedZone): MrzDocument {
  const code = withoutFillers(fields.code);
  const nationality = withoutFillers(fields.nationality);
  const personalNumber = withoutFillers(number.rest) || withoutFillers(fields.optional2 ?? '');
  const bsn = bsnOf(fields, personalNumber);
  return {
    layout,
    kind: kindOf(layout, code),
    documentCode: code,
    issuer: withoutFillers(fields.issuer),
    documentNumber: withoutFillers(number.number),
    ...(nationality === '' ? {} : { nationality }),
    ...namesOf(fields.names),
    birthDate,
    sex: fields.sex === 'M' || fields.sex === 'F' ? fields.sex : 'X',
    ...(expiryDate === 'unknown' ? {} : { expiryDate }),
    ...(personalNumber === '' ? {} : { personalNumber }),
    ...(bsn === undefined ? {} : { bsn }),
  };
}
/** How long the lines are of a zone that was pasted in one piece, by its total length. */
const LINE_LENGTH: Readonly<Record<number, number>> = { 88: 44, 72: 36, 90: 30 };

/**
 * Typed or pasted text as the lines of a machine readable zone: upper case, split at CR, LF or both, everything but
 * A-Z, 0-9 and `<` left out, « read as two fillers. A zone without line ends is cut where its length says so.
 * Never fails: what is no zone comes out as lines that `parseMrz` refuses.
 */
export function normalizeMrzInput(text: string): string[] {
  const lines = text
    .toUpperCase()
    .replaceAll('«', '<<')
    .replaceAll('‹', '<')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[^A-Z0-9<]/g, ''))
    .filter((line) => line !== '');
  const [only = ''] = lines;
  const length = LINE_LENGTH[only.length];
  if (lines.length !== 1 || length === undefined) return lines;
  return Array.from({ length: only.length / length }, (_, index) =>
    only.slice(index * length, (index + 1) * length),
  );
}
