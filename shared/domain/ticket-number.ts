/**
 * What the visitor reads on paper and display: group letter and three digits, such as P012. After P999 comes P1000: a
 * busy day keeps counting, because a number that came back the same day would call two people at once.
 * Throws a RangeError when `letter` is not one capital or `ordinal` is not a whole number from 1.
 */
export function formatTicketNumber(letter: string, ordinal: number): string {
  if (!/^[A-Z]$/.test(letter)) throw new RangeError('letter: one capital A to Z');
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new RangeError('ordinal: a whole number from 1');
  return `${letter}${String(ordinal).padStart(3, '0')}`;
}
