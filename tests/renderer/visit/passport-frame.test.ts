import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  guideLines,
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
        const crop = passportCrop({ width, height }, zoom, { x, y });
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
  expect(passportCrop({ width: 700, height: 900 }, 2)).toEqual({ x: 175, y: 225, width: 350, height: 450 });
});

test('a photo is never enlarged and never kept above 600 dots per inch', () => {
  expect(photoSize({ width: 350, height: 450 })).toEqual({ width: 350, height: 450 });
  expect(photoSize({ width: 3500, height: 4500 })).toEqual({ width: 827, height: 1063 });
});

test('below 708 pixels of height (709 rounded) a photo has less than 400 dots per inch', () => {
  expect(isSharpEnough({ width: 551, height: 708 })).toBe(true);
  expect(isSharpEnough({ width: 373, height: 480 })).toBe(false);
});

test('the crown lines leave 26 to 30 mm for a head from 11 years, 19 to 30 mm below', () => {
  const mm = (age: number | null) => {
    const { crownHigh, crownLow, chin } = guideLines(age);
    return [(chin - crownHigh) * 45, (chin - crownLow) * 45].map(Math.round);
  };
  expect(mm(40)).toEqual([30, 26]);
  expect(mm(11)).toEqual([30, 26]);
  expect(mm(10)).toEqual([30, 19]);
  expect(mm(null)).toEqual([30, 26]);
});
