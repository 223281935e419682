import { expect, test } from 'vitest';
import { isZaakNumber, zaakNumber } from '../../../shared/domain/zaak-number.ts';

test.each([
  'ZAAK-2026-0000000001',
  'BALIE-B07-01KAR000000000000000000042',
  'BALIE-B02-1',
  'WMO_2026.7/3:1',
  '1',
  'Z'.repeat(39) + '1',
])('%s can be the number of a zaak', (number) => {
  expect(isZaakNumber(number)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['words', 'weet niet'],
  ['no digit', 'paspoort'],
  ['a space inside', 'ZAAK 2026 1'],
  ['a letter with a diacritic', 'ZÁÁK-1'],
  ['41 characters', 'Z'.repeat(40) + '1'],
  ['one of ours with a letter too few', 'BALIE-B07-01KAR00000000000000000042'],
  ['one of ours with an O for a zero', 'BALIE-B07-01KARO00000000000000000042'],
])('%s cannot', (_, number) => {
  expect(isZaakNumber(number)).toBe(false);
});

test('spaces around a number fall away, and one of ours is in capitals', () => {
  expect(zaakNumber(' zaak-2026-1 ')).toBe('zaak-2026-1');
  expect(zaakNumber('balie-b07-01kar000000000000000000042 ')).toBe('BALIE-B07-01KAR000000000000000000042');
});
