import { Hono } from 'hono';
import { dutchDay } from '../dates.ts';
import type { TestPerson } from '../test-persons.ts';

/** Minutes around the time at which the day was first asked for: some are late, most are still to come. */
const OFFSETS = [-20, -5, 5, 10, 20, 30, 45, 60, 90, 120, 150, 180];
const SUBJECTS = ['Paspoort aanvragen', 'Rijbewijs verlengen', 'Uittreksel', 'Verhuizing'];
const STEP_MS = 5 * 60_000;
const FIRST_CODE = 240_001;

/**
 * A practice agenda, as JSON: one appointment for each test person who is alive, around the time at which somebody first
 * looks. With an ETag, and for whoever has the token.
 */
export function agendaApp(persons: readonly TestPerson[], token: string, clock: { now(): Date }): Hono {
  const alive = persons.filter(({ note }) => note !== 'overleden');
  let base: Date | null = null;

  function appointments(): object[] {
    const now = clock.now();
    if (base === null || dutchDay(base) !== dutchDay(now))
      base = new Date(Math.floor(now.getTime() / STEP_MS) * STEP_MS);
    const from = base.getTime();
    return OFFSETS.flatMap((minutes, index) => {
      const start = new Date(from + minutes * 60_000);
      const person = alive[index];
      if (!person || dutchDay(start) !== dutchDay(now)) return [];
      return [
        {
          reference: `oefen-${start.toISOString()}-${index + 1}`,
          code: String(FIRST_CODE + index),
          start: start.toISOString(),
          minutes: 15,
          group: SUBJECTS[index % SUBJECTS.length],
          name: person.name,
          bsn: person.bsn,
        },
      ];
    });
  }

  return new Hono().get('/afspraken.json', (c) => {
    if (c.req.header('authorization') !== `Bearer ${token}`) return c.json({ title: 'Geen toegang' }, 401);
    const list = appointments();
    const etag = `"${base?.getTime() ?? 0}-${list.length}"`;
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    c.header('ETag', etag);
    return c.json(list);
  });
}
