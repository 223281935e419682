import { expect, test } from 'vitest';
import { createTrace } from '../../drivers/trace.ts';
import { redactPrinter } from '../../drivers/receipt-printer/escpos.ts';
import { redactReader } from '../../drivers/document-reader/readings.ts';
import { manualClock } from './helpers/manual-clock.ts';
import { PASSPORT_NL } from './helpers/specimens.ts';

const keep = (_: string, bytes: Uint8Array) => bytes;

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
