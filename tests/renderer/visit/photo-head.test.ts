import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctFaces, toFace } from '../../../renderer/counter/visit/photo-checks/face.ts';
import { type Head, measureHead } from '../../../renderer/counter/visit/photo-checks/head.ts';
import { CROP, type Pose, sampleFace, SOURCE } from './helpers/sample-face.ts';

function headOf(pose: Pose = {}, crownByChin?: number): Head {
  const head = measureHead(sampleFace(pose), SOURCE, CROP, crownByChin);
  if (head === undefined) throw new Error('no head');
  return head;
}

test('a head that looks straight ahead is measured in millimetres of the photo', () => {
  const head = headOf();
  expect(head.height).toBeCloseTo(14 * 2.05, 3);
  expect(head.faceWidth).toBeCloseTo(19, 3);
  expect([head.eyes.x, head.eyes.y, head.chin.y]).toEqual([
    expect.closeTo(17.5, 3),
    expect.closeTo(23, 3),
    expect.closeTo(37, 3),
  ]);
  expect([head.roll, head.yaw, head.pitch].map((angle) => Math.round(Math.abs(angle)))).toEqual([0, 0, 0]);
  expect(head.eyeOpen).toBeCloseTo(0.35, 3);
  expect(head.mouthOpen).toBeCloseTo(0, 3);
});

test.each([3, 7, -12, 30])('a head tilted by %d degrees is measured so, and is as high as before', (roll) => {
  const head = headOf({ roll });
  expect(head.roll).toBeCloseTo(roll, 3);
  expect(head.height).toBeCloseTo(headOf().height, 3);
});

test.each([4, 8, -15])('a head turned aside by %d degrees is measured so', (yaw) => {
  expect(Math.abs(headOf({ yaw }).yaw)).toBeCloseTo(Math.abs(yaw), 3);
});

test.each([6, -10])('a head that leans by %d degrees is measured so', (pitch) => {
  expect(Math.abs(headOf({ pitch }).pitch)).toBeCloseTo(Math.abs(pitch), 3);
});

test('the clerk moves the crown, and the head grows with it', () => {
  expect(headOf({}, 1).height).toBeCloseTo(28, 3);
  expect(headOf({}, 1.2).height).toBeCloseTo(14 * 2.2, 3);
});

test('a crop of half the width shows the head twice as large', () => {
  const half = { x: 750, y: 270, width: 420, height: 540 };
  expect(measureHead(sampleFace(), SOURCE, half)?.height).toBeCloseTo(2 * 14 * 2.05, 3);
});

test('a face of points on one place is no head', () => {
  expect(measureHead(toFace(new Float32Array(478 * 3)), SOURCE, CROP)).toBeUndefined();
});

test('any pose gives numbers, and the roll back', () => {
  const angle = fc.integer({ min: -25, max: 25 });
  fc.assert(
    fc.property(angle, angle, fc.double({ min: 0.3, max: 2, noNaN: true }), (roll, yaw, size) => {
      const head = headOf({ roll, yaw, size });
      for (const value of [head.height, head.yaw, head.pitch, head.eyeOpen]) expect(value).not.toBeNaN();
      // The eyes lie on the axis of the turn, so looking aside leaves their line alone.
      expect(head.roll).toBeCloseTo(roll, 3);
    }),
  );
});

test('one face found twice is one, two people are two', () => {
  const left = sampleFace({ at: { x: 8, y: 23 }, size: 0.6 });
  const right = sampleFace({ at: { x: 27, y: 23 }, size: 0.6 });
  const again = sampleFace({ at: { x: 8.5, y: 23.4 }, size: 0.55 });
  expect(distinctFaces([left, again])).toEqual([left]);
  expect(distinctFaces([left, right, again])).toEqual([left, right]);
  expect(distinctFaces([])).toEqual([]);
});

test('a face comes back from the row of numbers that the worker sends', () => {
  expect(toFace([1, 2, 3, 4, 5, 6])).toEqual([
    { x: 1, y: 2, z: 3 },
    { x: 4, y: 5, z: 6 },
  ]);
});
