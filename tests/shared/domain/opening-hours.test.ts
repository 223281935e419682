import { expect, test } from 'vitest';
import { type OpeningHours, openingAt } from '../../../shared/domain/opening-hours.ts';

const HOURS: OpeningHours = {
  ma: [{ from: '09:00', to: '17:00' }],
  do: [
    { from: '17:00', to: '20:00' },
    { from: '09:00', to: '12:30' },
  ],
  zo: [{ from: '00:00', to: '24:00' }],
};
/** An instant by Dutch winter or summer time. */
const at = (text: string, offset = '+01:00') => new Date(`${text}:00${offset}`);

test.each([
  ['before the first span', at('2026-11-26T08:59'), { open: false, opensAt: '09:00' }],
  ['on the first minute', at('2026-11-26T09:00'), { open: true, closesAt: '12:30' }],
  ['on the last minute', at('2026-11-26T12:29'), { open: true, closesAt: '12:30' }],
  ['at the end', at('2026-11-26T12:30'), { open: false, opensAt: '17:00' }],
  ['in the evening', at('2026-11-26T19:59'), { open: true, closesAt: '20:00' }],
  ['after the last span', at('2026-11-26T20:00'), { open: false, opensAt: null }],
  ['on a day that is left out', at('2026-11-27T10:00'), { open: false, opensAt: null }],
  ['on Easter Monday', at('2026-04-06T10:00', '+02:00'), { open: false, opensAt: null }],
  ['in the hour that comes twice', at('2026-10-25T02:30'), { open: true, closesAt: '24:00' }],
  ['on the last minute of a whole day', at('2026-11-22T23:59'), { open: true, closesAt: '24:00' }],
])('%s', (_, instant, opening) => expect(openingAt(HOURS, instant)).toEqual(opening));

test('without hours it is always open', () => {
  expect(openingAt(undefined, at('2026-12-25T03:00'))).toEqual({ open: true, closesAt: null });
});
