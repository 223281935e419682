import { z } from 'zod';
import { PhotoAdviceCode } from './photo-advice.ts';

const attachmentId = z.string().min(1).max(64);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a signature is bound to. */
export const Signed = z.strictObject({
  /** SHA-256 of the canonical text of what was shown and answered (core/transactions/signed.ts). */
  textSha256: sha256,
  /** SHA-256 of the PDF that lay before the visitor; null when there was none yet. */
  documentSha256: sha256.nullable(),
  at: z.iso.datetime(),
  /** The clerk before whom it was put. */
  staffId: z.string().min(1).max(64),
  /** window: drawn on the screen, or on paper and scanned. */
  how: z.enum(['pad', 'window']),
  padSerial: z.string().max(100).nullable(),
  /** False when the pad lost parts of the ink. */
  complete: z.boolean(),
});
export type Signed = z.infer<typeof Signed>;

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
  /** `advice` is what the photo was kept against; left out when nobody looked. */
  z.strictObject({
    kind: z.literal('photo'),
    attachmentId,
    advice: z.array(PhotoAdviceCode).max(PhotoAdviceCode.options.length).optional(),
  }),
  z.strictObject({
    kind: z.literal('signature'),
    attachmentId,
    signed: Signed.optional(),
    /** The answers are no longer those that were signed for. */
    outdated: z.literal(true).optional(),
  }),
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
