import type { Migration } from '../store.ts';

/**
 * Of an event of long ago who did it, the appointment and what a clerk wrote are forgotten; all of that at once, and
 * nothing else can be changed. `forgotten_to`: the last day of the location of which that was done.
 */
export const hallPersonalData: Migration = {
  version: 362,
  name: 'hall-personal-data',
  sql: `
    ALTER TABLE hall_location ADD COLUMN forgotten_to TEXT NOT NULL DEFAULT '';
    DROP TRIGGER hall_event_is_append_only_update;
    CREATE TRIGGER hall_event_is_append_only_update BEFORE UPDATE ON hall_event
      WHEN NEW.staff_id IS NOT NULL OR NEW.appointment IS NOT NULL
        OR NEW.wish IS NOT json_replace(OLD.wish, '$.note', '', '$.heldBy', NULL, '$.colleague', NULL)
        OR (NEW.seq, NEW.event_id, NEW.command_id, NEW.location, NEW.day, NEW.kind, NEW.ticket_id, NEW.counter, NEW.group_letter,
          NEW.ordinal, NEW.origin, NEW.appointment_at, NEW.reason, NEW.undoes, NEW.at)
        IS NOT (OLD.seq, OLD.event_id, OLD.command_id, OLD.location, OLD.day, OLD.kind, OLD.ticket_id, OLD.counter, OLD.group_letter,
          OLD.ordinal, OLD.origin, OLD.appointment_at, OLD.reason, OLD.undoes, OLD.at)
      BEGIN SELECT RAISE(ABORT, 'hall_event is append-only'); END;
  `,
};
