import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMenuAnswerParser, menuCommand } from '../../../drivers/protocol/honeywell.ts';
import { anyChunks, byteByByte, splitEverywhere } from '../helpers/splits.ts';

const STREAM = Uint8Array.from(Buffer.from('OCRENA0\x06!NOSUCH1\x05!\r\nOCRENAX\x15!', 'latin1'));
const ANSWERS = [
  { verdict: 'taken', command: 'OCRENA0' },
  { verdict: 'unknown', command: 'NOSUCH1' },
  { verdict: 'refused', command: 'OCRENAX' },
];
const parse = (chunks: readonly Uint8Array[]) => {
  const parser = createMenuAnswerParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

test('a menu command is 16 4D 0D, the command, and ! for until power off', () => {
  expect(Buffer.from(menuCommand('OCRENA0')).toString('hex')).toBe('164d0d4f4352454e413021');
});

test('answers are taken apart whole, byte by byte and at every split', () => {
  expect(parse([STREAM])).toEqual(ANSWERS);
  expect(parse(byteByByte(STREAM))).toEqual(ANSWERS);
  for (const chunks of splitEverywhere(STREAM)) expect(parse(chunks)).toEqual(ANSWERS);
});

test('any bytes in any chunks: no throw, and no answer above the limit', () => {
  fc.assert(
    fc.property(anyChunks, (chunks) => {
      for (const { command } of parse(chunks)) expect(command.length).toBeLessThanOrEqual(256);
    }),
  );
});
