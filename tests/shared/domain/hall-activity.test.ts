import { expect, test } from 'vitest';
import { measuredServices, openCounters } from '../../../shared/domain/hall-activity.ts';
import { DAY } from '../../fixtures/statistics-day.ts';

/** The tickets of the fixture as they were at a Dutch time of that winter day. */
function dayUntil(time: string) {
  const now = new Date(`2026-11-23T${time}+01:00`);
  const tickets = DAY.map((ticket) => ({
    ...ticket,
    events: ticket.events.filter(({ at }) => at <= now.toISOString()),
  })).filter(({ events }) => events.length > 0);
  return { tickets, now };
}
const openAt = (time: string) => {
  const { tickets, now } = dayUntil(time);
  return openCounters(tickets, now).map(({ counter, isFree, groups }) => [
    counter,
    isFree,
    [...groups].join(''),
  ]);
};

test.each([
  ['before the first call nothing is open', '09:07:59', []],
  ['the first counter calls', '09:08:00', [[1, false, 'P']]],
  [
    'one became free, the other is busy',
    '09:29:00',
    [
      [1, true, 'P'],
      [2, false, 'P'],
    ],
  ],
  [
    'who is on hold leaves his counter free',
    '09:35:00',
    [
      [1, false, 'P'],
      [2, true, 'P'],
    ],
  ],
  ['a no-show leaves it free too', '10:12:00', [[1, true, 'PR']]],
  [
    'a quarter of an hour after the last act a counter is closed',
    '11:32:30',
    [
      [1, false, 'PR'],
      [2, false, 'PR'],
    ],
  ],
  ['a visit that nobody ended holds it open for an hour and a half', '12:34:00', [[2, false, 'PR']]],
  ['and no longer', '12:36:00', []],
])('%s (%s)', (_, time, open) => expect(openAt(time)).toEqual(open));

test('services of who was helped and whose visit was ended by hand, from the call: the counter waits for who walks', () => {
  expect(measuredServices(DAY)).toEqual([
    { group: 'P', seconds: 760 },
    { group: 'P', seconds: 600 },
    { group: 'P', seconds: 210 },
    { group: 'P', seconds: 990 },
    { group: 'R', seconds: 240 },
    { group: 'R', seconds: 630 },
    { group: 'R', seconds: 300 },
    { group: 'P', seconds: 610 },
  ]);
});
