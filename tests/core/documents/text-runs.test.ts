import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRuns } from '../../../electron/core/documents/text-runs.ts';

const latin = (codePoint: number) => codePoint < 0x100;
const extended = (codePoint: number) => codePoint === 0x20 || (codePoint >= 0x100 && codePoint < 0x250);

test('text is cut where the font has to change, and a blank stays with what it follows', () => {
  expect(textRuns('Ali Şahin ğ ı b', [latin, extended]).runs).toEqual([
    { font: 0, text: 'Ali ' },
    { font: 1, text: 'Ş' },
    { font: 0, text: 'ahin ' },
    { font: 1, text: 'ğ ı ' },
    { font: 0, text: 'b' },
  ]);
});

test('a character that no font has is named once', () => {
  expect(textRuns('aжжb', [latin, extended])).toEqual({
    runs: [{ font: 0, text: 'ab' }],
    missing: ['U+0436'],
  });
});

test('the runs together are the text', () => {
  const letter = fc.integer({ min: 0x20, max: 0x24f }).map((codePoint) => String.fromCodePoint(codePoint));
  fc.assert(
    fc.property(fc.array(letter), (letters) => {
      const text = letters.join('').normalize('NFC');
      expect(
        textRuns(text, [latin, extended])
          .runs.map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
