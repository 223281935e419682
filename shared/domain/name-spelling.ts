// How a name on a document and the same name in the BRP are told to be one: a machine readable zone has capitals
// without diacritics, and writes some letters as two (ICAO 9303 part 3, section 6).

const ONE_LETTER: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'D',
  Ð: 'D',
  ð: 'D',
  Ħ: 'H',
  ħ: 'H',
  ĸ: 'Q',
  Ł: 'L',
  ł: 'L',
  Ŀ: 'L',
  ŀ: 'L',
  Ŋ: 'N',
  ŋ: 'N',
  Ŧ: 'T',
  ŧ: 'T',
};

const TWO_LETTERS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  ä: 'AE',
  Ö: 'OE',
  ö: 'OE',
  Ü: 'UE',
  ü: 'UE',
  Å: 'AA',
  å: 'AA',
  Æ: 'AE',
  æ: 'AE',
  Œ: 'OE',
  œ: 'OE',
  Ø: 'OE',
  ø: 'OE',
  Þ: 'TH',
  þ: 'TH',
  ß: 'SS',
  Ĳ: 'IJ',
  ĳ: 'IJ',
};

/** Below this length a name that begins like another is another name; from it, the line was full. */
const CUT_OFF_FROM = 10;

function bare(text: string): string {
  return text
    .replace(/[ĐđÐðĦħĸŁłĿŀŊŋŦŧ]/g, (letter) => ONE_LETTER[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

/** Letters alone, as a machine readable zone spells them: without diacritics, capitals (ICAO 9303 part 3, section 6). */
export function mrzLetters(text: string): string {
  return bare(text.replace(/[ÄäÖöÜüÅåÆæŒœØøÞþßĲĳ]/g, (letter) => TWO_LETTERS[letter] ?? letter));
}

/** The same without the two-letter forms, which not every issuer uses. */
function plainLetters(text: string): string {
  return bare(text.replace(/[Øø]/g, 'O').replace(/[ÆæŒœÞþßĲĳ]/g, (letter) => TWO_LETTERS[letter] ?? letter));
}

/** Equal as far as a document can hold it: names are cut off at the end of the line. */
export function nameFits(onDocument: string, inRegister: string): boolean {
  const shown = mrzLetters(onDocument);
  if (shown === '') return inRegister === '';
  return [mrzLetters(inRegister), plainLetters(inRegister)].some(
    (full) => full === shown || (shown.length >= CUT_OFF_FROM && full.startsWith(shown)),
  );
}

/** A surname fits with and without its voorvoegsel: a document writes them as one. */
export function surnameFits(
  onDocument: string,
  inRegister: { readonly voorvoegsel: string; readonly geslachtsnaam: string },
): boolean {
  const { voorvoegsel, geslachtsnaam } = inRegister;
  return [geslachtsnaam, `${voorvoegsel} ${geslachtsnaam}`].some((name) => nameFits(onDocument, name));
}

/**
 * The same surname with one letter where a machine readable zone writes two for an ä, ö, ü, å or ø, to look for when
 * nobody is found as it is written; undefined when there is nothing to write otherwise.
 */
export function otherSpelling(surname: string): string | undefined {
  const other = surname.replace(/AE|OE|UE|AA/gi, ([letter]) => letter ?? '');
  return other === surname ? undefined : other;
}
