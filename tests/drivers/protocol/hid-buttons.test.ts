import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gamepadButtons, keyboardButtons } from '../../../drivers/protocol/hid-buttons.ts';

const bytes = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

test.each([
  ['none down, the hat at rest', '7f7f7f7f7f0f0000', 0],
  ['the first button', '7f7f7f7f7f1f0000', 0b1],
  ['the fourth and the fifth', '7f7f7f7f7f8f0100', 0b11000],
  ['the hat pushed: no button', '7f7f7f7f7f020000', 0],
] as const)('a gamepad with %s', (_, report, mask) => {
  expect(gamepadButtons(bytes(report), { reportId: 0, firstBit: 44, count: 8 })).toBe(mask);
});

test('a gamepad with report ids: its own is read, another is not', () => {
  const layout = { reportId: 3, firstBit: 0, count: 4 };
  expect(gamepadButtons(bytes('03 05'), layout)).toBe(0b0101);
  expect(gamepadButtons(bytes('04 05'), layout)).toBeUndefined();
});

test('a report that is too short for the buttons is none', () => {
  expect(gamepadButtons(bytes('7f7f7f'), { reportId: 0, firstBit: 44, count: 4 })).toBeUndefined();
});

const KEYS = { reportId: 0, keys: [0x1e, 0x1f, 0x20] };

test.each([
  ['nothing', '0000 000000000000', 0],
  ['the second key, in any place', '0000 00001f000000', 0b010],
  ['two keys and a foreign one', '0200 201e04000000', 0b101],
] as const)('a keyboard with %s down', (_, report, mask) => {
  expect(keyboardButtons(bytes(report), KEYS)).toBe(mask);
});

test('a keyboard that lost count tells nothing, not "all up"', () => {
  expect(keyboardButtons(bytes('0000 010101010101'), KEYS)).toBeUndefined();
});

test('any report and any layout: no throw, and no button beyond those there are', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 70 }),
      fc.nat(255),
      fc.nat(500),
      fc.integer({ min: 1, max: 16 }),
      (report, reportId, firstBit, count) => {
        const mask = gamepadButtons(report, { reportId, firstBit, count });
        expect(mask === undefined || mask < 2 ** count).toBe(true);
        const keys = Array.from({ length: count }, (_, index) => 0x1e + index);
        const typed = keyboardButtons(report, { reportId, keys });
        expect(typed === undefined || typed < 2 ** count).toBe(true);
      },
    ),
  );
});
