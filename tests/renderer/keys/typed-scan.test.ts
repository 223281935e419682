import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerLetter, type ReaderLayout } from '../../../renderer/keys/reader/key-layouts.ts';
import { createTypedScan, type TypedKey } from '../../../renderer/keys/reader/typed-scan.ts';
import { LICENCE_NL, PASSPORT_NL, TD1_ICAO } from '../../drivers/helpers/specimens.ts';

const LAYOUTS = ['us', 'nl', 'iso', 'de', 'fr'] as const;
const CODES = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  'Comma',
  'Semicolon',
  'Backslash',
  'IntlBackslash',
];

/** How a reader with this layout types a letter. */
function keyOf(layout: ReaderLayout, letter: string): Pick<TypedKey, 'code' | 'shiftKey' | 'key'> {
  for (const code of CODES)
    for (const shiftKey of [letter !== '<', letter === '<'])
      if (readerLetter(layout, { code, shiftKey }) === letter) return { code, shiftKey, key: letter };
  throw new Error(`${layout} has no ${letter}`);
}
const ENTER = { code: 'Enter', key: 'Enter', shiftKey: false } as const;

function typist(layout: ReaderLayout = 'us', maxGapMs = 35) {
  const scan = createTypedScan({ layout, maxGapMs });
  const read: string[] = [];
  let at = 1000;
  let landed = '';
  let undone = false;
  const press = (key: Partial<TypedKey> & Pick<TypedKey, 'code' | 'key'>, gap = 10) => {
    at += gap;
    const verdict = scan.press({ isCombo: false, repeat: false, shiftKey: false, ...key, at });
    if (verdict.kind === 'letter' && verdict.first) undone = false;
    if (verdict.kind !== 'swallow') landed += key.key;
    else {
      if (verdict.undo) undone = true;
      if (verdict.scan !== undefined) read.push(verdict.scan);
    }
    return verdict;
  };
  const type = (text: string, gap = 10) => {
    for (const letter of text) press(letter === '\n' ? ENTER : keyOf(layout, letter), gap);
  };
  return { scan, read, press, type, landed: () => landed, undone: () => undone };
}

describe.each(LAYOUTS)('a reader with layout %s', (layout) => {
  test.each([
    ['passport', PASSPORT_NL],
    ['card', TD1_ICAO],
    ['licence', LICENCE_NL],
  ])('types a %s', (_what, lines) => {
    const { read, type, landed, undone } = typist(layout);
    type(`${lines.join('\n')}\n\n`);
    expect(read).toEqual([`${lines.join('\n')}\n`]);
    expect(landed()).toHaveLength(26);
    expect(undone()).toBe(true);
  });
});

test('the layouts differ where the keyboards do', () => {
  const at = (layout: ReaderLayout, code: string, shiftKey = false) =>
    readerLetter(layout, { code, shiftKey });
  expect([at('us', 'Comma', true), at('us', 'Comma'), at('us', 'IntlBackslash')]).toEqual([
    '<',
    undefined,
    undefined,
  ]);
  expect([at('nl', 'Backslash'), at('iso', 'IntlBackslash'), at('de', 'IntlBackslash')]).toEqual([
    '<',
    '<',
    '<',
  ]);
  expect([at('de', 'KeyY'), at('de', 'KeyZ'), at('us', 'KeyY')]).toEqual(['Z', 'Y', 'Y']);
  expect([at('fr', 'KeyQ'), at('fr', 'Semicolon'), at('fr', 'KeyM')]).toEqual(['A', 'M', undefined]);
  expect([at('fr', 'Digit1', true), at('fr', 'Digit1'), at('us', 'Digit1', true)]).toEqual([
    '1',
    undefined,
    undefined,
  ]);
  expect([at('us', 'KeyA', true), at('us', 'KeyA'), at('fr', 'Numpad7')]).toEqual(['A', 'A', '7']);
});

test('the same keys typed by a person, 35 milliseconds apart or slower, are all the person’s', () => {
  const { read, type, landed } = typist();
  type(`${PASSPORT_NL.join('\n')}\n`, 35);
  expect(read).toEqual([]);
  expect(landed().replaceAll('Enter', '\n')).toBe(`${PASSPORT_NL.join('\n')}\n`);
});

