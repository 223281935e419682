import { isDay } from '../../../../shared/domain/dates.ts';

const PARTS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const RUN = /^(\d\d)(\d\d)(\d{4})$/;

/**
 * A day as a clerk types it, as YYYY-MM-DD: "1-12-1985", "01/12/1985", "01121985" or "1985-12-01". Undefined when it is
 * no day of the calendar.
 */
export function typedDay(text: string): string | undefined {
  const plain = text.trim();
  if (isDay(plain)) return plain;
  const match = PARTS.exec(plain) ?? RUN.exec(plain);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}

/** A day YYYY-MM-DD as the clerk reads it in a field: 01-12-1985. Any other text comes back as it is. */
export function shownDay(text: string): string {
  return isDay(text) ? `${text.slice(8)}-${text.slice(5, 7)}-${text.slice(0, 4)}` : text;
}
