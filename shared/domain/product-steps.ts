import { z } from 'zod';

const Name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/);

/** One line that the clerk ticks. */
export const ChecklistItem = z.strictObject({
  id: Name,
  text: z.string().min(1).max(300),
  required: z.boolean().default(true),
});

/** The kinds of answer a form asks for; all are stored as text, a checkbox as `true` or `false`, a date as YYYY-MM-DD. */
export const FieldType = z.enum([
  'text',
  'textarea',
  'date',
  'select',
  'number',
  'checkbox',
  'postcode',
  'phone',
  'email',
]);
export type FieldType = z.infer<typeof FieldType>;

/** One question of a form step. */
export const FormField = z.strictObject({
  id: Name,
  label: z.string().min(1).max(100),
  type: FieldType,
  required: z.boolean().default(false),
  maxLength: z.int().min(1).max(1000).default(200),
  options: z
    .array(z.strictObject({ value: Name, label: z.string().min(1).max(100) }))
    .min(2)
    .optional(),
  /** What fills the field before the clerk types, such as `person.address` or `document.number`. */
  prefill: z
    .enum([
      'person.address',
      'person.fullName',
      'person.birthDate',
      'person.nationality',
      'document.number',
      'today',
    ])
    .optional(),
  help: z.string().min(1).max(300).optional(),
  /** Of a date: how many days from today it may lie, and why, as the clerk is told when it does not. */
  days: z
    .strictObject({
      from: z.int().min(-40_000).max(0),
      until: z.int().min(0).max(40_000),
      why: z.string().min(1).max(300),
      /** A date before this day is allowed, and then this is said. */
      late: z.strictObject({ before: z.int().max(0), note: z.string().min(1).max(300) }).optional(),
    })
    .optional(),
});
export type FormField = z.infer<typeof FormField>;

/** What the application writes itself; each has a template in electron/core/documents. */
export const DocumentTemplate = z.enum([
  'brp-uittreksel',
  'akte',
  'verhuisbericht',
  'legalisatie-verklaring',
  'gewaarmerkt-afschrift',
  'verklaring-vermissing',
]);
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

const informatieobjecttype = z.string().min(1).max(80);

/**
 * One step of a product, in the order of the counter. `informatieobjecttype` is the omschrijving, in the catalogue of
 * zaaktypen, under which what the step makes goes into the zaak.
 */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('checklist'), items: z.array(ChecklistItem).min(1).max(20) }),
  z.strictObject({ kind: z.literal('form'), fields: z.array(FormField).min(1).max(20) }),
  /** Who has gezag agrees; only for a person younger than `untilAge`. */
  z.strictObject({
    kind: z.literal('consent'),
    untilAge: z.int().min(1).max(18),
    text: z.string().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('photo'),
    advice: z.string().min(1).max(500),
    informatieobjecttype: informatieobjecttype.default('Pasfoto'),
  }),
  /** `what` ends the sentences "De bezoeker tekent voor ..." and, on the pad, "U tekent voor ...": without a capital and without a full stop. */
  z.strictObject({
    kind: z.literal('signature'),
    what: z.string().min(1).max(300),
    informatieobjecttype: informatieobjecttype.default('Handtekening'),
  }),
  z.strictObject({
    kind: z.literal('document'),
    template: DocumentTemplate,
    title: z.string().min(1).max(100),
    informatieobjecttype,
  }),
  /** The leges are received with the visit as a whole; this marks that there are any. */
  z.strictObject({ kind: z.literal('payment') }),
  z.strictObject({ kind: z.literal('note') }),
]);
export type Step = z.infer<typeof Step>;
export type StepKind = Step['kind'];
/** The step of one kind: `StepOf<'form'>`. */
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;
