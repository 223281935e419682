import { formatDutchDate, isDay } from '../../../../shared/domain/dates.ts';

/**
 * The day YYYY-MM-DD that a date in Dutch words means, such as "5 september 1928" of the BRP (`langFormaat`). '' when
 * the words leave the day or month open, or are no date.
 */
export function dayOfDutchDate(text: string): string {
  const match = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(text.trim());
  if (match === null) return '';
  const [, day = '', name = '', year = ''] = match;
  for (let month = 1; month <= 12; month += 1) {
    const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (formatDutchDate(written).split(' ')[1] === name.toLowerCase() && isDay(written)) return written;
  }
  return '';
}
