import { z } from 'zod';
import { PHONE } from '../domain/phone.ts';
import { call, Id, Nothing } from './call.ts';

/** As Klantinteracties takes it; spaces and hyphens are left out. */
export const Phone = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(PHONE));

/** Whom work can be handed over to, as the municipality configures it. */
export const HandOverTarget = z.strictObject({
  targetId: Id,
  kind: z.enum(['afdeling', 'groep', 'medewerker']),
  name: z.string(),
  /** Working days within which the visitor hears something. */
  workingDays: z.int(),
  /** What this target wants to know. */
  questions: z.array(z.string()),
});
export type HandOverTarget = z.infer<typeof HandOverTarget>;

/** What a clerk hands over at "klaar". */
export const HandOver = z.strictObject({
  targetId: Id,
  /** The visitor wants to be called back, on this number. */
  phone: Phone.nullable(),
  /** An answer per question of the target, in its order; empty where the visitor did not know. */
  answers: z.array(z.string().trim().max(300)).max(5),
});
export type HandOver = z.infer<typeof HandOver>;

/** What a visitor lets the municipality know beside what he came for: registered as a contact of its own. */
export const Signal = z.strictObject({
  kind: z.enum(['klacht', 'melding', 'idee']),
  text: z.string().trim().min(1).max(1000),
});
export type Signal = z.infer<typeof Signal>;

export const handOverCalls = {
  'visits.handOverTargets': call('visits.handOverTargets', {
    audience: ['counter'],
    access: 'clerk',
    input: Nothing,
    output: z.array(HandOverTarget),
  }),
};
