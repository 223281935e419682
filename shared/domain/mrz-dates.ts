import { isDay } from './dates.ts';

const PARTS = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/;

interface Parts {
  readonly year: number | undefined;
  readonly month: string;
  readonly day: string;
}

function split(yymmdd: string): Parts | undefined {
  const match = PARTS.exec(yymmdd);
  if (match === null) return undefined;
  const [, year = '<<', month = '<<', day = '<<'] = match;
  return {
    year: year === '<<' ? undefined : Number(year),
    month: month === '<<' ? '00' : month,
    day: day === '<<' ? '00' : day,
  };
}

function written(year: number, parts: Parts): string {
  return `${String(year).padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/** True for a date with a known or unknown (`00`) month and day that can exist. */
function canExist(date: string): boolean {
  if (isDay(date)) return true;
  const [year = '', month = '', day = ''] = date.split('-');
  if (day !== '00') return false;
  return isDay(`${year}-${month === '00' ? '01' : month}-01`);
}

/**
 * The birth date of an MRZ (YYMMDD, `<<` or 00 for unknown parts) as YYYY-MM-DD with 00 for what is unknown: the
 * latest such date that is not after `today`. Without a year it is `0000-00-00`; undefined when it cannot exist.
 */
export function mrzBirthDate(yymmdd: string, today: string): string | undefined {
  const parts = split(yymmdd);
  if (parts === undefined) return undefined;
  if (parts.year === undefined) return '0000-00-00';
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  return [century, century - 100]
    .map((base) => written(base + (parts.year ?? 0), parts))
    .find((date) => canExist(date) && date <= today);
}

/**
 * The expiry date of an MRZ as YYYY-MM-DD: the year within 20 years before and 30 years after `today`. A year outside
 * that window is read as past, never as valid for decades. `unknown` when the field is all fillers; undefined when
 * the date cannot exist.
 */
export function mrzExpiryDate(yymmdd: string, today: string): string | undefined {
  const parts = split(yymmdd);
  if (parts === undefined) return undefined;
  if (parts.year === undefined) return 'unknown';
  const now = Number(today.slice(0, 4));
  const century = Math.floor(now / 100) * 100;
  const years = [century + 100, century, century - 100].map((base) => base + (parts.year ?? 0));
  const year = years.find((one) => one <= now + 30) ?? now;
  const date = written(year, parts);
  return canExist(date) ? date : undefined;
}
