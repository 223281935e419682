import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createElyctisParser,
  elyctisCommand,
  type ElyctisFrame,
  mrzLines,
} from '../../../drivers/protocol/elyctis.ts';
import { TD1_ICAO, TD3_ICAO } from '../helpers/specimens.ts';
import { anyChunks, byteByByte, joined, splitEverywhere } from '../helpers/splits.ts';

const parse = (chunks: readonly Uint8Array[]): ElyctisFrame[] => {
  const parser = createElyctisParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};
const text = (value: string) => [...Buffer.from(value, 'latin1')];
const ECHO = elyctisCommand('C', [1]);
const PASSPORT = elyctisCommand('I', text(`${TD3_ICAO.join('\r')}\r\r`));
const EMPTY = elyctisCommand('I', [13, 13, 13]);
const VERSION = elyctisCommand('V', text('OCR 5.04.01'));
const STREAM = joined(ECHO, PASSPORT, VERSION, EMPTY);
const COMMANDS = ['C', 'I', 'V', 'I'];

const commandsOf = (frames: readonly ElyctisFrame[]) =>
  frames.map((frame) => (frame.kind === 'message' ? frame.command : 'garbage'));

test('commands have a letter and a length of two bytes, high byte first', () => {
  expect([...elyctisCommand('C', [1])]).toEqual([0x43, 0, 1, 1]);
  expect([...elyctisCommand('V')]).toEqual([0x56, 0, 0]);
});

test('messages are taken apart whole, byte by byte and split at every place', () => {
  expect(commandsOf(parse([STREAM]))).toEqual(COMMANDS);
  expect(commandsOf(parse(byteByByte(STREAM)))).toEqual(COMMANDS);
  for (const chunks of splitEverywhere(STREAM)) expect(commandsOf(parse(chunks))).toEqual(COMMANDS);
});

test('garbage between messages is skipped and counted', () => {
  expect(parse([joined([0xff, 0x00, 0x80], VERSION)])[0]).toEqual({ kind: 'garbage', count: 3 });
  expect(commandsOf(parse([joined([0xff], ECHO, [0x00, 0x9c], PASSPORT)]))).toEqual([
    'garbage',
    'C',
    'garbage',
    'I',
  ]);
});

test('an impossible length is garbage, not a wait for ever', () => {
  expect(commandsOf(parse([joined([0x49, 0xff, 0xff], VERSION)])).at(-1)).toBe('V');
  expect(commandsOf(parse([joined([0x43, 0x00, 0x02, 0x01], VERSION)])).at(-1)).toBe('V');
});

test('a truncated message waits, and is forgotten on reset', () => {
  const parser = createElyctisParser();
  expect(parser.push(PASSPORT.slice(0, 40))).toEqual([]);
  expect(parser.partial).toBe(true);
  parser.reset();
  expect(commandsOf(parser.push(VERSION))).toEqual(['V']);
});

test('any bytes in any chunks: no throw, and at most one message is held', () => {
  fc.assert(
    fc.property(anyChunks, (chunks) => {
      const parser = createElyctisParser();
      const total = joined(...chunks).length;
      let seen = 0;
      for (const frame of chunks.flatMap((chunk) => parser.push(chunk))) {
        seen += frame.kind === 'garbage' ? frame.count : 3 + frame.payload.length;
      }
      expect(total - seen).toBeLessThanOrEqual(3 + 512);
      expect(total - seen).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each(['\r', '\n', '\r\n'])('lines end with %j', (end) => {
  expect(mrzLines(Buffer.from(`${TD3_ICAO.join(end)}${end}${end}`))).toEqual(TD3_ICAO);
  expect(mrzLines(Buffer.from(TD1_ICAO.map((line) => line + end).join('')))).toEqual(TD1_ICAO);
});

test('three empty lines are no document, and odd bytes between lines do not count', () => {
  expect(mrzLines(Uint8Array.of(13, 13, 13))).toEqual([]);
  expect(mrzLines(joined(text(`${TD3_ICAO[0]}\r`), [0, 0xff], text(`${TD3_ICAO[1]}\r`)))).toEqual(TD3_ICAO);
});
