import { z } from 'zod';
import { CommandId, call, Instant, Nothing } from './call.ts';
import { ExpectedWait, GroupLetter, Persons } from './hall.ts';

/** The languages of the kiosk; a name that the configuration does not give in one of them is shown in Dutch. */
export const KioskLanguage = z.enum(['nl', 'en', 'de', 'tr', 'ar', 'uk', 'pl']);
export type KioskLanguage = z.infer<typeof KioskLanguage>;

export const KioskGroup = z.strictObject({
  letter: GroupLetter,
  /** By language; `nl` is always there. */
  names: z.partialRecord(KioskLanguage, z.string()),
  /** What the visitor brings to the counter, by language; `nl` is always there. */
  bring: z.partialRecord(KioskLanguage, z.array(z.string())),
  /** Whether he is asked with how many he is. */
  askPersons: z.boolean(),
  /** Whether he is asked what else he comes for. */
  askAlso: z.boolean(),
  /** `closed`: outside its hours; `full`: the numbers of today are gone. */
  state: z.enum(['open', 'closed', 'full']),
  /** HH:MM, when it opens later today. */
  opensAt: z.string().nullable(),
  waiting: z.int(),
  /** Null: nobody can know. */
  expected: ExpectedWait.nullable(),
});
export type KioskGroup = z.infer<typeof KioskGroup>;

export const KioskState = z.strictObject({
  now: Instant,
  municipality: z.string(),
  location: z.string(),
  languages: z.array(KioskLanguage).min(1),
  groups: z.array(KioskGroup),
  /** Whether visitors can check in for an appointment. */
  appointments: z.boolean(),
  /** False: no paper can come out now; the number is then only on the screen. */
  paper: z.boolean(),
});
export type KioskState = z.infer<typeof KioskState>;

export const KioskTicket = z.strictObject({
  number: z.string(),
  letter: GroupLetter,
  /** Null: they don't say when he is called; he comes at the time of his appointment. */
  waitingBefore: z.int().nullable(),
  expected: ExpectedWait.nullable(),
  /** What the visitor brings to the counter, in Dutch. */
  bring: z.array(z.string()),
  /** The page that shows the visitor his place on his phone; null: there is none. */
  page: z.url().nullable(),
  printed: z.boolean(),
  /** The visitor takes the paper with this number from a pre-printed roll. */
  fromRoll: z.boolean(),
});
export type KioskTicket = z.infer<typeof KioskTicket>;

const WallTime = z.string().regex(/^\d{2}:\d{2}$/);
/** What became of a check-in; times on Dutch clocks. Nothing in it says who somebody is. */
export const KioskCheckIn = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('checkedIn'), at: WallTime, ticket: KioskTicket }),
  /** Too early: from when it can be done. */
  z.strictObject({ outcome: z.literal('early'), at: WallTime, from: WallTime }),
  /** Too late, or called before: somebody has to look. */
  z.strictObject({ outcome: z.literal('late'), at: WallTime }),
  z.strictObject({ outcome: z.literal('unknown') }),
]);
export type KioskCheckIn = z.infer<typeof KioskCheckIn>;

export const kioskCalls = {
  'kiosk.state': call('kiosk.state', {
    audience: ['kiosk'],
    access: 'anyone',
    input: Nothing,
    output: KioskState,
  }),
  /** Takes a number for one visitor; the page mints one commandId per visitor, so a held or repeated press gives one. */
  'kiosk.take': call('kiosk.take', {
    audience: ['kiosk'],
    access: 'anyone',
    input: z.strictObject({
      commandId: CommandId,
      group: GroupLetter,
      persons: Persons.default(1),
      also: z.array(GroupLetter).max(8).default([]),
      language: KioskLanguage,
    }),
    output: KioskTicket,
  }),
  /** The visitor of an appointment typed his number or scanned his code; repeating it gives the same ticket. */
  'kiosk.checkIn': call('kiosk.checkIn', {
    audience: ['kiosk'],
    access: 'anyone',
    input: z.strictObject({
      commandId: CommandId,
      code: z.string().min(1).max(200),
      language: KioskLanguage,
    }),
    output: KioskCheckIn,
  }),
};
