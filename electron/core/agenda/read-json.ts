import { z } from 'zod';
import {
  type AgendaReading,
  collectReading,
  type GroupOfSubject,
} from '../../../shared/domain/appointment.ts';
import { isBsn } from '../../../shared/domain/bsn.ts';

/** One appointment in a JSON agenda; keys that are not named here are left alone. */
const Item = z.object({
  reference: z.string().min(1).max(64),
  /** What the visitor got to check in with; left out, the reference. */
  code: z.string().min(1).max(64).optional(),
  /** ISO 8601 with offset. */
  start: z.iso.datetime({ offset: true }),
  minutes: z.int().min(1).max(480).default(15),
  /** Letter of the group, or the subject as the agenda calls it. */
  group: z.string().min(1).max(80),
  name: z.string().max(80).nullish(),
  persons: z.int().min(1).max(20).default(1),
  bsn: z.string().nullish(),
  cancelled: z.boolean().default(false),
});

/** Reads an agenda as a JSON list of appointments. Throws when it is no list at all. */
export function readJsonAgenda(text: string, groupOf: GroupOfSubject): AgendaReading {
  const list = z.array(z.unknown()).parse(JSON.parse(text));
  return collectReading(list, (raw) => {
    const item = Item.safeParse(raw);
    if (!item.success) return { problem: `${item.error.issues[0]?.path.join('.') || 'regel'} klopt niet` };
    const { reference, code = reference, start, minutes, name, persons, bsn, cancelled } = item.data;
    if (cancelled) return null;
    const group = groupOf(item.data.group);
    if (group === undefined) return { problem: 'onderwerp hoort bij geen groep' };
    if (bsn != null && !isBsn(bsn)) return { problem: 'bsn voldoet niet aan de 11-proef' };
    return {
      reference,
      code,
      start: new Date(start).toISOString(),
      minutes,
      group,
      name: name?.trim() || null,
      persons,
      bsn: bsn ?? null,
    };
  });
}
