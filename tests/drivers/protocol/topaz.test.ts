import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTopazParser, redactPackets } from '../../../drivers/protocol/topaz.ts';
import { anyChunks, byteByByte, joined, splitEverywhere } from '../helpers/splits.ts';

/** x 300, y 1000, near and down. */
const DOWN = [0xc1, 0x2c, 0x02, 0x68, 0x07];
const PRESSED = [0xc1 | (7 << 2), 0, 0, 0x55, 0x02];
const UP = [0xc0, 0x2d, 0x02, 0x68, 0x07];
const AWAY = [0x80, 0x2d, 0x02, 0x68, 0x07];
const STREAM = joined(PRESSED, DOWN, UP, AWAY);
const SAMPLES = [
  { near: true, down: true, pressure: 0x155, x: 300, y: 1000 },
  { near: true, down: false, pressure: 0x155, x: 301, y: 1000 },
  { near: false, down: false, pressure: 0x155, x: 301, y: 1000 },
];

function parse(chunks: readonly Uint8Array[]) {
  const parser = createTopazParser();
  const read = chunks.map((chunk) => parser.push(chunk));
  return {
    samples: read.flatMap(({ samples }) => samples),
    garbage: read.reduce((sum, one) => sum + one.garbage, 0),
  };
}

test('a stream gives the same reports whole, byte by byte and at every split', () => {
  const expected = { samples: SAMPLES, garbage: 0 };
  expect(parse([STREAM])).toEqual(expected);
  expect(parse(byteByByte(STREAM))).toEqual(expected);
  for (const chunks of splitEverywhere(STREAM)) expect(parse(chunks)).toEqual(expected);
});

test('without pressure every line is of middle width, and a report of noise is none', () => {
  expect(parse([joined(DOWN)]).samples[0]?.pressure).toBe(0x1ff);
  expect(parse([joined([0xc1, 0x7f, 0x1f, 0x7f, 0x1f], DOWN)]).samples).toHaveLength(1);
});

test('after lost bytes and garbage it finds the next report, and counts what was none', () => {
  expect(parse([joined([1, 2, 3], DOWN)])).toEqual({
    samples: [expect.objectContaining({ x: 300 })],
    garbage: 3,
  });
  expect(parse([joined(DOWN.slice(0, 3), DOWN)])).toMatchObject({ samples: [{ x: 300 }], garbage: 3 });
  expect(parse([joined(DOWN.slice(0, 4))])).toEqual({ samples: [], garbage: 0 });
});

test('a trace keeps that the pen was there, never where', () => {
  expect([...redactPackets(joined(DOWN))]).toEqual([0xc1, 0, 0, 0, 0]);
});

test('no stream makes it throw, and every place is on the pad', () => {
  fc.assert(
    fc.property(anyChunks, (chunks) => {
      const { samples } = parse(chunks);
      expect(samples.every(({ x, y, pressure }) => x <= 0xfff && y <= 0xfff && pressure <= 0x3ff)).toBe(true);
    }),
  );
});
