const NINE_DIGITS = /^\d{9}$/;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

function passesElfproef(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}

/**
 * True when `text` is a burgerservicenummer: a string of nine digits, leading zero included, that passes the
 * 11-proef (9a+8b+7c+6d+5e+4f+3g+2h-1i divisible by 11; Besluit burgerservicenummer). Nine zeros are not a number.
 */
export function isBsn(text: string): boolean {
  return NINE_DIGITS.test(text) && text !== '000000000' && passesElfproef(text);
}

/** True when `text` is an RSIN (of an organisation: bronorganisatie in ZGW). It has the same form and 11-proef as a burgerservicenummer. */
export function isRsin(text: string): boolean {
  return isBsn(text);
}

/** The burgerservicenummer for the screen: the last four digits only. A text that is too short to mask is hidden whole. */
export function maskBsn(bsn: string): string {
  if (bsn.length <= 4) return '•'.repeat(bsn.length);
  return '•'.repeat(bsn.length - 4) + bsn.slice(-4);
}
