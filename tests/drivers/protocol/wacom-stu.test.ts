import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseCapability,
  parseInformation,
  parsePen,
  parseStatus,
  printable,
  redactReport,
} from '../../../drivers/protocol/wacom-stu.ts';
import { encodePicture, imageBlocks, stuCommand } from '../../../drivers/protocol/wacom-stu-commands.ts';
import { modelOfName, modelOfUsb } from '../../../drivers/protocol/wacom-stu-models.ts';
import { blankPicture, fillRect } from '../../../drivers/raster/picture.ts';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

test('the pen, as in the notes of its interface', () => {
  expect(parsePen(bytes('01 91 55 12 34 0A BC'))).toEqual({
    near: true,
    down: true,
    pressure: 0x155,
    x: 0x1234,
    y: 0x0abc,
  });
  expect(parsePen(bytes('34 80 00 00 10 00 20 12 34 FF FE'))).toEqual({
    near: true,
    down: false,
    pressure: 0,
    x: 16,
    y: 32,
    sequence: 0xfffe,
  });
  expect(parsePen(bytes('30 90 01 00 10 00 20 00 01'))).toMatchObject({ down: true, pressure: 1 });
});

test('a report of a wrong length is no report; zeros behind it are what Windows adds', () => {
  const whole = bytes('01 91 55 12 34 0A BC');
  expect(parsePen(whole.slice(0, 6))).toBeUndefined();
  expect(parsePen(bytes('01 91 55 12 34 0A BC 01'))).toBeUndefined();
  expect(parsePen(bytes('01 91 55 12 34 0A BC 00 00'))).toEqual(parsePen(whole));
});

test('capability, information and status', () => {
  const capability = bytes('09 2A30 1950 03FF 0320 01E0 C8 09EC 0F 0000');
  expect(parseCapability(capability)).toEqual({
    maxX: 10_800,
    maxY: 6480,
    maxPressure: 1023,
    width: 800,
    height: 480,
    unitsPerInch: 2540,
    encodings: 0x0f,
  });
  expect(parseCapability(bytes('09 0000 0000 03FF 0320 01E0 C8 09EC 0F 0000'))).toBeUndefined();
  const information = Uint8Array.of(8, ...Buffer.from('STU-540\0\0'), 1, 17, 0, 1, 0, 0, 0);
  expect(parseInformation(information)).toEqual({ model: 'STU-540', firmware: '1.17' });
  expect(parseStatus(bytes('03 01 02 00 00'))).toEqual({ state: 'image', error: 'wrong state' });
  expect(parseStatus(bytes('03 FF 00 00 00'))).toEqual({ state: 'resetting', error: undefined });
  expect(parseStatus(bytes('03 77 99 00 00'))).toEqual({ state: 'unknown', error: 'error 99' });
});

test('models by their names and USB products', () => {
  expect(modelOfName('STU-520')).toBe('STU-520A');
  expect(modelOfName('STU-430V')).toBe('STU-430V');
  expect(modelOfName('STU-541')).toBeUndefined();
  expect(modelOfUsb({ vendorId: '056A', productId: '00a8' })).toBe('STU-540');
  expect(modelOfUsb({ vendorId: '1234', productId: '00a8' })).toBeUndefined();
});

test('rectangles are little-endian, with their last pixel', () => {
  const area = { left: 5, top: 258, width: 300, height: 20 };
  expect([...stuCommand.inkArea(area)]).toEqual([0x2a, 5, 0, 2, 1, 0x30, 1, 0x15, 1]);
  expect([...stuCommand.clearArea(area)].slice(0, 3)).toEqual([0x23, 0, 1]);
});

test('a picture in one bit: rows of whole bytes, 1 for white; in 16 bits: high byte first', () => {
  const picture = blankPicture(10, 2);
  fillRect(picture, { left: 1, top: 0, width: 1, height: 1 });
  fillRect(picture, { left: 9, top: 1, width: 1, height: 1 });
  expect([...encodePicture(picture, '1bit')]).toEqual([0xbf, 0xff, 0xff, 0xbf]);
  expect([...encodePicture(picture, '16bit')].slice(0, 6)).toEqual([0xff, 0xff, 0, 0, 0xff, 0xff]);
});

test('a picture goes in blocks of 253 bytes, the last filled with zeros', () => {
  const blocks = imageBlocks(new Uint8Array(300).fill(7));
  expect(blocks.map((block) => [block.length, block[0], block[1], block[2]])).toEqual([
    [256, 0x26, 253, 0],
    [256, 0x26, 47, 0],
  ]);
  expect(blocks[1]!.slice(48, 52)).toEqual(Uint8Array.of(7, 7, 0, 0));
});

test('a trace keeps no ink, no force, no time and no picture', () => {
  expect([...redactReport(bytes('01 91 55 12 34 0A BC'))]).toEqual([1, 0x90, 0, 0, 0, 0, 0]);
  expect([...redactReport(bytes('34 91 55 12 34 0A BC 11 22 33 44'))]).toEqual([
    0x34, 0x90, 0, 0, 0, 0, 0, 0, 0, 0x33, 0x44,
  ]);
  expect([...redactReport(bytes('26 04 00 01 02 03 04'))]).toEqual([0x26, 4, 0, 0, 0, 0, 0]);
  expect([...redactReport(bytes('10 01 02 03'))]).toEqual([0x10, 0, 0, 0]);
  expect([...redactReport(bytes('03 00 00 00 00'))]).toEqual([3, 0, 0, 0, 0]);
});

test('no report makes a parser throw, and a number is always within its report', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.constantFrom(0x01, 0x30, 0x34, 0x03, 0x08, 0x09),
      (tail, id) => {
        const report = Uint8Array.of(id, ...tail);
        const pen = parsePen(report);
        expect(pen === undefined || (pen.pressure <= 0xfff && pen.x <= 0xffff && pen.y <= 0xffff)).toBe(true);
        parseStatus(report);
        parseInformation(report);
        parseCapability(report);
        expect(printable(report)).toMatch(/^[\x20-\x7e]*$/);
        expect(redactReport(report)).toHaveLength(report.length);
      },
    ),
  );
});
