import type { Appointment } from '../../../shared/domain/appointment.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Store } from '../store/index.ts';

/** How many appointments a group had on a day. */
export interface Booked {
  readonly day: string;
  readonly letter: string;
  readonly count: number;
}

/**
 * Keeps how many appointments each day had, by group and time; nothing that says whose. Booked: there at the last reading
 * before its time, or at one after it. Some agendas drop what is over, so a time that has passed never loses any.
 */
export function agendaDays({ db }: Store, location: string) {
  const forget = db.prepare<{ location: string; day: string; readAt: string }>(
    `DELETE FROM agenda_day WHERE location = @location AND day = @day AND (start > @readAt OR start = '')`,
  );
  const add = db.prepare<{ location: string; day: string; letter: string; start: string; count: number }>(
    `INSERT INTO agenda_day (location, day, group_letter, start, booked)
     VALUES (@location, @day, @letter, @start, @count)
     ON CONFLICT DO UPDATE SET booked = max(booked, excluded.booked)`,
  );
  const read = db.prepare<{ location: string; from: string; to: string }, Booked>(
    `SELECT day, group_letter AS letter, sum(booked) AS count FROM agenda_day
     WHERE location = @location AND day BETWEEN @from AND @to GROUP BY day, group_letter ORDER BY day, group_letter`,
  );
  return {
    /** Inside a store transaction: the agenda of that day, as it was read at `readAt` (UTC, ISO 8601). */
    write(day: string, readAt: string, appointments: readonly Appointment[]): void {
      forget.run({ location, day, readAt });
      const today = appointments.filter(({ start }) => amsterdamDay(new Date(start)) === day);
      for (const [letter, ofGroup] of Map.groupBy(today, ({ group }) => group))
        for (const [start, { length: count }] of Map.groupBy(ofGroup, (one) => one.start))
          add.run({ location, day, letter, start, count });
    },
    /** Both days included. */
    read: (days: { readonly from: string; readonly to: string }): readonly Booked[] =>
      read.all({ location, ...days }),
  };
}
