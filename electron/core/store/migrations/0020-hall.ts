import type { Migration } from '../store.ts';

/**
 * The waiting hall. `hall_event` is the truth and only grows; `hall_ticket` is what follows from it and can be rebuilt.
 * A no-show, a return to the hall and an undo are kinds of event, so the statistics never mix them. The partial unique
 * index keeps a counter at one visitor at a time, the primary key of `hall_number` a number at one ticket a day.
 */
export const hall: Migration = {
  version: 20,
  name: 'hall',
  sql: `
    CREATE TABLE hall_location (
      location TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      last_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE hall_number (
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      group_letter TEXT NOT NULL,
      last INTEGER NOT NULL,
      PRIMARY KEY (location, day, group_letter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE hall_event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      event_id TEXT NOT NULL UNIQUE,
      command_id TEXT NOT NULL UNIQUE,
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('issued', 'walkIn', 'called', 'recalled', 'noShow', 'putBack', 'undone', 'finished')),
      ticket_id TEXT NOT NULL,
      counter INTEGER,
      staff_id TEXT,
      group_letter TEXT,
      ordinal INTEGER,
      origin TEXT CHECK (origin IN ('dispenser', 'clerk', 'walkIn')),
      undoes TEXT UNIQUE REFERENCES hall_event (event_id),
      at TEXT NOT NULL,
      CHECK ((kind IN ('issued', 'walkIn')) = (ordinal IS NOT NULL)),
      CHECK ((kind = 'undone') = (undoes IS NOT NULL))
    ) STRICT;
    CREATE INDEX hall_event_ticket ON hall_event (ticket_id, seq);
    CREATE INDEX hall_event_counter ON hall_event (location, day, counter, seq);
    CREATE TRIGGER hall_event_is_append_only_update BEFORE UPDATE ON hall_event BEGIN SELECT RAISE(ABORT, 'hall_event is append-only'); END;
    CREATE TRIGGER hall_event_is_append_only_delete BEFORE DELETE ON hall_event BEGIN SELECT RAISE(ABORT, 'hall_event is append-only'); END;
    CREATE TABLE hall_ticket (
      ticket_id TEXT PRIMARY KEY,
      location TEXT NOT NULL,
      day TEXT NOT NULL,
      group_letter TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      origin TEXT NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'noShow', 'finished')),
      counter INTEGER,
      issued_at TEXT NOT NULL,
      first_called_at TEXT,
      times_called INTEGER NOT NULL,
      call_id TEXT,
      call_seq INTEGER NOT NULL,
      called_at TEXT,
      last_event_id TEXT NOT NULL,
      last_seq INTEGER NOT NULL,
      UNIQUE (location, day, group_letter, ordinal)
    ) STRICT;
    CREATE INDEX hall_ticket_state ON hall_ticket (location, day, state, group_letter, position);
    CREATE UNIQUE INDEX hall_ticket_one_per_counter ON hall_ticket (location, day, counter) WHERE state = 'called';
    CREATE TABLE hall_command (
      command_id TEXT PRIMARY KEY,
      request TEXT NOT NULL,
      answer TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
  `,
};
