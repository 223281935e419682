/**
 * The 11-proef over nine digits, 9a+8b+...+2h-i, that a burgerservicenummer and an RSIN must pass.
 * Nine zeros pass the sum but are no number.
 */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false;
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}