test('26 letters at any speed, as at the end of a zaak number of ours, are the person’s, with what comes after a pause', () => {
  const { read, type, landed, scan } = typist();
  type('A'.repeat(26), 1);
  type('B', 35);
  type('\n', 35);
  expect(read).toEqual([]);
  expect(landed()).toBe(`${'A'.repeat(26)}BEnter`);
  expect(scan.isScanning).toBe(false);
});

test('a held key repeats as fast as a reader and is never one', () => {
  const { press, read, landed } = typist();
  press({ code: 'KeyA', key: 'a' });
  for (let times = 0; times < 100; times += 1) press({ code: 'KeyA', key: 'a', repeat: true }, 30);
  expect(landed()).toBe('a'.repeat(101));
  expect(read).toEqual([]);
});

test('a code is nine digits that are a burgerservicenummer, and Enter, at the speed of a reader', () => {
  const fast = typist();
  fast.type('999999990\n\n');
  expect([fast.read, fast.undone()]).toEqual([['999999990'], true]);
  for (const [text, gap] of [
    ['999999990\n', 35],
    ['999999991\n', 10],
    ['9999999900\n', 10],
    ['99999999\n', 10],
  ] as const) {
    const person = typist();
    person.type(text, gap);
    expect([person.read, person.undone()]).toEqual([[], false]);
    expect(person.landed()).toBe(text.replace('\n', 'Enter'));
  }
});

test('a person who presses Enter a moment after fast digits searches, and does not scan', () => {
  const { type, read, landed } = typist();
  type('999999990');
  type('\n', 40);
  expect([read, landed()]).toEqual([[], '999999990Enter']);
});

test('lines without an Enter at the end, and pauses between lines, are one scan after silence', () => {
  const { type, read, scan } = typist();
  type(PASSPORT_NL[0]!);
  type('\n', 10);
  type(PASSPORT_NL[1]!.slice(0, 1), 140);
  type(PASSPORT_NL[1]!.slice(1));
  expect([read, scan.isScanning]).toEqual([[], true]);
  expect(scan.silence()).toBe(PASSPORT_NL.join('\n'));
  expect(scan.silence()).toBeUndefined();
});

test('keys that no reader types go on: function keys, and what a person types after the scan', () => {
  const { type, press, read, landed } = typist();
  type('A'.repeat(30));
  expect(press({ code: 'F2', key: 'F2' }).kind).toBe('pass');
  expect(press({ code: 'KeyL', key: 'l', isCombo: true }).kind).toBe('pass');
  expect(press({ code: 'Slash', key: '/' }).kind).toBe('swallow');
  expect(press({ code: 'KeyB', key: 'b' }, 200).kind).toBe('letter');
  expect(landed().endsWith('F2lb')).toBe(true);
  expect(read).toEqual([]);
});

test('after a scan the clerk’s own Enter counts again within a tenth of a second', () => {
  const { type, press } = typist();
  type('999999990\n');
  expect(press(ENTER, 99).kind).toBe('swallow');
  expect(press(ENTER, 100).kind).toBe('pass');
});

const anyKey = fc.record({
  code: fc.constantFrom(...CODES, 'Enter', 'Space', 'Period', 'F2', 'Tab', 'Backspace'),
  key: fc.constantFrom('a', '1', ' ', 'Enter', 'F2', '<'),
  shiftKey: fc.boolean(),
  isCombo: fc.boolean(),
  repeat: fc.boolean(),
});

test('no typing with a pause in every 26 keys is ever swallowed, whatever the keys', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyKey, { maxLength: 26 })), fc.nat(34), (bursts, gap) => {
      const { press, read } = typist();
      for (const burst of bursts)
        for (const [index, key] of burst.entries()) {
          const verdict = press(key, index === 0 ? 150 : gap);
          // Nine digits that happen to pass the 11-proef, at 35 ms and with Enter, are a code by definition.
          if (read.length > 0) return;
          expect(verdict.kind).not.toBe('swallow');
        }
    }),
  );
});

test('any keys at any speed: no throw, and no scan above the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyKey, fc.nat(200)), { maxLength: 600 }), (keys) => {
      const { press, read, scan } = typist();
      for (const [key, gap] of keys) press(key, gap);
      for (const text of [...read, scan.silence() ?? '']) expect(text.length).toBeLessThanOrEqual(300);
    }),
  );
});
