import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumatoParser, numatoCommand, type NumatoFrame } from '../../../drivers/protocol/numato.ts';
import { anyChunks, byteByByte, joined, splitEverywhere } from '../helpers/splits.ts';

const parse = (chunks: readonly Uint8Array[]): NumatoFrame[] => {
  const parser = createNumatoParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};
const bytes = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'));
const STREAM = bytes('ver\n\r00000008\n\r>gpio readall\n\rFF\n\r>\n\rFE FF FF\n\rgpio notify on\n\r>');
const FRAMES: NumatoFrame[] = [
  { kind: 'answer', text: '00000008' },
  { kind: 'prompt' },
  { kind: 'answer', text: 'FF' },
  { kind: 'prompt' },
  { kind: 'notify', current: 0xfe, previous: 0xff },
  { kind: 'prompt' },
];

test('a command ends with a carriage return', () => {
  expect(Buffer.from(numatoCommand('ver')).toString()).toBe('ver\r');
});

test('answers, prompts and notices are told apart whole, byte by byte and split at every place', () => {
  expect(parse([STREAM])).toEqual(FRAMES);
  expect(parse(byteByByte(STREAM))).toEqual(FRAMES);
  for (const chunks of splitEverywhere(STREAM)) expect(parse(chunks)).toEqual(FRAMES);
});

test('a notice with a damaged byte is dropped whole: no wrong button', () => {
  const damaged = STREAM.map((byte, at) => (at === STREAM.indexOf(0x45) ? 0x80 : byte));
  expect(parse([damaged]).filter((frame) => frame.kind === 'notify')).toEqual([]);
  expect(
    parse([joined(bytes('\r'), damaged, STREAM)]).filter((frame) => frame.kind === 'notify'),
  ).toHaveLength(1);
});

test('any bytes in any chunks: no throw, and the parser recovers at the next line', () => {
  fc.assert(
    fc.property(anyChunks, (chunks) => {
      const parser = createNumatoParser();
      const frames = chunks.flatMap((chunk) => parser.push(chunk));
      const lengths = frames.map((frame) => (frame.kind === 'answer' ? frame.text.length : 0));
      expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(80);
      parser.push(bytes('\r'));
      expect(parser.push(bytes('FE FF FF\r'))).toEqual([{ kind: 'notify', current: 0xfe, previous: 0xff }]);
    }),
  );
});
