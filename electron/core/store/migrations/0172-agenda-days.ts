import type { Migration } from '../store.ts';

/** How many appointments each day had, by group: what remains of an agenda when its day is over. */
export const agendaDays: Migration = {
  version: 172,
  name: 'agenda-days',
  sql: `
    CREATE TABLE agenda_day (
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      group_letter TEXT NOT NULL,
      booked INTEGER NOT NULL,
      PRIMARY KEY (location, day, group_letter)
    ) STRICT, WITHOUT ROWID;
  `,
};
