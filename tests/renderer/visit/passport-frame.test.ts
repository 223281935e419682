import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  adjustTo,
  dotsPerInch,
  guideLines,
  headHeights,
  isSharpEnough,
  passportCrop,
  photoSize,
} from '../../../renderer/counter/visit/photo/passport-frame.ts';

test.each([
  ['a lying full HD picture', { width: 1920, height: 1080 }, { x: 540, y: 0, width: 840, height: 1080 }],
  ['a 4:3 picture', { width: 640, height: 480 }, { x: 133, y: 0, width: 373, height: 480 }],
  ['a standing narrow picture', { width: 350, height: 900 }, { x: 0, y: 225, width: 350, height: 450 }],
  ['a picture that fits', { width: 700, height: 900 }, { x: 0, y: 0, width: 700, height: 900 }],
])('%s is cut to 35:45 around its middle', (_, source, crop) => {
  expect(passportCrop(source)).toEqual(crop);
});

test('any picture, zoom and shift gives a crop of 35:45 within the picture', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 6000 }),
      fc.integer({ min: 100, max: 6000 }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      (width, height, zoom, x, y) => {
        const crop = passportCrop({ width, height }, { zoom, x, y });
        expect(crop).toBeDefined();
        if (crop === undefined) return;
        expect(crop.x).toBeGreaterThanOrEqual(0);
        expect(crop.y).toBeGreaterThanOrEqual(0);
        expect(crop.x + crop.width).toBeLessThanOrEqual(width + 1);
        expect(crop.y + crop.height).toBeLessThanOrEqual(height + 1);
        expect(Math.abs(crop.width * 45 - crop.height * 35)).toBeLessThanOrEqual(45);
      },
    ),
  );
});

test('a picture without size has no crop yet', () => {
  expect(passportCrop({ width: 0, height: 0 })).toBeUndefined();
});

test('zoom takes the middle part', () => {
  expect(passportCrop({ width: 700, height: 900 }, { zoom: 2, x: 0, y: 0 })).toEqual({
    x: 175,
    y: 225,
    width: 350,
    height: 450,
  });
});

test('a photo is never enlarged and never kept above 600 dots per inch', () => {
  expect(photoSize({ width: 350, height: 450 })).toEqual({ width: 350, height: 450 });
  expect(photoSize({ width: 3500, height: 4500 })).toEqual({ width: 827, height: 1063 });
});

test('below 708 pixels of height (709 rounded) a photo has less than 400 dots per inch', () => {
  expect(isSharpEnough({ width: 551, height: 708 })).toBe(true);
  expect(isSharpEnough({ width: 373, height: 480 })).toBe(false);
});

test('a photo of 827 by 1063 pixels prints at 600 dots per inch', () => {
  expect(dotsPerInch({ width: 827, height: 1063 })).toBe(600);
  expect(dotsPerInch({ width: 551, height: 709 })).toBe(400);
});

test('the crown lines leave 26 to 30 mm for a head from 11 years, 19 to 30 mm below, with the eyes between', () => {
  const mm = (age: number | null) => {
    const { crownHigh, crownLow, eyes, chin } = guideLines(age);
    expect(eyes).toBeGreaterThan(crownLow);
    expect(eyes).toBeLessThan(chin);
    expect(headHeights(age)).toEqual({ least: chin - crownLow, most: chin - crownHigh });
    return [chin - crownHigh, chin - crownLow];
  };
  expect(mm(40)).toEqual([30, 26]);
  expect(mm(11)).toEqual([30, 26]);
  expect(mm(10)).toEqual([30, 19]);
  expect(mm(null)).toEqual([30, 26]);
});

test('a head anywhere in the picture is put on the lines as far as the picture reaches', () => {
  const source = { width: 1920, height: 1080 };
  const crown = { x: 700, y: 300 };
  const chin = { x: 700, y: 700 };
  const crop = passportCrop(source, adjustTo(source, { crown, chin }, 40));
  expect(crop).toBeDefined();
  if (crop === undefined) return;
  const mm = 45 / crop.height;
  expect((chin.y - crown.y) * mm).toBeCloseTo(28, 1);
  expect((chin.y - crop.y) * mm).toBeCloseTo(37, 0);
  expect((700 - crop.x) * mm).toBeCloseTo(17.5, 0);
});

test('a head that is too near keeps the whole picture, one that is too far comes as near as it can', () => {
  const source = { width: 1920, height: 1080 };
  const near = adjustTo(source, { crown: { x: 960, y: 20 }, chin: { x: 960, y: 1000 } }, 40);
  expect(near).toMatchObject({ zoom: 1, y: 0 });
  const far = adjustTo(source, { crown: { x: 960, y: 500 }, chin: { x: 960, y: 550 } }, 40);
  expect(far.zoom).toBe(3);
  expect(adjustTo({ width: 0, height: 0 }, { crown: { x: 0, y: 0 }, chin: { x: 0, y: 0 } }, 40).zoom).toBe(1);
});
