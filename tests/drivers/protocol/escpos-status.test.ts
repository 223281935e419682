import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEscposStatusParser, type EscposFrame } from '../../../drivers/protocol/escpos-status.ts';
import { anyChunks, byteByByte, joined, splitEverywhere } from '../helpers/splits.ts';

const parse = (chunks: readonly Uint8Array[], fullStatus = false): EscposFrame[] => {
  const parser = createEscposStatusParser({ fullStatus });
  return chunks.flatMap((chunk) => parser.push(chunk));
};

const REALTIME = [0x16];
const ASB_OUT = [0x18, 0x00, 0x0f, 0x0f];
const PROCESS_ID = [0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00];
const MODEL = [0x5f, ...Buffer.from('TM-T88V'), 0x00];
const IN_ORDER = [0x03];
const STREAM = joined(REALTIME, ASB_OUT, PROCESS_ID, MODEL, IN_ORDER, REALTIME);
const FRAMES: EscposFrame[] = [
  { kind: 'realtime', byte: 0x16 },
  { kind: 'asb', bytes: [0x18, 0x00, 0x0f, 0x0f] },
  { kind: 'block', lead: 0x37, body: Uint8Array.of(0x22, 0x41, 0x42, 0x43, 0x44) },
  { kind: 'block', lead: 0x5f, body: Uint8Array.from(Buffer.from('TM-T88V')) },
  { kind: 'inOrder', byte: 0x03 },
  { kind: 'realtime', byte: 0x16 },
];

test('answers are told apart whole, byte by byte and split at every place', () => {
  expect(parse([STREAM])).toEqual(FRAMES);
  expect(parse(byteByByte(STREAM))).toEqual(FRAMES);
  for (const chunks of splitEverywhere(STREAM)) expect(parse(chunks)).toEqual(FRAMES);
});

test('flow control bytes may stand anywhere, also inside a block', () => {
  const withFlow = STREAM.reduce<number[]>((all, byte) => [...all, 0x13, byte, 0x11], []);
  expect(parse([Uint8Array.from(withFlow)])).toEqual(FRAMES);
});

test('garbage before and between frames is counted and nothing else is lost', () => {
  const noisy = joined([0x80, 0xff], REALTIME, [0x90], PROCESS_ID, [0xc3], ASB_OUT, [0xff], IN_ORDER);
  const frames = parse([noisy]);
  expect(frames.filter((frame) => frame.kind !== 'garbage').map((frame) => frame.kind)).toEqual([
    'realtime',
    'block',
    'asb',
    'inOrder',
  ]);
  expect(frames.reduce((sum, frame) => sum + (frame.kind === 'garbage' ? frame.count : 0), 0)).toBe(5);
});

test('an ASB that breaks off is dropped one byte at a time', () => {
  expect(parse([joined([0x10, 0x00], REALTIME)])).toEqual([
    { kind: 'garbage', count: 1 },
    { kind: 'inOrder', byte: 0x00 },
    { kind: 'realtime', byte: 0x16 },
  ]);
});

test('a truncated frame stays partial until the caller gives up, and what follows is whole again', () => {
  for (const frame of [ASB_OUT, PROCESS_ID, MODEL]) {
    const parser = createEscposStatusParser();
    parser.push(Uint8Array.from(frame.slice(0, -1)));
    expect(parser.partial).toBe(true);
    while (parser.partial) parser.giveUp();
    expect(parser.push(Uint8Array.from(PROCESS_ID)).at(-1)).toMatchObject({ kind: 'block', lead: 0x37 });
  }
});

test('the full status of a Custom kiosk printer is one frame, where an ASB would be another', () => {
  const bytes = Uint8Array.of(0x10, 0x0f, 0x24, 0x00, 0x00, 0x01);
  const expected = [{ kind: 'fullStatus', bytes: [0x24, 0x00, 0x00, 0x01] }];
  expect(parse([bytes], true)).toEqual(expected);
  expect(parse(byteByByte(bytes), true)).toEqual(expected);
  expect(parse([bytes])[0]).toEqual({ kind: 'asb', bytes: [0x10, 0x0f, 0x24, 0x00] });
});

test('any bytes in any chunks: no throw, bounded memory, and the same frames as in one piece', () => {
  fc.assert(
    fc.property(anyChunks, fc.boolean(), (chunks, fullStatus) => {
      const parser = createEscposStatusParser({ fullStatus });
      const frames = chunks.flatMap((chunk) => parser.push(chunk));
      expect(frames).toEqual(parse([joined(...chunks)], fullStatus));
      let rounds = 0;
      for (; parser.partial; rounds += 1) parser.giveUp();
      expect(rounds).toBeLessThanOrEqual(80);
    }),
  );
});

test('a process id gets through after any garbage, once the partial block was given up', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (garbage) => {
      const parser = createEscposStatusParser();
      parser.push(garbage);
      while (parser.partial) parser.giveUp();
      expect(parser.push(Uint8Array.from(PROCESS_ID))).toEqual([FRAMES[2]]);
    }),
  );
});
