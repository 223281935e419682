import { z } from 'zod';

const attachmentId = z.string().min(1).max(64);

/**
 * What is kept of one step while the visit runs, by the kind of the step. A draft may be incomplete, so this checks
 * shape and size only; `stepProblems` says what is still missing.
 */
export const StepData = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('checklist'), checked: z.array(z.string().max(40)).max(20) }),
  z.strictObject({
    kind: z.literal('form'),
    values: z
      .record(z.string().max(40), z.string().max(2000))
      .refine((values) => Object.keys(values).length <= 40, 'at most 40 fields'),
  }),
  z.strictObject({
    kind: z.literal('consent'),
    givenBy: z
      .array(z.strictObject({ name: z.string().max(200), how: z.enum(['present', 'written']) }))
      .max(4),
  }),
  z.strictObject({ kind: z.literal('photo'), attachmentId }),
  z.strictObject({ kind: z.literal('signature'), attachmentId }),
  /** Without an attachmentId the paper was made and is gone again, because what is named changed. */
  z.strictObject({
    kind: z.literal('document'),
    attachmentId: attachmentId.optional(),
    discarded: z.enum(['answers', 'signature', 'person']).optional(),
  }),
  z.strictObject({ kind: z.literal('payment') }),
  z.strictObject({ kind: z.literal('note'), text: z.string().max(1000) }),
]);
export type StepData = z.infer<typeof StepData>;
