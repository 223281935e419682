const WEIGHTS = [7, 3, 1] as const;

function valueOf(character: string): number {
  if (character === '<') return 0;
  const code = character.charCodeAt(0);
  return code <= 57 ? code - 48 : code - 55;
}

/**
 * The check digit (0 to 9) over `text` of ICAO 9303 part 3, 4.9: digits count as themselves, A to Z as 10 to 35,
 * the filler `<` as 0; weights 7, 3, 1 repeating; modulo 10. `text` holds only A-Z, 0-9 and `<`.
 */
export function mrzCheckDigit(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum += valueOf(text.charAt(index)) * (WEIGHTS[index % 3] ?? 0);
  }
  return sum % 10;
}

/**
 * True when `digit` is the check digit over `text`. A filler in place of the digit is accepted only where ICAO 9303
 * allows it: when `text` itself is nothing but fillers.
 */
export function checkDigitFits(text: string, digit: string): boolean {
  if (digit === '<') return /^<*$/.test(text);
  return /^\d$/.test(digit) && mrzCheckDigit(text) === Number(digit);
}
