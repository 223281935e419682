// What can be the identificatie of a zaak. The Zaken API takes at most 40 characters (zaak.identificatie) of AN40:
// letters without diacritics and digits; zaaksystemen also give out - _ . / and :, never a space.

const FORM = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,39}$/;
const OURS = /^BALIE-[A-Z0-9]+-(.*)$/;
/** ULID: 26 letters and digits of Crockford's base 32 (github.com/ulid/spec). */
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** From this length on, the tail of a number that begins as ours was meant as one of ours. */
const LONG = 20;

/** A zaak number as it is compared: without the spaces around it; one of our own in capitals, however it was typed. */
export function zaakNumber(typed: string): string {
  const text = typed.trim();
  return text.toUpperCase().startsWith('BALIE-') ? text.toUpperCase() : text;
}

/** True when this can be the number of a zaak; one of our own that misses a letter can't. Takes what `zaakNumber` gives. */
export function isZaakNumber(number: string): boolean {
  if (!FORM.test(number) || !/\d/.test(number)) return false;
  const tail = OURS.exec(number)?.[1];
  return tail === undefined || tail.length < LONG || ULID.test(tail);
}
