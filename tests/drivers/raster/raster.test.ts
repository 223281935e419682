import { isDeepStrictEqual } from 'node:util';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawText, largeFont, smallFont, wrapText } from '../../../drivers/raster/font.ts';
import { blankPicture, contains, fillRect, frameRect } from '../../../drivers/raster/picture.ts';
import { encodePng } from '../../../drivers/raster/png.ts';

const isBlank = (pixels: Uint8Array): boolean => pixels.every((pixel) => pixel === 0);

test.each([
  ['small', smallFont],
  ['large', largeFont],
])('the %s font has every accent of Dutch and of names in the BRP', (_name, font) => {
  const letters = 'AZaz09éèëêïíöóüúáàäâçñÉËÏÖÜÇĳĲ€ŁłŞşČčĞğİıŐőŘřŽžȘșȚț’“”–…';
  const unknown = font.glyph('☃');
  const drawn = [...letters].filter(
    (letter) => !isBlank(font.glyph(letter)) && !isDeepStrictEqual(font.glyph(letter), unknown),
  );
  expect(drawn.join('')).toBe(letters);
  expect(unknown).toEqual(font.glyph('?'));
  expect(font.glyph('ạ')).toEqual(font.glyph('a'));
  expect(isBlank(font.glyph('\u00a0'))).toBe(true);
});

test('text is drawn where it is told, larger by whole pixels, and never outside the paper', () => {
  const once = blankPicture(8, 13);
  drawText(once, 'é', 0, 0, { font: smallFont });
  expect([...once.ink].map((ink) => (ink ? 1 : 0))).toEqual([...smallFont.glyph('é')]);
  const twice = blankPicture(16, 26);
  drawText(twice, 'e\u0301', 0, 0, { font: smallFont, scale: 2 });
  expect(twice.ink[2 * 16 * 5 + 6]).toBe(once.ink[8 * 5 + 3]);
  const outside = blankPicture(4, 4);
  drawText(outside, 'WWW', -3, -3, { font: largeFont });
  expect(outside.ink).toHaveLength(16);
});

test('lines break at spaces, and a long word is cut', () => {
  expect(wrapText('Aangifte van verhuizing', 12)).toEqual(['Aangifte van', 'verhuizing']);
  expect(wrapText('verhuisaangifte', 6)).toEqual(['verhui', 'saangi', 'fte']);
  expect(wrapText('a verhuisaangifte b', 6)).toEqual(['a', 'verhui', 'saangi', 'fte b']);
  expect(wrapText('', 6)).toEqual(['']);
});

test('rectangles stay on the paper', () => {
  const picture = blankPicture(4, 3);
  frameRect(picture, { left: 0, top: 0, width: 4, height: 3 });
  expect([...picture.ink].filter((ink) => ink === 0)).toHaveLength(2);
  fillRect(picture, { left: -5, top: -5, width: 20, height: 20 }, 7);
  expect(new Set(picture.ink)).toEqual(new Set([7]));
  fillRect(picture, { left: 9, top: 0, width: 2, height: 2 });
  expect(new Set(picture.ink)).toEqual(new Set([7]));
  expect(contains({ left: 1, top: 1, width: 2, height: 2 }, 3, 1)).toBe(false);
  expect(contains({ left: 1, top: 1, width: 2, height: 2 }, 2, 2)).toBe(true);
});

test('a picture becomes a PNG with its size on paper', () => {
  const picture = blankPicture(3, 2);
  fillRect(picture, { left: 1, top: 0, width: 1, height: 1 });
  const png = encodePng(picture, 300);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([3, 2, 8, 0]);
  const density = png.indexOf('pHYs');
  expect([png.readUInt32BE(density + 4), png[density + 12]]).toEqual([11811, 1]);
  const data = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  expect([...rows]).toEqual([0, 255, 0, 255, 0, 255, 255, 255]);
});
