/** Ordinals above this one stand for numbers on a pre-printed roll, which carry no letter: 20417 is the paper 417. */
export const ROLL_FROM = 20_000;
/** The highest number on a roll. */
export const ROLL_LAST = 9999;

/** Whether a number, as the visitor reads it, came from a roll. */
export function isRollNumber(number: string): boolean {
  return /^\d/.test(number);
}

/** The letter of a number, as the visitor reads it: of the group that gave it; null for one from a roll. */
export function letterOf(number: string): string | null {
  return /^[A-Z]/.exec(number)?.[0] ?? null;
}

/**
 * What the visitor reads on paper and display: group letter and three digits, such as P012. After P999 comes P1000: a
 * busy day keeps counting, because a number that came back the same day would call two people at once.
 * Throws a RangeError when `letter` is not one capital or `ordinal` is not a whole number from 1.
 */
export function formatTicketNumber(letter: string, ordinal: number): string {
  if (!/^[A-Z]$/.test(letter)) throw new RangeError('letter: one capital A to Z');
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new RangeError('ordinal: a whole number from 1');
  if (ordinal > ROLL_FROM) return String(ordinal - ROLL_FROM).padStart(3, '0');
  return `${letter}${String(ordinal).padStart(3, '0')}`;
}
