import fc from 'fast-check';
import { parse } from 'mrz';
import { expect, test } from 'vitest';
import { parseMrz } from '../../../shared/domain/mrz.ts';

const TODAY = '2026-11-23';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Written apart from the code under test: the sum of 9303-3 over a table. */
function check(text: string): string {
  return String(
    [...text].reduce(
      (sum, one, at) => sum + Math.max(ALPHABET.indexOf(one), 0) * ([7, 3, 1][at % 3] ?? 0),
      0,
    ) % 10,
  );
}

const filled = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);
const twoDigits = (value: number): string => String(value).padStart(2, '0');

const Holder = fc.record({
  issuer: fc.constantFrom('NLD', 'BEL', 'FRA', 'D', 'TUR', 'MAR'),
  number: fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPRSTUVWXYZ'), { minLength: 5, maxLength: 9 }),
  optional: fc.array(fc.constantFrom(...ALPHABET), { maxLength: 7 }),
  birth: fc.tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  ),
  expiry: fc.tuple(
    fc.integer({ min: 7, max: 56 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  ),
  sex: fc.constantFrom('M', 'F', '<'),
  name: fc.constantFrom('ERIKSSON<<ANNA<MARIA', 'DE<BRUIJN<<WILLEKE<LISELOTTE', 'STEVENSON<<PETER<JOHN'),
});

type Values = typeof Holder extends fc.Arbitrary<infer T> ? T : never;

function zone(layout: 'TD1' | 'TD2' | 'TD3', values: Values): string[] {
  const number = filled(values.number.join(''), 9);
  const birth = values.birth.map(twoDigits).join('');
  const expiry = values.expiry.map(twoDigits).join('');
  const optional = values.optional.join('');
  const issuer = filled(values.issuer, 3);
  if (layout === 'TD1') {
    const first = `I<${issuer}${number}${check(number)}${filled(optional, 15)}`;
    const second = `${birth}${check(birth)}${values.sex}${expiry}${check(expiry)}${issuer}${filled('', 11)}`;
    const all = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18);
    return [first, second + check(all), filled(values.name, 30)];
  }
  const width = layout === 'TD3' ? 44 : 36;
  const own = layout === 'TD3' ? filled(optional, 14) + check(filled(optional, 14)) : filled(optional, 7);
  const second = `${number}${check(number)}${issuer}${birth}${check(birth)}${values.sex}${expiry}${check(expiry)}${own}`;
  const all = second.slice(0, 10) + second.slice(13, 20) + second.slice(21);
  return [filled(`${layout === 'TD3' ? 'P' : 'I'}<${issuer}${values.name}`, width), second + check(all)];
}

test.each(['TD1', 'TD2', 'TD3'] as const)('%s: agrees with the mrz library on any valid zone', (layout) => {
  fc.assert(
    fc.property(Holder, (values) => {
      const lines = zone(layout, values);
      const oracle = parse(lines);
      const ours = parseMrz(lines, TODAY);
      expect(ours.ok).toBe(true);
      expect(oracle.valid).toBe(true);
      if (!ours.ok) return;
      const { document } = ours;
      expect(document.layout).toBe(oracle.format);
      expect(document.documentNumber).toBe(oracle.fields.documentNumber);
      expect(document.surname).toBe(oracle.fields.lastName);
      expect(document.givenNames).toBe(oracle.fields.firstName);
      expect(document.birthDate?.slice(2).replaceAll('-', '')).toBe(oracle.fields.birthDate);
      expect(document.expiryDate?.slice(2).replaceAll('-', '')).toBe(oracle.fields.expirationDate);
      expect(document.personalNumber ?? '').toBe(
        oracle.fields.personalNumber ?? oracle.fields.optional1 ?? oracle.fields.optional ?? '',
      );
    }),
  );
});

test.each(['TD1', 'TD2', 'TD3'] as const)(
  '%s: a check digit the library refuses is refused here',
  (layout) => {
    fc.assert(
      fc.property(Holder, fc.nat(), fc.constantFrom(...'0123456789'), (values, place, digit) => {
        const lines = zone(layout, values);
        const row = layout === 'TD1' ? 0 : 1;
        const digits = [...(lines[row] ?? '')].flatMap((one, at) => (/\d/.test(one) ? [at] : []));
        const at = digits[place % digits.length] ?? 0;
        const line = lines[row] ?? '';
        const changed = lines.with(row, line.slice(0, at) + digit + line.slice(at + 1));
        const refused = parse(changed).details.some(
          (detail) => detail.field?.endsWith('CheckDigit') === true && !detail.valid,
        );
        expect(parseMrz(changed, TODAY).ok).toBe(!refused);
      }),
    );
  },
);
