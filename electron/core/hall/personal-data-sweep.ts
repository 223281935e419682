import { addDays, amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Sweep } from '../retention/index.ts';
import type { Store } from '../store/store.ts';

const ROWS = 200;

/** The same wish without what was written and who is named; see migrations/0362-hall-personal-data.ts. */
const BLANK = `json_replace(wish, '$.note', '', '$.heldBy', NULL, '$.colleague', NULL)`;

/**
 * Forgets of the tickets of more than `days` days ago who did what, the reference of the appointment, notes and names. What
 * the figures need stays, and the tickets still follow from their events. What a shared hall could not take of that time goes
 * whole: the audit log says what it was.
 */
export function createPersonalDataSweep({ db }: Store, days: number): Sweep {
  const next = db.prepare<{ before: string }, { location: string; day: string }>(
    `SELECT location, (SELECT min(day) FROM hall_event AS e
       WHERE e.location = l.location AND e.day > l.forgotten_to AND e.day < @before) AS day
     FROM hall_location AS l WHERE day IS NOT NULL LIMIT 1`,
  );
  const events = db.prepare<{ location: string; day: string }>(
    `UPDATE hall_event SET staff_id = NULL, appointment = NULL, wish = ${BLANK} WHERE seq IN (
       SELECT seq FROM hall_event WHERE location = @location AND day = @day
       AND (staff_id IS NOT NULL OR appointment IS NOT NULL OR wish IS NOT ${BLANK}) LIMIT ${ROWS})`,
  );
  const tickets = db.prepare<{ location: string; day: string }>(
    `UPDATE hall_ticket SET appointment = NULL, wish = ${BLANK} WHERE location = @location AND day = @day`,
  );
  const done = db.prepare<{ location: string; day: string }>(
    'UPDATE hall_location SET forgotten_to = @day WHERE location = @location',
  );
  const setAside = db.prepare<{ before: string }>(
    `DELETE FROM hall_pending WHERE seq IN (
       SELECT seq FROM hall_pending WHERE problem IS NOT NULL AND event ->> '$.day' < @before LIMIT ${ROWS})`,
  );
  return {
    name: 'hallPersonalData',
    removeBatch(now) {
      const before = addDays(amsterdamDay(now), -days);
      for (let at = next.get({ before }); at; at = next.get({ before })) {
        const { changes } = events.run(at);
        if (changes < ROWS) {
          tickets.run(at);
          done.run(at);
        }
        if (changes > 0) return changes;
      }
      return setAside.run({ before }).changes;
    },
  };
}
