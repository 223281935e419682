/** What a step of sending makes at the central side. The window has one word per code, in each language. */
export const SYNC_STEPS = [
  'zaak',
  'rol',
  'status',
  'eigenschap',
  'document',
  'bestandsdelen',
  'koppeling',
  'resultaat',
  'actor',
  'klantcontact',
  'actorklantcontact',
  'partij',
  'betrokkene',
  /** A complaint, report or idea, and who gave it. */
  'signaal',
  /** To a colleague. */
  'overdracht',
  /** On which the colleague calls back. */
  'telefoon',
  'bericht',
  /** Of an earlier version. */
  'other',
] as const;
export type SyncStepCode = (typeof SYNC_STEPS)[number];
