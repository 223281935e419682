import { describe, expect, test } from 'vitest';
import { vc0706Redactor } from '../../drivers/camera/vc0706.ts';
import { zfm20Redactor } from '../../drivers/fingerprint-reader/zfm20.ts';
import { zvtRedactor } from '../../drivers/payment-terminal/zvt-redact.ts';
import { vc0706 } from '../../drivers/protocol/vc0706.ts';
import { ZFM, ZFM_PACKET, zfmPacket } from '../../drivers/protocol/zfm20.ts';
import { ZVT, zvtApdu } from '../../drivers/protocol/zvt.ts';
import { zvtSerialFrame } from '../../drivers/protocol/zvt-serial.ts';
import { createTrace, type Redact } from '../../drivers/trace.ts';
import { redactPrinter } from '../../drivers/receipt-printer/escpos.ts';
import { elyctisRedactor, honeywellRedactor, redactReader } from '../../drivers/document-reader/redact.ts';
import { elyctisCommand, RESYNC } from '../../drivers/protocol/elyctis.ts';
import { menuCommand } from '../../drivers/protocol/honeywell.ts';
import { manualClock } from './helpers/manual-clock.ts';
import { PASSPORT_NL } from './helpers/specimens.ts';

const keep = () => (_: string, bytes: Uint8Array) => bytes;

test('a trace keeps time, direction and bytes, and forgets the oldest first', () => {
  const clock = manualClock();
  const trace = createTrace(clock, keep, 10);
  trace.record('sent', Uint8Array.of(1, 2, 3, 4));
  clock.advance(5);
  trace.record('received', Uint8Array.of(5, 6, 7, 8));
  trace.record('sent', Uint8Array.of(9, 10, 11));
  expect(trace.entries().map((entry) => [entry.direction, [...entry.bytes]])).toEqual([
    ['received', [5, 6, 7, 8]],
    ['sent', [9, 10, 11]],
  ]);
  expect(trace.entries()[0]!.at).toBe(clock.now().getTime());
});

test('a chunk larger than the whole trace keeps its end; empty chunks do not pile up', () => {
  const trace = createTrace(manualClock(), keep, 10);
  trace.record(
    'sent',
    Uint8Array.from({ length: 100 }, (_, index) => index),
  );
  expect(trace.entries().map((entry) => entry.bytes.length)).toEqual([10]);
  for (let i = 0; i < 1000; i += 1) trace.record('received', new Uint8Array());
  expect(trace.entries().length).toBeLessThanOrEqual(10);
});

test('text for the paper and letters of a document are not remembered; commands and lengths are', () => {
  const job = Buffer.from('Mevrouw De Bruijn, 999999990');
  expect([...redactPrinter('sent', job)]).toEqual(Array.from({ length: job.length }, () => 0));
  expect([...redactPrinter('sent', Uint8Array.of(0x10, 0x04, 1))]).toEqual([0x10, 0x04, 1]);
  const zone = Buffer.from(`I\0\x5a${PASSPORT_NL.join('\r')}\r\r`, 'latin1');
  for (let at = 0; at < zone.length; at += 7) {
    const shown = Buffer.from(redactReader('received', zone.subarray(at, at + 7))).toString('latin1');
    expect(shown).not.toMatch(/[0-9A-Z<]/);
  }
});

/** What is kept of `answer`, which comes in chunks of `size` after `asked` was sent. */
function keptOf(redact: Redact, asked: Uint8Array, answer: Uint8Array, size: number): string {
  redact('sent', asked);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < answer.length; at += size)
    parts.push(redact('received', answer.subarray(at, at + size)));
  return Buffer.concat(parts).toString('latin1');
}

test.each([1, 2, 7, 500])(
  'of an Elyctis reader the frame and its own version stay, the document never, in chunks of %i',
  (size) => {
    const redact = elyctisRedactor();
    const version = elyctisCommand('V', [...Buffer.from('V1.23')]);
    expect(keptOf(redact, elyctisCommand('V'), version, size)).toBe('V\0\x05V1.23');
    const zone = Buffer.from(PASSPORT_NL.join('\r'), 'latin1');
    for (const letter of ['I', 'L', 'V'] as const) {
      const kept = keptOf(redact, elyctisCommand('V'), elyctisCommand(letter, [...zone]), size);
      expect(kept.slice(0, 3)).toBe(`${letter}\0\x59`);
      expect(kept.slice(3)).toMatch(/^[x\r]{89}$/);
    }
    // An answer of which the end was lost must not let the next message through as if it were its end.
    keptOf(redact, elyctisCommand('T'), Uint8Array.of(0x54, 0, 60), size);
    expect(keptOf(redact, RESYNC, elyctisCommand('I', [...zone]), size).slice(3)).toMatch(/^[x\r]{89}$/);
    // Nobody asked.
    expect(keptOf(redact, elyctisCommand('C', [1]), version, size)).toBe('V\0\x05xxxxx');
  },
);

