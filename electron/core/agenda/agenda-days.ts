import type { Appointment } from '../../../shared/domain/appointment.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Store } from '../store/index.ts';

/** How many appointments a group had on a day. */
export interface Booked {
  readonly day: string;
  readonly letter: string;
  readonly count: number;
}

/** Keeps how many appointments each day had, by group; nothing that says whose. */
export function agendaDays({ db }: Store, location: string) {
  const forget = db.prepare<{ location: string; day: string }>(
    'DELETE FROM agenda_day WHERE location = @location AND day = @day',
  );
  const add = db.prepare<{ location: string; day: string; letter: string; count: number }>(
    'INSERT INTO agenda_day (location, day, group_letter, booked) VALUES (@location, @day, @letter, @count)',
  );
  const read = db.prepare<{ location: string; from: string; to: string }, Booked>(
    `SELECT day, group_letter AS letter, booked AS count FROM agenda_day
     WHERE location = @location AND day BETWEEN @from AND @to ORDER BY day, group_letter`,
  );
  return {
    /** Inside a store transaction: this is the agenda of that day, as a whole. */
    write(day: string, appointments: readonly Appointment[]): void {
      forget.run({ location, day });
      const today = appointments.filter(({ start }) => amsterdamDay(new Date(start)) === day);
      for (const [letter, of] of Map.groupBy(today, ({ group }) => group))
        add.run({ location, day, letter, count: of.length });
    },
    /** Both days included. */
    read: (days: { readonly from: string; readonly to: string }): readonly Booked[] =>
      read.all({ location, ...days }),
  };
}
