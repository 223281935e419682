import { z } from 'zod';
import { CounterNumber } from '../../../shared/contract/call.ts';
import { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import { Direction, DisplayName, DisplayProfile } from '../../../shared/contract/display.ts';
import { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import { KeyboardReader } from '../../../shared/contract/session.ts';
import { isRsin } from '../../../shared/domain/bsn.ts';
import { HandOverTargets } from './hand-over-schema.ts';
import { AgendaConfig } from './agenda-schema.ts';
import { HallConfig } from './hall-schema.ts';
import { NotifyConfig } from './notify-schema.ts';
import { isLoopbackAddress, SecretName, Url } from './schema-parts.ts';

const PUBLIC_URL_WORDS = 'het webadres waarop een telefoon de schermserver bereikt, hooguit 120 tekens';
/** Nothing personal is there, so a hall with its own network may do without TLS. */
const PublicUrl = z
  .url({ protocol: /^https?$/, error: PUBLIC_URL_WORDS })
  .max(120)
  .refine((url) => !/[?#]/.test(url), PUBLIC_URL_WORDS)
  .describe(PUBLIC_URL_WORDS);
const RSIN_WORDS = 'een RSIN: negen cijfers die de 11-proef doorstaan';

const Zgw = z.strictObject({
  zakenUrl: Url,
  documentenUrl: Url,
  catalogiUrl: Url,
  clientId: z.string().min(1).max(50),
  secretName: SecretName,
});

/** Why the BRP is asked, as the gateway and the processing log name it. */
const Purpose = z.strictObject({
  doelbinding: z.string().min(1).max(242).optional(),
  verwerking: z.string().min(1).max(242).optional(),
});

const Central = z.strictObject({
  zgw: Zgw,
  klantinteracties: z.strictObject({
    url: Url,
    secretName: SecretName,
    /** Look a person up by burgerservicenummer, which then stands in an address: this API knows no other way. */
    findByBsn: z.boolean().default(true),
  }),
  brp: z.strictObject({
    url: Url,
    secretName: SecretName,
    headers: z.record(z.string().max(60), z.string().max(242)).default({}),
    /** What stands for `{doelbinding}` and `{verwerking}`; each has a default (see brp/purposes.ts). */
    purposes: z
      .strictObject({ identification: Purpose, verification: Purpose, check: Purpose, gezag: Purpose })
      .partial()
      .optional(),
  }),
  notify: NotifyConfig.optional(),
  /** PEM file of certificate authorities to trust beside those of this computer. */
  caFile: z.string().min(1).optional(),
  timeoutSeconds: z.int().min(1).max(120).default(10),
  /** How long a server can go on with a request that nobody waits for any more; what it would take twice waits so long. */
  lateCommitSeconds: z.int().min(1).max(600).default(60),
  parallelZaken: z.int().min(1).max(16).default(4),
  /** Zaak numbers of the zaaksysteem to keep in stock (zaaknummer_reserveren); 0: Waarmee numbers them itself. */
  reserveNumbers: z.int().min(0).max(100).default(0),
  /**
   * Open zaken of products for two visits that any counter started in the last so many days, kept here for a pick-up while the
   * zaaksysteem is away; 0: none (docs/decisions/0010).
   */
  keepOpenZakenDays: z.int().min(0).max(120).default(0),
  /** A document of more megabytes is sent in parts (bestandsdelen). */
  partsAboveMb: z.number().positive().max(1024).default(10),
});

/** The one configuration file of a workstation; the annotated example is resources/config.example.json. */
export const Config = z.strictObject({
  municipality: z.strictObject({
    name: z.string().min(1).max(60),
    rsin: z.string().refine(isRsin, RSIN_WORDS).describe(RSIN_WORDS),
    gemeentecode: z
      .string()
      .regex(/^\d{4}$/)
      .describe('vier cijfers, zoals 0262'),
    theme: z.string().min(1).optional(),
    logo: z.string().min(1).optional(),
  }),
  location: z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,20}$/)
      .describe('1 tot en met 20 kleine letters, cijfers of streepjes'),
    name: z.string().min(1).max(40),
  }),
  workstation: z.strictObject({
    id: z
      .string()
      .regex(/^[A-Z0-9]{1,6}$/)
      .describe('1 tot en met 6 hoofdletters of cijfers, uniek in de gemeente'),
    /** Unique in the municipality; the first digits of every referentienummer. */
    number: z.int().min(1).max(999),
    counter: CounterNumber,
    /** The work profile of this counter; without one it calls every group. */
    profile: z.string().optional(),
    /** Null switches it off. */
    keyboardReader: KeyboardReader.nullable().prefault({}),
  }),
  central: Central,
  devices: z.array(DeviceBinding).max(10).default([]),
  /** The drawer on the receipt printer: opens by the clerk's key alone, or also by itself at a cash payment. */
  cashDrawer: z
    .enum(['none', 'byHand', 'atCash'])
    .default('none')
    .describe('none, byHand (de toets opent haar) of atCash (ook een contante betaling opent haar)'),
  hall: HallConfig,
  display: z.strictObject({
    port: z.int().min(0).max(65_535),
    interface: z
      .string()
      .default('127.0.0.1')
      .describe('het adres waarop schermen binnenkomen, 127.0.0.1 voor alleen deze pc'),
    /** How many displays may come from one address, with twice as many connections: nobody can take every place. */
    perAddress: z.int().min(1).max(200).default(20),
    languages: z
      .array(z.enum(['nl', 'en']))
      .min(1)
      .default(['nl']),
    gong: z.boolean().default(true),
    speech: z.boolean().default(true),
    /** How single displays show the board; a display names its profile in its address, `/display?profile=NAME`. */
    profiles: z
      .record(DisplayName.describe('een naam van kleine letters, cijfers en streepjes'), DisplayProfile)
      .default({}),
    /** The page that shows a visitor his place on his phone, by the code on his ticket; left out: no such page, no code. */
    visitorPage: z
      .strictObject({
        url: PublicUrl,
        /** Where a counter is, seen from where visitors wait; by its number. */
        directions: z.record(z.string().regex(/^[1-9]\d?$/), Direction).default({}),
      })
      .optional(),
  }),
  /** The touch kiosk on which visitors take a number themselves; left out: none. */
  kiosk: z
    .strictObject({
      port: z.int().min(0).max(65_535),
      interface: z
        .string()
        .default('127.0.0.1')
        .describe('het adres waarop de aanmeldzuil binnenkomt, 127.0.0.1 voor alleen deze pc'),
      languages: z
        .array(KioskLanguage)
        .min(1)
        .default([...KioskLanguage.options]),
      /** The key in the address that the kiosk opens; needed when it comes from elsewhere than this PC. */
      secretName: SecretName.optional(),
    })
    .refine((kiosk) => kiosk.secretName !== undefined || isLoopbackAddress(kiosk.interface), {
      path: ['secretName'],
      error: 'nodig als de zuil niet op deze pc staat: de naam van het geheim dat in haar adres komt',
    })
    .optional(),
  /** Where the appointments come from; left out: nobody comes by appointment. */
  agenda: AgendaConfig.optional(),
  /** To whom the counter hands over what it can't do itself. */
  handOver: HandOverTargets,
  session: z
    .strictObject({ idleLockMinutes: z.int().min(1).max(240).default(10) })
    .default({ idleLockMinutes: 10 }),
  retention: z
    .strictObject({
      /** After the central systems confirmed everything of a visit. */
      days: z.int().min(1).max(365).default(30),
      /** Of the log of questions to the BRP: twenty years by law. */
      processingLogYears: z.int().min(1).max(50).default(20),
    })
    .default({ days: 30, processingLogYears: 20 }),
});
export type Config = z.infer<typeof Config>;
export type CentralConfig = Config['central'];
