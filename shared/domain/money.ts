const MAX_CENTS = 999_999_999;
const WITH_COMMA = /^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d\d|-))?$/;
const WITH_DOT = /^(\d{1,7})\.(\d\d)$/;

/**
 * An amount in cents as Dutch text: 8387 is "€ 83,87", with a no-break space after the sign and a point between
 * thousands. Throws a RangeError when `cents` is not a whole number.
 */
export function formatEuro(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError('cents: not a whole number');
  const absolute = Math.abs(cents);
  const euros = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `€\u00a0${cents < 0 ? '-' : ''}${euros},${String(absolute % 100).padStart(2, '0')}`;
}

/**
 * A typed amount in cents: "83,87", "€ 83,87", "83", "83,-", "1.250,00", and "83.87" for who types on a number pad.
 * Undefined for anything else, also for a negative amount or one above € 9.999.999,99.
 */
export function parseEuro(text: string): number | undefined {
  const plain = text.replace(/^\s*€?[\s\u00a0]*/, '').trimEnd();
  const match = WITH_COMMA.exec(plain) ?? WITH_DOT.exec(plain);
  if (match === null) return undefined;
  const [, euros = '', decimals = '00'] = match;
  const cents = Number(euros.replaceAll('.', '')) * 100 + (decimals === '-' ? 0 : Number(decimals));
  return cents <= MAX_CENTS ? cents : undefined;
}

/** The amount to settle in cash: rounded to the nearest 5 cents, as Dutch tills do (afronden op 5 cent). */
export function roundCash(cents: number): number {
  return Math.round(cents / 5) * 5;
}

/** The cash to give back for `dueCents`, after rounding it to 5 cents; undefined when `givenCents` is not enough. */
export function changeFor(dueCents: number, givenCents: number): number | undefined {
  const change = givenCents - roundCash(dueCents);
  return change < 0 ? undefined : change;
}
