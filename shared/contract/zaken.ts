import { z } from 'zod';
import { call, CommandId, Day, Done, Id, Instant } from './call.ts';

/** How one zaak stands, as the zaaksysteem tells it (ZGW Zaken API 1.5). Nothing about who it is for. */
export const ZaakStatus = z.strictObject({
  /** When the zaaksysteem told it. */
  at: Instant,
  /** False: the zaaksysteem does not answer now, and this is what it told then. */
  live: z.boolean(),
  /** A part could not be asked, and is null for that reason. */
  partial: z.boolean(),
  zaakIdentificatie: z.string(),
  /** Omschrijving of the zaaktype. */
  zaaktype: z.string().nullable(),
  omschrijving: z.string(),
  registeredOn: Day.nullable(),
  startedOn: Day,
  /** Null while it is open. */
  endedOn: Day.nullable(),
  /** The latest status: omschrijving of its statustype, statustoelichting ("" without), and since when. */
  status: z.strictObject({ name: z.string(), text: z.string(), since: Instant.nullable() }).nullable(),
  /** Day on which it is planned to be done (einddatumGepland). */
  plannedOn: Day.nullable(),
  /** Last day on which it must be done (uiterlijkeEinddatumAfdoening). */
  dueOn: Day.nullable(),
  /** Omschrijving of the resultaattype. */
  result: z.string().nullable(),
  /** The organisatorische eenheid that handles it. */
  department: z.string().nullable(),
});
export type ZaakStatus = z.infer<typeof ZaakStatus>;

const ofZaak = z.strictObject({ zaakIdentificatie: z.string().trim().min(1).max(40) });

export const zaakCalls = {
  /** One zaak by its number; `notFound`, and `centralUnavailable` when the zaaksysteem is away and never told it here. */
  'zaken.status': call('zaken.status', {
    audience: ['counter'],
    access: 'clerk',
    /** `visitId`: for whom it is looked up; null outside a visit. */
    input: ofZaak.extend({ visitId: Id.nullable() }),
    output: ZaakStatus,
  }),
  /** Prints what was last told of a zaak on the receipt printer; `notFound` when it was not looked up here. */
  'zaken.printStatus': call('zaken.printStatus', {
    audience: ['counter'],
    access: 'clerk',
    input: ofZaak.extend({ commandId: CommandId }),
    output: Done,
  }),
};
