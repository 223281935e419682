import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineParser, type LineFormat, type LineFrame } from '../../../drivers/protocol/mrz-lines.ts';
import { CODE_NL, LICENCE_NL, TD1_ICAO, TD2_ICAO, TD3_ICAO } from '../helpers/specimens.ts';
import { anyChunks, byteByByte, joined, splitEverywhere } from '../helpers/splits.ts';

const PLAIN: LineFormat = { prefix: [], separator: 'any', suffix: [] };
const MARKED: LineFormat = { prefix: [2], separator: 'cr', suffix: [3] };
const text = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'));
const lines = (each: readonly string[], end = '\r') => text(each.map((line) => line + end).join(''));
const marked = (each: readonly string[]) => joined([2], lines(each), [3]);

/** The messages in chunks, and what silence adds. */
function parse(chunks: readonly Uint8Array[], format: LineFormat = PLAIN) {
  const parser = createLineParser(format);
  const atOnce = chunks.flatMap((chunk) => parser.push(chunk));
  return { atOnce, all: [...atOnce, ...parser.end()] };
}
const read = (frames: readonly LineFrame[]) =>
  frames.flatMap((frame) => (frame.kind === 'message' ? [frame.lines] : []));
const DOCUMENTS = [TD3_ICAO, TD2_ICAO, TD1_ICAO, LICENCE_NL];

test.each(['\r', '\n', '\r\n'])(
  'documents are known by their layout, without waiting; lines end with %j',
  (end) => {
    const stream = joined(...DOCUMENTS.map((each) => lines(each, end)));
    expect(read(parse([stream]).atOnce)).toEqual(DOCUMENTS);
    expect(read(parse(byteByByte(stream)).atOnce)).toEqual(DOCUMENTS);
    for (const chunks of splitEverywhere(stream)) expect(read(parse(chunks).atOnce)).toEqual(DOCUMENTS);
  },
);

test('marks around a message: only what is between them counts, at every split', () => {
  const stream = joined(text('NOISE\r'), marked(TD3_ICAO), text('\r\n'), marked(TD1_ICAO));
  for (const chunks of splitEverywhere(stream))
    expect(read(parse(chunks, MARKED).atOnce)).toEqual([TD3_ICAO, TD1_ICAO]);
  expect(read(parse(byteByByte(stream), MARKED).atOnce)).toEqual([TD3_ICAO, TD1_ICAO]);
});

test('a new prefix in the middle of a message starts anew: the half message is dropped', () => {
  const half = marked(TD3_ICAO).slice(0, 60);
  expect(read(parse([joined(half, marked(TD3_ICAO))], MARKED).atOnce)).toEqual([TD3_ICAO]);
});

test('an extra CR as suffix, and CR LF as the only line end', () => {
  const crcr: LineFormat = { prefix: [], separator: 'cr', suffix: [13, 13] };
  expect(read(parse([joined(lines(TD3_ICAO), [13], lines(TD1_ICAO), [13])], crcr).atOnce)).toEqual([
    TD3_ICAO,
    TD1_ICAO,
  ]);
  const crlf: LineFormat = { ...PLAIN, separator: 'crlf' };
  expect(read(parse([lines(TD3_ICAO, '\r\n')], crlf).atOnce)).toEqual([TD3_ICAO]);
});

test('the last line without a line end is complete after silence, not before', () => {
  const { atOnce, all } = parse([text(TD3_ICAO.join('\r'))]);
  expect(atOnce).toEqual([]);
  expect(read(all)).toEqual([TD3_ICAO]);
});

test('a line of 45 columns is not cut to 44, and half a document is no document', () => {
  expect(read(parse([lines([TD3_ICAO[0]!, `${TD3_ICAO[1]}7`])]).all)).toEqual([
    [TD3_ICAO[0], `${TD3_ICAO[1]}7`],
  ]);
  expect(read(parse([lines([TD3_ICAO[0]!])]).all)).toEqual([[TD3_ICAO[0]]]);
});

test('NUL and FF between and in lines do not count, but are counted', () => {
  const frames = parse([joined([0], lines([TD3_ICAO[0]!]), [0xff, 0], lines([TD3_ICAO[1]!]))]).all;
  expect(frames).toEqual([{ kind: 'garbage', count: 3 }, expect.objectContaining({ lines: TD3_ICAO })]);
});

test('a code is one text, complete at its line end when it is nine digits; letters around digits stay', () => {
  const [code] = parse([text(`${CODE_NL}\r`)]).atOnce;
  expect(code).toMatchObject({ kind: 'message', text: CODE_NL });
  for (const other of [`bsn ${CODE_NL}`, `a${CODE_NL}`, `https://example.nl/${CODE_NL}`]) {
    expect(parse([text(`${other}\r`)]).all).toEqual([expect.objectContaining({ text: other })]);
  }
});

test('line ends alone are nothing; marks with nothing between are an empty reading', () => {
  expect(parse([text('\r\n\r\r')]).all).toEqual([]);
  expect(read(parse([marked([])], MARKED).atOnce)).toEqual([[]]);
});

test('an endless line is dropped, and after silence or a mark the next message is read', () => {
  const parser = createLineParser(PLAIN);
  expect(read(parser.push(text('A'.repeat(5000))))).toEqual([]);
  expect(parser.partial).toBe(true);
  expect(read(parser.end())).toEqual([]);
  expect(read(parser.push(lines(TD3_ICAO)))).toEqual([TD3_ICAO]);
  const flood = joined([2], text('A'.repeat(5000)), marked(TD3_ICAO));
  expect(read(parse([flood], MARKED).atOnce)).toEqual([TD3_ICAO]);
  const suffixOnly: LineFormat = { prefix: [], separator: 'any', suffix: [3] };
  const stream = joined(text('A'.repeat(5000)), [3], lines(TD3_ICAO), [3]);
  expect(read(parse([stream], suffixOnly).atOnce)).toEqual([TD3_ICAO]);
});

const mark = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 });
const anyFormat = fc.record({
  prefix: mark,
  separator: fc.constantFrom('any', 'cr', 'lf', 'crlf'),
  suffix: mark,
}) satisfies fc.Arbitrary<LineFormat>;

test('any bytes in any chunks and any format: no throw, no message above the limit, nothing held after silence', () => {
  fc.assert(
    fc.property(anyChunks, anyFormat, (chunks, format) => {
      const parser = createLineParser(format);
      const frames = [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()];
      for (const found of read(frames)) expect(found.join('').length).toBeLessThanOrEqual(512);
      expect(parser.partial).toBe(false);
    }),
  );
});

test('chunks do not matter: any cutting of a stream gives the same messages', () => {
  const stream = joined(lines(TD3_ICAO), text(`${CODE_NL}\r\n`), lines(TD2_ICAO, '\r\n'));
  const whole = read(parse([stream]).all);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
      const chunks = places.slice(1).map((end, at) => stream.slice(places[at], end));
      expect(read(parse(chunks).all)).toEqual(whole);
    }),
  );
});
