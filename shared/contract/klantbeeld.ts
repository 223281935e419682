import { z } from 'zod';
import { call, Day, Id, Instant } from './call.ts';

/** A list of one source: as it is now, or as it was when the source last answered. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    /** When the source told it. */
    at: Instant,
    /** False: the source does not answer now, and this is what it told then. */
    live: z.boolean(),
    /** The source has more than is listed. */
    more: z.boolean(),
    items: z.array(item),
  });

export const KlantbeeldZaak = z.strictObject({
  zaakIdentificatie: z.string(),
  omschrijving: z.string(),
  startedOn: Day,
  /** Null while it is open. */
  endedOn: Day.nullable(),
  /** Omschrijving of the statustype; null when it has none, or it was not told. */
  status: z.string().nullable(),
  /** Last day on which it must be done; null when the zaak has no term. */
  dueOn: Day.nullable(),
});
export type KlantbeeldZaak = z.infer<typeof KlantbeeldZaak>;

export const KlantbeeldContact = z.strictObject({
  /** Such as balie, telefoon, e-mail, webformulier, post, chat: as the municipality names them. */
  kanaal: z.string(),
  onderwerp: z.string(),
  at: Instant.nullable(),
});
export type KlantbeeldContact = z.infer<typeof KlantbeeldContact>;

/** An internetaak that a contact led to and that is not done yet. */
export const KlantbeeldTaak = z.strictObject({
  handeling: z.string(),
  toelichting: z.string(),
  /** Department, group or colleague; null when it was not told. */
  assignedTo: z.string().nullable(),
  since: Instant.nullable(),
});
export type KlantbeeldTaak = z.infer<typeof KlantbeeldTaak>;

export const KlantbeeldZaken = listOf(KlantbeeldZaak);
export type KlantbeeldZaken = z.infer<typeof KlantbeeldZaken>;
export const KlantbeeldContacten = listOf(KlantbeeldContact);
export type KlantbeeldContacten = z.infer<typeof KlantbeeldContacten>;
export const KlantbeeldTaken = listOf(KlantbeeldTaak);
export type KlantbeeldTaken = z.infer<typeof KlantbeeldTaken>;

const ofVisit = z.strictObject({ visitId: Id });

/** What the municipality knows of the person of a visit, by source; `centralUnavailable` when a source told nothing yet. */
export const klantbeeldCalls = {
  'klantbeeld.zaken': call('klantbeeld.zaken', {
    audience: ['counter'],
    access: 'clerk',
    input: ofVisit,
    output: KlantbeeldZaken,
  }),
  'klantbeeld.contacten': call('klantbeeld.contacten', {
    audience: ['counter'],
    access: 'clerk',
    input: ofVisit,
    output: KlantbeeldContacten,
  }),
  'klantbeeld.taken': call('klantbeeld.taken', {
    audience: ['counter'],
    access: 'clerk',
    input: ofVisit,
    output: KlantbeeldTaken,
  }),
};
