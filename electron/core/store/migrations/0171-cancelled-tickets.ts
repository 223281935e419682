import type { Migration } from '../store.ts';

/**
 * A ticket can be cancelled, and an event has a reason apart from its kind. The words of the hall are those of the code:
 * the tables no longer list them, so that a new one needs no new table.
 */
export const cancelledTickets: Migration = {
  version: 171,
  name: 'cancelled-tickets',
  sql: `
    ALTER TABLE hall_event RENAME TO hall_event_old;
    CREATE TABLE hall_event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      event_id TEXT NOT NULL UNIQUE,
      command_id TEXT NOT NULL UNIQUE,
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      kind TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      counter INTEGER,
      staff_id TEXT,
      group_letter TEXT,
      ordinal INTEGER,
      origin TEXT,
      appointment TEXT,
      appointment_at TEXT,
      reason TEXT,
      undoes TEXT UNIQUE REFERENCES hall_event (event_id),
      at TEXT NOT NULL,
      CHECK ((kind IN ('issued', 'walkIn')) = (ordinal IS NOT NULL)),
      CHECK ((kind = 'undone') = (undoes IS NOT NULL))
    ) STRICT;
    INSERT INTO hall_event (seq, event_id, command_id, location, day, kind, ticket_id, counter, staff_id, group_letter, ordinal,
        origin, appointment, appointment_at, undoes, at)
      SELECT seq, event_id, command_id, location, day, kind, ticket_id, counter, staff_id, group_letter, ordinal,
        origin, appointment, appointment_at, undoes, at FROM hall_event_old ORDER BY seq;
    DROP TABLE hall_event_old;
    CREATE INDEX hall_event_ticket ON hall_event (ticket_id, seq);
    CREATE INDEX hall_event_counter ON hall_event (location, day, counter, seq);
    CREATE TRIGGER hall_event_is_append_only_update BEFORE UPDATE ON hall_event BEGIN SELECT RAISE(ABORT, 'hall_event is append-only'); END;
    CREATE TRIGGER hall_event_is_append_only_delete BEFORE DELETE ON hall_event BEGIN SELECT RAISE(ABORT, 'hall_event is append-only'); END;

    ALTER TABLE hall_ticket RENAME TO hall_ticket_old;
    CREATE TABLE hall_ticket (
      ticket_id TEXT PRIMARY KEY,
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      group_letter TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      origin TEXT NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL,
      counter INTEGER,
      issued_at TEXT NOT NULL,
      first_called_at TEXT,
      times_called INTEGER NOT NULL,
      call_id TEXT,
      call_seq INTEGER NOT NULL,
      called_at TEXT,
      last_event_id TEXT NOT NULL,
      last_seq INTEGER NOT NULL,
      appointment TEXT,
      appointment_at TEXT,
      UNIQUE (location, day, group_letter, ordinal)
    ) STRICT;
    INSERT INTO hall_ticket SELECT * FROM hall_ticket_old;
    DROP TABLE hall_ticket_old;
    CREATE INDEX hall_ticket_state ON hall_ticket (location, day, state, group_letter, position);
    CREATE UNIQUE INDEX hall_ticket_one_per_counter ON hall_ticket (location, day, counter) WHERE state = 'called';
    CREATE UNIQUE INDEX hall_ticket_appointment ON hall_ticket (location, day, appointment)
      WHERE appointment IS NOT NULL AND state <> 'cancelled';
  `,
};
