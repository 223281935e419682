import { z } from 'zod';
import { Day, Instant } from './call.ts';

export const PersonWarning = z.strictObject({
  code: z.enum([
    'geheimhouding',
    'overleden',
    'emigratie',
    'ministerieelBesluit',
    'rni',
    'fout',
    'opgeschort',
    'inOnderzoek',
    'verblijftNietOpAdres',
    'curatele',
    'minderjarig',
  ]),
  /** stop: no product without a teamlead's look; warn: must be seen; info: good to know. */
  severity: z.enum(['stop', 'warn', 'info']),
});
export type PersonWarning = z.infer<typeof PersonWarning>;

/** Gezag over a minor, in the kinds of the BRP API (Personen 2.7); `holders` are the names of who has it. */
export const GezagView = z.strictObject({
  kind: z.enum([
    'GezamenlijkOuderlijkGezag',
    'EenhoofdigOuderlijkGezag',
    'GezamenlijkGezag',
    'Voogdij',
    'TijdelijkGeenGezag',
    'GezagNietTeBepalen',
  ]),
  holders: z.array(z.string()),
  /** The BRP doubts it: who has gezag must be found out. */
  inOnderzoek: z.boolean(),
});
export type GezagView = z.infer<typeof GezagView>;

export const PersonView = z.strictObject({
  source: z.enum(['brp', 'document']),
  /**
   * notVerified: the BRP was away, and is asked again by itself; or the document gives nothing to ask by, such as half a
   * date of birth. notFound: the BRP does not know this person.
   */
  verification: z.enum(['verified', 'notVerified', 'notFound']),
  verifiedAt: Instant.nullable(),
  fullName: z.string(),
  shortName: z.string(),
  birthDateText: z.string(),
  age: z.int().nullable(),
  sex: z.string().nullable(),
  address: z.array(z.string()),
  /** Never whole; `visits.revealBsn` shows it and is logged. */
  bsnMasked: z.string().nullable(),
  nationality: z.string().nullable(),
  /**
   * For what only Dutch nationals can get. unknown: stateless, nationality unknown or in onderzoek, or a person whom the
   * BRP did not confirm.
   */
  dutch: z.enum(['yes', 'no', 'unknown']),
  /** Of a minor, as far as the BRP said it when a product asked (`asksBrp`). */
  gezag: GezagView.nullable(),
  /**
   * none: no product asks it of this person, or there is no number to ask by. open: not asked yet, such as after a
   * restart. failed: the BRP was away; the clerk may ask again.
   */
  gezagQuestion: z.enum(['none', 'open', 'running', 'failed', 'answered']),
  warnings: z.array(PersonWarning),
});
export type PersonView = z.infer<typeof PersonView>;

export const DocumentView = z.strictObject({
  kind: z.enum(['passport', 'identityCard', 'drivingLicence', 'other']),
  number: z.string(),
  issuer: z.string(),
  expiryDate: Day.nullable(),
  expired: z.boolean(),
  /** In what the document differs from the BRP. */
  differences: z.array(z.enum(['surname', 'givenNames', 'birthDate', 'sex'])),
  readAt: Instant,
});
export type DocumentView = z.infer<typeof DocumentView>;
