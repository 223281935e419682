import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createZvtParser, packedDecimal, ZVT, zvtApdu } from '../../../drivers/protocol/zvt.ts';
import { zvtPrintLine, zvtStatus } from '../../../drivers/protocol/zvt-fields.ts';
import { createZvtSerialParser, zvtCrc, zvtSerialFrame } from '../../../drivers/protocol/zvt-serial.ts';

function attempt(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** As PA00P015 lays a status information out: paid, EUR 20.40, trace 470, 22:39:53 on 6 October, a card name at the end. */
const STATUS = Buffer.from(
  '2700040000000020400b0004700c2239530d10060e25121700012 9280048692a31303034363137363320202020202049097887047088000470 8a2e8bf0f54465626974'.replaceAll(
    ' ',
    '',
  ),
  'hex',
);

test('an APDU with a short and a long length comes out whole at every split', () => {
  const long = Uint8Array.from({ length: 300 }, (_, at) => at & 0xff);
  const stream = Buffer.concat([
    zvtApdu(ZVT.completion),
    zvtApdu(ZVT.printBlock, long),
    zvtApdu(ZVT.acknowledged),
  ]);
  for (let at = 0; at <= stream.length; at += 1) {
    const parser = createZvtParser();
    const apdus = [...parser.push(stream.subarray(0, at)), ...parser.push(stream.subarray(at))];
    expect(apdus.map(({ command, data }) => [command, data.length])).toEqual([
      [ZVT.completion, 0],
      [ZVT.printBlock, 300],
      [ZVT.acknowledged, 0],
    ]);
    expect(parser.partial).toBe(false);
  }
});

test('a length that no terminal sends is refused at once', () => {
  expect(() => createZvtParser().push(Uint8Array.of(6, 1, 0xff, 0xff, 0xff))).toThrow(RangeError);
});

test('a status information tells result, amount, trace number and time', () => {
  expect(zvtStatus(STATUS)).toEqual({
    resultCode: 0,
    amountCents: 2040,
    traceNumber: '000470',
    terminalId: '28004869',
    at: '10-06 22:39:53',
  });
});

test('a status that is cut off or unknown keeps what came before, and never throws', () => {
  for (let at = 0; at < STATUS.length; at += 1) expect(() => zvtStatus(STATUS.subarray(0, at))).not.toThrow();
  expect(zvtStatus(Uint8Array.of(0x27, 0x6c, 0xee, 1, 2))).toMatchObject({ resultCode: 0x6c });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void zvtStatus(bytes)));
});

test('amounts are packed decimals', () => {
  expect([...packedDecimal(4120, 6)]).toEqual([0, 0, 0, 0, 0x41, 0x20]);
  expect(() => packedDecimal(1_000_000, 3)).toThrow(RangeError);
  expect(() => packedDecimal(-1, 3)).toThrow(RangeError);
});

test('a printed line is text, with the letters of code page 437', () => {
  expect(zvtPrintLine(Uint8Array.of(0, ...Buffer.from('Betr'), 0x84, ...Buffer.from('ge  ')))).toBe(
    'Beträge',
  );
});

test('a serial frame comes out whole at every split, with doubled escapes and noise before it', () => {
  const apdu = zvtApdu(0x0601, Uint8Array.of(0x10, 0x10, 0x03, 0x10));
  const stream = Buffer.concat([
    Uint8Array.of(0x55, 0x10, 0x99),
    zvtSerialFrame(apdu),
    Uint8Array.of(0x06, 0x15),
  ]);
  for (let at = 0; at <= stream.length; at += 1) {
    const parser = createZvtSerialParser();
    const frames = [...parser.push(stream.subarray(0, at)), ...parser.push(stream.subarray(at))];
    expect(frames).toEqual([{ kind: 'apdu', bytes: apdu }, { kind: 'ack' }, { kind: 'nak' }]);
  }
});

test('a damaged frame is told, and the next one is found', () => {
  const good = zvtSerialFrame(zvtApdu(ZVT.completion));
  for (let at = 2; at < good.length; at += 1) {
    const bad = Uint8Array.from(good);
    bad[at] = (bad[at] ?? 0) ^ 0x41;
    const parser = createZvtSerialParser();
    const frames = [...parser.push(bad), ...parser.push(good), ...parser.push(good)];
    expect(frames.some(({ kind }) => kind === 'damaged') || frames.length < 3).toBe(true);
    expect(frames.at(-1)).toMatchObject({ kind: 'apdu' });
  }
});

test('the CRC is that of PA00P016: reflected 8408, start 0', () => {
  // Known vector of CRC-16/KERMIT, which has the same parameters.
  expect(zvtCrc(Buffer.from('123456789'))).toBe(0x2189);
});

test('no bytes make the parsers throw anything but a RangeError, nor hold more than a frame', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), (chunks) => {
      const serial = createZvtSerialParser();
      for (const chunk of chunks) serial.push(chunk);
      const tcp = createZvtParser();
      const feed = () => {
        for (const chunk of chunks) tcp.push(chunk);
      };
      const thrown = attempt(feed);
      return thrown === undefined || thrown instanceof RangeError;
    }),
  );
});
