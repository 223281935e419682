import { expect, test } from 'vitest';
import { mrzLetters, nameFits, otherSpelling, surnameFits } from '../../../shared/domain/name-spelling.ts';

test.each([
  ['Käster-Müller', 'KAESTERMUELLER'],
  ['Ĳsbrand Öz', 'IJSBRANDOEZ'],
  ['Hacı', 'HACI'],
  ['Żáïŀëñøŕ Åłéèç Đëļŧå', 'ZAILENOERAALEECDELTAA'],
  ["'t Hart", 'THART'],
])('%s is spelled as a machine readable zone spells it', (name, letters) => {
  expect(mrzLetters(name)).toBe(letters);
});

test.each([
  ['KAESTER', 'Käster'],
  ['KASTER', 'Käster'],
  ['Inoenue', 'Inönü'],
  ['LOEFBERG', 'Løfberg'],
  ['LOFBERG', 'Løfberg'],
  ['OEUVRARD', 'Œuvrard'],
  ['WILLEKE LISELOTTE ANN', 'Willeke Liselotte Annabella'],
])('%s on a document is %s', (shown, known) => {
  expect(nameFits(shown, known)).toBe(true);
});

test.each([
  ['BRUIN', 'Bruijn'],
  ['WILLEKE', 'Willeke Liselotte'],
  ['', 'Willeke'],
])('%s on a document is not %s', (shown, known) => {
  expect(nameFits(shown, known)).toBe(false);
});

test('a surname fits with and without its voorvoegsel, and not with another', () => {
  const known = { voorvoegsel: 'de', geslachtsnaam: 'Bruijn' };
  expect(surnameFits('DE BRUIJN', known)).toBe(true);
  expect(surnameFits('BRUIJN', known)).toBe(true);
  expect(surnameFits('VAN BRUIJN', known)).toBe(false);
});

test('a name in which two letters stand for one is also looked for with one', () => {
  expect(otherSpelling('INOENUE')).toBe('INONU');
  expect(otherSpelling('Inoenue')).toBe('Inonu');
  expect(otherSpelling('BRUIJN')).toBeUndefined();
});