test.each([1, 3, 500])('of a Honeywell scanner only the repeated command stays, in chunks of %i', (size) => {
  const redact = honeywellRedactor();
  const answer = Buffer.from('OCRENA0\x06', 'latin1');
  expect(keptOf(redact, menuCommand('OCRENA0'), answer, size)).toBe('OCRENA0\x06');
  expect(keptOf(redact, Uint8Array.of(0x16, 0x54, 0x0d), Buffer.from('999999990\r'), size)).toBe(
    'xxxxxxxxx\r',
  );
});

/** What is kept of bytes of one direction, in chunks of `size`, as hex. */
function keptHex(redact: Redact, direction: 'sent' | 'received', bytes: Uint8Array, size: number): string {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size)
    parts.push(redact(direction, bytes.subarray(at, at + size)));
  return Buffer.concat(parts).toString('hex');
}

describe.each([1, 2, 3, 5, 400])('however the line cuts it, in chunks of %i', (size) => {
  const card = Buffer.from('22f04012345678901234', 'hex');
  const password = zvtApdu(ZVT.registration, Uint8Array.of(0x12, 0x34, 0x56, 0x08));
  const long = new Uint8Array(300).fill(0x41);

  test('of a payment neither card, receipt nor password is kept; commands, lengths and codes are', () => {
    const redact = zvtRedactor();
    expect(keptHex(redact, 'sent', password, size)).toBe('06000400000000');
    const answers = Buffer.concat([
      zvtApdu(ZVT.acknowledged),
      zvtApdu(ZVT.intermediateStatus, Uint8Array.of(0x0a, 0x12)),
      zvtApdu(ZVT.statusInformation, card),
      zvtApdu(ZVT.printBlock, long),
      zvtApdu(ZVT.abort, Uint8Array.of(0x6c)),
    ]);
    expect(keptHex(redact, 'received', answers, size)).toBe(
      `80000004ff020a00040f0a${'00'.repeat(10)}06d3ff2c01${'00'.repeat(300)}061e016c`,
    );
    expect(keptHex(redact, 'received', Uint8Array.of(0x55), size)).toBe('00');
    expect(keptHex(redact, 'received', zvtApdu(ZVT.statusInformation, card), size)).toMatch(/^0+$/);
  });

  test('nor over a serial line', () => {
    const redact = zvtRedactor();
    expect(keptHex(redact, 'sent', zvtSerialFrame(password), size)).toBe('10020600040000000010030000');
    const doubled = Buffer.concat([
      Uint8Array.of(0x06),
      zvtSerialFrame(zvtApdu(ZVT.statusInformation, Uint8Array.of(0x10, 0x22))),
    ]);
    expect(keptHex(redact, 'received', doubled, size)).toBe('061002040f0210000010030000');
    expect(keptHex(redact, 'received', card, size)).toMatch(/^0+$/);
  });

  test('of a camera the answers are kept, never a picture', () => {
    const redact = vc0706Redactor();
    keptHex(redact, 'sent', vc0706.version(), 100);
    const version = Uint8Array.of(0x76, 0, 0x11, 0, 3, 0x56, 0x43, 0x30);
    expect(keptHex(redact, 'received', version, size)).toBe(Buffer.from(version).toString('hex'));
    keptHex(redact, 'sent', vc0706.readPart(0, 8), 100);
    const head = [0x76, 0, 0x32, 0, 0];
    const part = Uint8Array.of(...head, 0xff, 0xd8, 0x76, 0x11, 0x45, 0x46, 0x47, 0x48, ...head);
    expect(keptHex(redact, 'received', part, size)).toBe(
      `7600320000${'00'.repeat(2)}76${'00'.repeat(5)}7600320000`,
    );
  });

  test('of a fingerprint reader the answers are kept, never a finger nor the password', () => {
    const redact = zfm20Redactor();
    const verify = zfmPacket(ZFM_PACKET.command, [ZFM.verifyPassword, 1, 2, 3, 4]);
    expect(keptHex(redact, 'sent', verify, size)).toBe(`ef01ffffffff01000713${'00'.repeat(6)}`);
    const answer = zfmPacket(ZFM_PACKET.acknowledge, [0]);
    expect(keptHex(redact, 'received', answer, size)).toBe(Buffer.from(answer).toString('hex'));
    const image = zfmPacket(
      ZFM_PACKET.data,
      Array.from({ length: 128 }, (_, at) => (at % 2 === 0 ? 0xef : 0x01)),
    );
    expect(keptHex(redact, 'received', image, size)).toBe(`ef01ffffffff020082${'00'.repeat(130)}`);
  });
});

test.each([
  [[0x1b, 0x40], true],
  [[0x10, 0x04, 0x01], true],
  [[0x1b, 0x21, 0x30, ...Buffer.from('Jansen')], false],
  [[...Buffer.from('Jansen')], false],
])('of what a printer gets, %j is kept: %s', (bytes, kept) => {
  const chunk = Uint8Array.from(bytes);
  expect([...redactPrinter('sent', chunk)]).toEqual(kept ? bytes : bytes.map(() => 0));
});
