import { z } from 'zod';

/** What a zaaktype can lack; `name` says which, where there are more. */
export const TYPE_PARTS = [
  'firstStatus',
  'waitingStatus',
  'endStatus',
  'roltype',
  'resultaattype',
  'eigenschap',
  'informatieobjecttype',
] as const;
export type TypePart = (typeof TYPE_PARTS)[number];

/** Why something that must be sent waits or is parked. The window has one text per code, in each language. */
export const SYNC_REASONS = [
  // A central system, named by `system`.
  'unreachable',
  'silent',
  'busy',
  'failing',
  'noSecret',
  'unauthorized',
  'notAllowed',
  'unreadable',
  'unknownPart',
  'refused',
  // What we see ourselves.
  'noFreeNumber',
  'gone',
  'otherInitiator',
  /** `zaaktype` lacks `part` (a TypePart), by its `name`; an earlier version kept `missing`, in Dutch. */
  'typeMissing',
  'zaaktypeNotValid',
  'zaakNotThere',
  'zaakClosed',
  'zaakOtherKind',
  'zaakOfOther',
  'zaakNumberTaken',
  'otherResult',
  'documentNumberTaken',
  'attachmentGone',
  'attachmentChanged',
  'documentLocked',
  'noTemplate',
  'addressGone',
  'messageTooOld',
  'otherMessage',
  // As it was kept by an earlier version: `data.text`, in Dutch.
  'text',
] as const;
export type SyncReasonCode = (typeof SYNC_REASONS)[number];

export const SyncReason = z.strictObject({
  code: z.enum(SYNC_REASONS),
  system: z.enum(['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp', 'notify']).optional(),
  /** What the text of the code fills in, such as `zaak`; never personal data. */
  data: z.record(z.string(), z.string()).default({}),
  /** Of a refusal: each field by its path in the request ("" when it is about no field), and what the server says of it. */
  fields: z.array(z.strictObject({ name: z.string(), why: z.string() })).default([]),
});
export type SyncReason = z.output<typeof SyncReason>;

/** The reason as it is kept. */
export function storedReason(reason: SyncReason): string {
  return JSON.stringify(reason);
}

/** What `storedReason` gave; a text of an earlier version comes back as it is. */
export function readReason(stored: string | null): SyncReason | null {
  if (stored === null) return null;
  const asText: SyncReason = { code: 'text', data: { text: stored }, fields: [] };
  if (!stored.startsWith('{')) return asText;
  try {
    return SyncReason.safeParse(JSON.parse(stored)).data ?? asText;
  } catch {
    return asText;
  }
}
