import type { Migration } from '../store.ts';

/**
 * Appointments: a ticket says for which it was given, and one appointment has one ticket. `agenda` is today's and
 * tomorrow's list as it was last read, for when its source is away.
 */
export const appointments: Migration = {
  version: 161,
  name: 'appointments',
  sql: `
    ALTER TABLE hall_event ADD COLUMN appointment TEXT;
    ALTER TABLE hall_event ADD COLUMN appointment_at TEXT;
    ALTER TABLE hall_ticket ADD COLUMN appointment TEXT;
    ALTER TABLE hall_ticket ADD COLUMN appointment_at TEXT;
    CREATE INDEX hall_ticket_appointment ON hall_ticket (location, day, appointment) WHERE appointment IS NOT NULL;
    CREATE TABLE agenda (
      source TEXT PRIMARY KEY,
      read_at TEXT NOT NULL,
      version TEXT,
      appointments TEXT NOT NULL,
      problems TEXT NOT NULL
    ) STRICT;
  `,
};
