import { expect, test } from 'vitest';
import {
  isAllowedColour,
  measureBackground,
} from '../../../renderer/counter/visit/photo-checks/background.ts';
import { type Head, measureHead } from '../../../renderer/counter/visit/photo-checks/head.ts';
import { measureLight } from '../../../renderer/counter/visit/photo-checks/light.ts';
import { cellsOf } from '../../../renderer/counter/visit/photo-checks/pixels.ts';
import { EYES_PX, eyesCrop, sharpnessOf } from '../../../renderer/counter/visit/photo-checks/sharpness.ts';
import { LIMITS } from '../../../renderer/counter/visit/photo-checks/advice.ts';
import { CROP, sampleFace, SOURCE } from './helpers/sample-face.ts';
import { blurred, type Colour, paint, paintPhoto } from './helpers/sample-photo.ts';

const HEAD = measureHead(sampleFace(), SOURCE, CROP) as Head;
const SKIN: Colour = [200, 160, 135];
const WALL: Colour = [200, 208, 214];

function isHead(x: number, y: number): boolean {
  return ((x - 17.5) / 10) ** 2 + ((y - 23) / 14.5) ** 2 < 1 || y > 38;
}

function background(wall: (x: number, y: number) => Colour) {
  const photo = paintPhoto((x, y) => (isHead(x, y) ? SKIN : wall(x, y)));
  return measureBackground(cellsOf(photo), HEAD);
}

function light(skin: (x: number, y: number) => Colour) {
  const photo = paintPhoto((x, y) => (isHead(x, y) ? skin(x, y) : WALL));
  return measureLight(photo, cellsOf(photo), HEAD);
}

test('an even background has no spread, and noise of the camera is none', () => {
  expect(background(() => WALL)?.spread).toBe(0);
  const noisy = background((x, y) => {
    const noise = ((Math.round(x * 12) * 7919 + Math.round(y * 12) * 104_729) % 31) - 15;
    return [200 + noise, 208 + noise, 214 + noise];
  });
  expect(noisy?.spread).toBeLessThan(8);
});

test('a shadow or a gradient over the background is its spread', () => {
  const gradient = background((x) => [150 + 2 * x, 158 + 2 * x, 164 + 2 * x]);
  expect(gradient?.spread).toBeGreaterThan(50);
  const shadow = background((x) => (x > 27 ? [150, 158, 164] : WALL));
  expect(shadow?.spread).toBeGreaterThan(LIMITS.backgroundSpread);
  // Two colours of the same lightness are not one colour.
  const coloured = background((x) => (x > 17 ? [200, 170, 214] : [168, 190, 190]));
  expect(coloured?.spread).toBeGreaterThan(LIMITS.backgroundSpread);
});

test('a head that fills the photo leaves no background to judge', () => {
  const wide = { ...HEAD, faceWidth: 40, height: 44 };
  expect(measureBackground(cellsOf(paintPhoto(() => WALL)), wide)).toBeUndefined();
});

test.each<[string, Colour, boolean]>([
  ['grey', [128, 128, 128], true],
  ['white', [250, 250, 248], true],
  ['light blue', [150, 185, 225], true],
  ['warm grey', [190, 182, 170], true],
  ['dark blue', [20, 30, 90], false],
  ['green', [90, 160, 90], false],
  ['wood', [160, 110, 70], false],
  ['black', [20, 20, 20], false],
])('a background of %s', (_name, [red, green, blue], isAllowed) => {
  expect(isAllowedColour({ red, green, blue })).toBe(isAllowed);
});

test('even light on the face has nothing to it', () => {
  expect(light(() => SKIN)).toMatchObject({ dark: 0, bright: 0, glare: 0, cheekRatio: expect.closeTo(1, 2) });
  // Dark skin in good light is not too dark.
  expect(light(() => [60, 42, 34])).toMatchObject({ dark: 0, bright: 0 });
});

test('a face burnt out or lost in the dark is told by its share', () => {
  expect(light(() => [252, 250, 249]).bright).toBeCloseTo(1, 2);
  expect(light((x) => (x > 17.5 ? [3, 3, 3] : SKIN)).dark).toBeCloseTo(0.5, 1);
});

test('light from one side is told by the cheeks', () => {
  const side = light((x) => (x > 17.5 ? [100, 80, 68] : SKIN));
  expect(side.cheekRatio).toBeGreaterThan(1.8);
  expect(side.darkerCheek).toBe('right');
  expect(light((x) => (x < 17.5 ? [100, 80, 68] : SKIN)).darkerCheek).toBe('left');
});

test('a cheek outside the photo is not compared', () => {
  const photo = paintPhoto(() => SKIN);
  const aside: Head = {
    ...HEAD,
    cheeks: [
      { x: -5, y: 20 },
      { x: 5, y: 20 },
    ],
  };
  expect(measureLight(photo, cellsOf(photo), aside).cheekRatio).toBe(1);
});

test('glare on skin or glasses counts by its size, a glint in the eye does not', () => {
  const spot = (radius: number) => (x: number, y: number) =>
    Math.hypot(x - 20.5, y - 25.5) < radius ? ([255, 255, 255] as const) : SKIN;
  expect(light(spot(1.6)).glare).toBeGreaterThanOrEqual(LIMITS.glareMm2);
  expect(light(spot(0.3)).glare).toBe(0);
});

/** Stripes like lashes, and a round edge like an iris. */
function eyes(contrast = 1) {
  return paint(EYES_PX.width, EYES_PX.height, (x, y) => {
    const isDark = Math.hypot((x % 128) - 64, y - 40) < 18 || (y > 12 && y < 18 && x % 12 < 4);
    const value = 128 + (isDark ? -80 : 60) * contrast;
    return [value, value, value];
  });
}

test('every blur makes the eyes less sharp, at any contrast', () => {
  const values = [0, 1, 2, 3, 4].map((radius) => sharpnessOf(blurred(eyes(), radius)));
  expect(values.toSorted((a, b) => b - a)).toEqual(values);
  expect(values[0]).toBeGreaterThan(LIMITS.sharpness);
  expect(values.at(-1)).toBeLessThan(LIMITS.sharpness);
  expect(sharpnessOf(eyes(0.5)) / sharpnessOf(eyes())).toBeCloseTo(1, 1);
  expect(sharpnessOf(paint(20, 20, () => SKIN))).toBe(0);
});

test('the eyes are cut out of the picture, not of the photo', () => {
  const crop = eyesCrop(HEAD, CROP);
  expect(crop.width / crop.height).toBeCloseTo(EYES_PX.width / EYES_PX.height, 3);
  expect([crop.x + crop.width / 2, crop.y + crop.height / 2]).toEqual([
    expect.closeTo(540 + 17.5 * 24, 1),
    expect.closeTo(23 * 24, 1),
  ]);
});
