import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aSecondLater,
  dayAtServer,
  dutchMoment,
  statusMoments,
} from '../../../electron/core/sync/moments.ts';
import { visitOf } from './visits.ts';

const at = (iso: string): Date => new Date(iso);

test('a moment has the Dutch offset of its season and never lies in the future of the server', () => {
  expect(dutchMoment(at('2026-11-23T23:30:00Z'), at('2026-11-24T10:00:00Z'))).toBe(
    '2026-11-24T00:30:00+01:00',
  );
  expect(dutchMoment(at('2026-07-01T22:30:00Z'), at('2026-07-02T10:00:00Z'))).toBe(
    '2026-07-02T00:30:00+02:00',
  );
  expect(dutchMoment(at('2026-11-23T12:00:00Z'), at('2026-11-23T11:00:00.900Z'))).toBe(
    '2026-11-23T12:00:00+01:00',
  );
});

test('a second later also passes the change to winter time', () => {
  expect(aSecondLater('2026-10-25T02:59:59+02:00')).toBe('2026-10-25T02:00:00+01:00');
});

test('a day that the server does not know yet becomes its today', () => {
  const server = (local: Date): Date => new Date(local.getTime() - 7_200_000);
  expect(dayAtServer('2026-11-24', server, at('2026-11-24T00:30:00Z'))).toBe('2026-11-23');
  expect(dayAtServer('2026-11-20', server, at('2026-11-24T00:30:00Z'))).toBe('2026-11-20');
});

test('whatever the clocks say, the two statuses differ by a second and are not in the future', () => {
  const moment = fc.date({
    min: at('2026-01-01T00:00:00Z'),
    max: at('2027-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      moment,
      moment,
      moment,
      fc.integer({ min: -1e9, max: 1e9 }),
      (startedAt, committedAt, now, offset) => {
        const server = (local: Date): Date => new Date(local.getTime() + offset);
        const visit = visitOf(1, {
          startedAt: startedAt.toISOString(),
          committedAt: committedAt.toISOString(),
        });
        const { first, last } = statusMoments(visit, server, now);
        expect(Date.parse(last) - Date.parse(first)).toBeGreaterThanOrEqual(1000);
        expect(Date.parse(last)).toBeLessThanOrEqual(server(now).getTime());
      },
    ),
  );
});
