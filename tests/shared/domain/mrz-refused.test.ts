import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitFits, mrzCheckDigit } from '../../../shared/domain/mrz-check-digit.ts';
import { parseMrz } from '../../../shared/domain/mrz.ts';
import {
  ALL_SPECIMENS,
  NL_2014,
  NL_CARD,
  NL_LICENCE,
  TD1_ICAO,
  TD2_ICAO,
  TD3_ICAO,
} from './mrz-specimens.ts';

const TODAY = '2026-11-23';

function replaced(line: string, at: number, character: string): string {
  return line.slice(0, at) + character + line.slice(at + 1);
}

test('nothing read is empty, not an error in a layout', () => {
  expect(parseMrz([], TODAY)).toEqual({ ok: false, why: 'empty' });
  expect(parseMrz(['', '', ''], TODAY)).toEqual({ ok: false, why: 'empty' });
});

test('every single digit that changes, anywhere in any specimen, is noticed', () => {
  for (const lines of ALL_SPECIMENS) {
    for (const [row, line] of lines.entries()) {
      for (let at = 0; at < line.length; at += 1) {
        if (!/\d/.test(line.charAt(at))) continue;
        for (const digit of '0123456789'.replace(line.charAt(at), '')) {
          const changed = lines.with(row, replaced(line, at, digit));
          expect(parseMrz(changed, TODAY).ok, `${changed.join('/')} at ${row}:${at}`).toBe(false);
        }
      }
    }
  }
});

test.each([
  ['lines swapped', [TD3_ICAO[1], TD3_ICAO[0]]],
  ['43 columns', TD3_ICAO.map((line) => line.slice(0, 43))],
  ['45 columns', TD3_ICAO.map((line) => `${line}<`)],
  ['one line short', [TD3_ICAO[0], TD3_ICAO[1].slice(0, 43)]],
  ['two documents glued together', [...TD1_ICAO, ...NL_CARD]],
  ['the first line twice', [TD3_ICAO[0], ...TD3_ICAO]],
  ['a line missing', [TD3_ICAO[0]]],
  ['lower case', TD3_ICAO.map((line) => line.toLowerCase())],
  ['a NUL between the characters', [TD3_ICAO[0].replace('<', '\u0000'), TD3_ICAO[1]]],
  ['a visa', [TD3_ICAO[0].replace('P', 'V'), TD3_ICAO[1]]],
  ['a licence of another country', [NL_LICENCE[0].replace('NLD', 'FRA')]],
])('%s is no known layout', (_name, lines) => {
  expect(parseMrz(lines, TODAY)).toEqual({ ok: false, why: 'layout' });
});

test.each([
  ['documentNumber', TD3_ICAO, 9],
  ['birthDate', TD3_ICAO, 19],
  ['expiryDate', TD3_ICAO, 27],
  ['personalNumber', TD3_ICAO, 42],
  ['composite', TD3_ICAO, 43],
  ['documentNumber', TD2_ICAO, 9],
  ['composite', TD2_ICAO, 35],
  ['birthDate', TD1_ICAO, 6],
  ['expiryDate', TD1_ICAO, 14],
  ['composite', TD1_ICAO, 29],
])('a wrong check digit is named: %s', (field, lines, at) => {
  const line = lines[1] ?? '';
  const other = String((Number(line.charAt(at)) + 1) % 10);
  const changed = [lines[0] ?? '', replaced(line, at, other), ...lines.slice(2)];
  expect(parseMrz(changed, TODAY)).toEqual({ ok: false, why: 'checkDigit', field });
});

test('a letter O read for a zero in a date is refused', () => {
  const changed = [TD3_ICAO[0], TD3_ICAO[1].replace('7408122', '74O8122')];
  expect(parseMrz(changed, TODAY)).toMatchObject({ ok: false, field: 'birthDate' });
});

test('a date that passes its check digits but cannot exist is refused', () => {
  const birth = '741312';
  const line = `L898902C36UTO${birth}${mrzCheckDigit(birth)}F1204159ZE184226B<<<<<1`;
  const composite = mrzCheckDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21));
  expect(parseMrz([TD3_ICAO[0], `${line}${composite}`], TODAY)).toEqual({
    ok: false,
    why: 'layout',
    field: 'birthDate',
  });
});

test('a Dutch document number with the letter O, or a name with a digit, does not fit', () => {
  expect(parseMrz([NL_2014[0], NL_2014[1].replace('SPECI', 'SPOCI')], TODAY)).toMatchObject({
    field: 'documentNumber',
  });
  expect(parseMrz([NL_2014[0].replace('BRUIJN', 'BRU1JN'), NL_2014[1]], TODAY)).toMatchObject({
    field: 'names',
  });
});

test('a filler stands for a check digit only over an empty field', () => {
  expect(checkDigitFits('<<<<', '<')).toBe(true);
  expect(checkDigitFits('1<<<', '<')).toBe(false);
  expect(checkDigitFits('<<<<', '0')).toBe(true);
});

test('no text makes the reader throw', () => {
  const character = fc.constantFrom(...'ABCDINLOPRUTX0123456789<');
  const line = fc.oneof(
    fc.array(character, { maxLength: 46 }).map((characters) => characters.join('')),
    fc.constantFrom(...ALL_SPECIMENS.flat()),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      expect(typeof parseMrz(lines, TODAY).ok).toBe('boolean');
    }),
  );
});
