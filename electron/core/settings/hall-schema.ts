import { z } from 'zod';
import { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import { GroupLetter } from '../../../shared/contract/hall.ts';
import { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import { WEEKDAYS } from '../../../shared/domain/opening-hours.ts';

import { isLoopbackAddress, SecretName } from './schema-parts.ts';

const Letter = GroupLetter.describe('één hoofdletter');
/** Lower case without spaces, so that a typing mistake in one of two places is seen. */
const Skill = z
  .string()
  .regex(/^[a-z0-9-]{1,30}$/)
  .describe('1 tot en met 30 kleine letters, cijfers of streepjes');

const CLOCK_WORDS = 'een tijd als 09:00; sluiten na openen, 24:00 is het einde van de dag';
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, CLOCK_WORDS);
const OpenSpan = z
  .strictObject({ from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, CLOCK_WORDS)
  .describe(CLOCK_WORDS);

const BringLine = z.string().min(1).max(80);

const Group = z.strictObject({
  letter: Letter,
  name: z.string().min(1).max(30),
  /** The wait that the municipality finds acceptable for who comes without an appointment. */
  normMinutes: z.int().min(1).max(240),
  /** The same after the time of an appointment; without it the norm above holds for everybody. */
  appointmentNormMinutes: z.int().min(1).max(240).optional(),
  /** Nobody in the hall sees who comes for this: it is not named on displays and tickets. Its letter should say nothing either. */
  sensitive: z.boolean().default(false),
  /** Button of the ticket dispenser that gives a number of this group. */
  button: z.int().min(1).max(64).optional(),
  /** The name on the kiosk in other languages. */
  names: z.partialRecord(KioskLanguage, z.string().min(1).max(40)).default({}),
  /** What the visitor brings to the counter: lines on the kiosk, before the number, and on the ticket. */
  bring: z.array(BringLine).max(6).default([]),
  /** The same on the kiosk in other languages. */
  bringIn: z.partialRecord(KioskLanguage, z.array(BringLine).max(6)).default({}),
  /** Whether the kiosk asks with how many a visitor is. */
  askPersons: z.boolean().default(false),
  /** Whether the kiosk asks for which other groups he comes. */
  askAlso: z.boolean().default(false),
  /** When kiosk and dispenser give numbers of this group; left out: always. A clerk may always give one. */
  openingHours: z.partialRecord(z.enum(WEEKDAYS), z.array(OpenSpan).max(4)).optional(),
  /** How many numbers kiosk and dispensers give a day at this location; left out: as many as are asked. A clerk may give more. */
  dailyMaximum: z.int().min(1).max(9999).optional(),
  /** What a counter must have to call this group: devices that work now, and skills of its work profile. */
  needs: z
    .strictObject({
      devices: z.array(DeviceRole).max(8).default([]),
      skills: z.array(Skill).max(10).default([]),
    })
    .prefault({}),
});

/** A work profile as IT writes it; what it means is in shared/domain/calling-facts.ts. */
const Profile = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,30}$/)
    .describe('1 tot en met 30 kleine letters, cijfers of streepjes'),
  name: z.string().min(1).max(40),
  by: z
    .enum(['norm', 'order', 'ratio'])
    .describe(
      'norm (wie te lang wacht eerst), order (de groepen op volgorde) of ratio (om en om, naar weight)',
    ),
  groups: z
    .array(z.strictObject({ letter: Letter, weight: z.int().min(1).max(20).default(1) }))
    .min(1)
    .max(26),
  finallyCallByMinutes: z.int().min(1).max(480).nullable().default(null),
  skills: z.array(Skill).max(20).default([]),
});

const Postgresql = z
  .strictObject({
    kind: z.literal('postgresql'),
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(5432),
    database: z.string().min(1).max(63),
    user: z.string().min(1).max(63).default('waarmee_hall'),
    secretName: SecretName,
    /** PEM of the authority that signed the server's certificate; it has to be for `host`. */
    caFile: z.string().min(1).optional(),
  })
  .refine(({ host, caFile }) => caFile !== undefined || host === 'localhost' || isLoopbackAddress(host), {
    path: ['caFile'],
    error:
      'het PEM-bestand van wie het certificaat van de database ondertekende (alleen op deze pc zelf kan het zonder)',
  });
export type PostgresqlConfig = z.infer<typeof Postgresql>;

/** What the hall lives in: the file of this one workstation, or a database that all counters share. */
const Engine = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('sqlite') }), Postgresql]);

/** The waiting hall; the same on every workstation of a location. */
export const HallConfig = z.strictObject({
  engine: Engine.default({ kind: 'sqlite' }),
  groups: z.array(Group).min(1).max(26),
  /** Without any, every counter calls every group. */
  profiles: z.array(Profile).max(50).default([]),
  /** When an appointment counts as one, in minutes around its time; see AppointmentRule in the domain. */
  appointments: z
    .strictObject({
      leadMinutes: z.int().min(0).max(60).default(2),
      earlyMinutes: z.int().min(0).max(240).default(30),
      lateMinutes: z.int().min(0).max(240).default(15),
    })
    .prefault({}),
  /** What becomes of who does not come when he is called. */
  noShow: z
    .strictObject({
      /** So often he is called again before a clerk can say that he is not there, counted over his visit. */
      recallsBefore: z.int().min(0).max(5).default(0),
      /** Who turns up after all has no turn within so many minutes; a clerk can call him by hand. */
      lockOutMinutes: z.int().min(0).max(120).default(0),
      /** Where he waits then: at his first place, before everybody, or behind everybody. */
      returnTo: z.enum(['kept', 'front', 'end']).default('kept'),
    })
    .prefault({}),
  /** Who may call a visitor before his turn. */
  chooseRight: z.enum(['clerk', 'teamlead']).default('clerk'),
  /** At this time each day, and when a workstation starts after it, who still waits or is held is closed; left out: after midnight. */
  closingTime: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'een tijd als 18:00')
    .optional(),
  undoSeconds: z.int().min(3).max(60).default(10),
});
export type HallConfig = z.infer<typeof HallConfig>;
