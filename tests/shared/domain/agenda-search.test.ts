import { expect, test } from 'vitest';
import { searchAgenda } from '../../../shared/domain/agenda-search.ts';
import { type Appointment, withCode } from '../../../shared/domain/appointment.ts';

const one = (reference: string, more: Partial<Appointment>): Appointment => ({
  reference,
  code: reference,
  start: '2026-11-23T09:00:00.000Z',
  minutes: 15,
  group: 'P',
  name: null,
  persons: 1,
  bsn: null,
  ...more,
});
const AGENDA = [
  one('uid-1@agenda', { code: '24 10-37', name: 'R. Çelik', bsn: '999990512' }),
  one('uid-2@agenda', { code: '241055', name: 'Anna van der Été', start: '2026-11-23T10:30:00.000Z' }),
];

test.each([
  ['nothing', ' ', ['uid-1@agenda', 'uid-2@agenda']],
  ['a number', '241037', ['uid-1@agenda']],
  ['a number with spaces', ' 241 055 ', ['uid-2@agenda']],
  ['the reference of the agenda', 'UID-1@agenda', ['uid-1@agenda']],
  ['an address in a QR code', 'https://afspraken.test/a/241055?lang=nl', ['uid-2@agenda']],
  ['a parameter in a QR code', 'https://afspraken.test/?code=241055', ['uid-2@agenda']],
  ['a burgerservicenummer', '9999 90 512', ['uid-1@agenda']],
  ['a burgerservicenummer of nobody', '999993653', []],
  ['a part of a name', 'celik', ['uid-1@agenda']],
  ['words of a name in any order', 'ete anna', ['uid-2@agenda']],
  ['a time', '11:30', ['uid-2@agenda']],
  ['a time with a dot', '10.00', ['uid-1@agenda']],
  ['a time of nobody', '9:00', []],
  ['something else', 'zz', []],
])('%s', (_, search, found) => {
  expect(searchAgenda(AGENDA, search).map(({ reference }) => reference)).toEqual(found);
});

test('a code of nothing but signs is nobody', () => {
  expect(withCode([...AGENDA, one('x', { code: '---' })], ' - ')).toEqual([]);
});
