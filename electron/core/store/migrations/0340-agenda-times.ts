import type { Migration } from '../store.ts';

/** How many appointments a day had by time too; what was counted before has the time ''. */
export const agendaTimes: Migration = {
  version: 340,
  name: 'agenda-times',
  sql: `
    CREATE TABLE agenda_time (
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      group_letter TEXT NOT NULL,
      start TEXT NOT NULL,
      booked INTEGER NOT NULL,
      PRIMARY KEY (location, day, group_letter, start)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO agenda_time SELECT location, day, group_letter, '', booked FROM agenda_day;
    DROP TABLE agenda_day;
    ALTER TABLE agenda_time RENAME TO agenda_day;
  `,
};
