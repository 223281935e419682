import { expect, test } from 'vitest';
import { PhotoAdviceCode } from '../../../shared/domain/photo-advice.ts';
import { adviceOn, type Measured } from '../../../renderer/counter/visit/photo-checks/advice.ts';
import { measureHead } from '../../../renderer/counter/visit/photo-checks/head.ts';
import { CROP, type Pose, sampleFace, SOURCE } from './helpers/sample-face.ts';

const GOOD: Measured = {
  faces: 1,
  head: measureHead(sampleFace(), SOURCE, CROP),
  background: { spread: 5, red: 200, green: 205, blue: 210 },
  light: { dark: 0, bright: 0.01, cheekRatio: 1.1, darkerCheek: 'left', glare: 0 },
  sharpness: 0.05,
  crop: CROP,
};

function codes(change: Partial<Measured> = {}, age: number | null = 40): string[] {
  return adviceOn({ ...GOOD, ...change }, age).map(({ code }) => code);
}
const posed = (pose: Pose): Partial<Measured> => ({ head: measureHead(sampleFace(pose), SOURCE, CROP) });

const CASES: readonly (readonly [PhotoAdviceCode, Partial<Measured>])[] = [
  ['noFace', { faces: 0, head: undefined, background: undefined, light: undefined, sharpness: undefined }],
  ['severalFaces', { faces: 2 }],
  ['outOfFrame', posed({ at: { x: 17.5, y: 14 } })],
  ['headSmall', posed({ size: 0.8 })],
  ['headLarge', posed({ size: 1.1 })],
  ['offCentre', posed({ at: { x: 21, y: 23 } })],
  ['tilted', posed({ roll: 7 })],
  ['turned', posed({ yaw: 8 })],
  ['nodded', posed({ pitch: -9 })],
  ['eyesClosed', posed({ eyeOpen: 0.05 })],
  ['mouthOpen', posed({ mouthOpen: 0.3 })],
  ['backgroundUneven', { background: { spread: 60, red: 200, green: 205, blue: 210 } }],
  ['backgroundColour', { background: { spread: 5, red: 90, green: 160, blue: 90 } }],
  ['tooDark', { light: { dark: 0.4, bright: 0, cheekRatio: 1, darkerCheek: 'left', glare: 0 } }],
  ['tooBright', { light: { dark: 0, bright: 0.4, cheekRatio: 1, darkerCheek: 'left', glare: 90 } }],
  ['unevenLight', { light: { dark: 0, bright: 0, cheekRatio: 1.6, darkerCheek: 'left', glare: 0 } }],
  ['glare', { light: { dark: 0, bright: 0.03, cheekRatio: 1, darkerCheek: 'left', glare: 4 } }],
  ['blurred', { sharpness: 0.001 }],
  ['fewPixels', { crop: { width: 373, height: 480 } }],
];

test('a good photo has nothing said against it', () => {
  expect(codes()).toEqual([]);
});

test.each(CASES)('%s alone is said when that alone is wrong', (code, change) => {
  expect(codes(change)).toEqual([code]);
});

test('every advice can be given', () => {
  expect(CASES.map(([code]) => code).toSorted()).toEqual(PhotoAdviceCode.options.toSorted());
});

test('the advice names the numbers of its text', () => {
  expect(adviceOn({ ...GOOD, ...posed({ roll: -7 }) }, 40)).toEqual([
    { code: 'tilted', values: { degrees: 7 } },
  ]);
  expect(adviceOn({ ...GOOD, ...posed({ size: 0.8 }) }, 40)).toEqual([
    { code: 'headSmall', values: { mm: 23, least: 26, most: 30 } },
  ]);
  expect(adviceOn({ ...GOOD, crop: { width: 373, height: 480 } }, 40)).toEqual([
    { code: 'fewPixels', values: { dpi: 271 } },
  ]);
});

test('a child up to 10 may have a smaller head', () => {
  expect(codes(posed({ size: 0.8 }), 10)).toEqual([]);
  expect(codes(posed({ size: 0.8 }), 11)).toEqual(['headSmall']);
  expect(codes(posed({ size: 0.8 }), null)).toEqual(['headSmall']);
  expect(codes(posed({ size: 0.6 }), 4)).toEqual(['headSmall']);
});

test('when nobody could look, only what the picture itself tells is said', () => {
  const blind = { faces: undefined, head: undefined, background: undefined, light: undefined };
  expect(codes({ ...blind, sharpness: undefined })).toEqual([]);
  expect(codes({ ...blind, sharpness: undefined, crop: { width: 200, height: 257 } })).toEqual(['fewPixels']);
});
