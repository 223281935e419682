import { z } from 'zod';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import type { PaperProfile } from '../protocol/escpos-encode.ts';

/** What a family of ESC/POS printers can do. */
export interface PrinterProfile extends PaperProfile {
  readonly name: PrinterSettings['profile'];
  /** GS ( H: the printer says when the paper is really out. */
  readonly processId: boolean;
  /** Custom's DLE EOT 20 instead of DLE EOT 2, 3 and 4. */
  readonly fullStatus: boolean;
  /** DLE DC4 8: can forget a job it has not finished. */
  readonly clearsBuffers: boolean;
  /** DLE ENQ 2: tries the knife again after a jam. */
  readonly recovers: boolean;
  /** Answers GS I 67 with its name; without that name it is not the printer we expect. */
  readonly identifies: boolean;
  /** Can be in the maker's own language by a switch: ask so when it gives no answer. */
  readonly starMode: boolean;
  /** Has a plug for a cash drawer. */
  readonly drawer: boolean;
  readonly cut: Uint8Array;
}

/**
 * What the municipality's IT may set for an ESC/POS printer. A setting that is left out follows the profile. Read in
 * Epson's and Custom's documents: their profiles. Not read for the printer in front of us, and so to be checked with a
 * test print: `columns` of Custom and Star, `codePageNumber` of clones (they renumber), and whether a Star, Custom or clone
 * knows `processId`, `clearsBuffers`, `recovers`, `qr` and `images`; there the profile takes what does no harm, and a paper
 * is at best `probable`. A TM-T88III or older has no process ids: set `processId` to false.
 */
export const PrinterSettings = z.strictObject({
  profile: z.enum(['epson-tm-t88', 'custom-kiosk', 'star-escpos', 'plain']).default('epson-tm-t88'),
  /** Letters on a line: 42 for 80 mm paper on a TM-T88, 48 on many others, 32 for 58 mm. */
  columns: z.int().min(24).max(64).optional(),
  /** Dots on a line; letters are 12 dots wide. */
  dots: z.int().min(200).max(832).optional(),
  codePage: z.enum(['windows1252', 'cp858', 'cp437']).optional(),
  /** The n of ESC t n, when the printer numbers its pages differently. */
  codePageNumber: z.int().min(0).max(255).optional(),
  /** Part of the model name the printer must answer, to catch two printers swapped. */
  model: z.string().max(40).optional(),
  processId: z.boolean().optional(),
  clearsBuffers: z.boolean().optional(),
  recovers: z.boolean().optional(),
  qr: z.boolean().optional(),
  images: z.boolean().optional(),
  /** The pin of the drawer's plug that gets the pulse. */
  drawerPin: z.literal([2, 5]).default(2),
  /** Custom kiosk: steps the ticket is handed out; the length of a step differs per model. */
  presentSteps: z.int().min(1).max(255).default(8),
  /** Custom kiosk: a ticket that hangs in the mouth so many seconds is told. */
  notTakenAfterSeconds: z.int().min(1).max(600).default(15),
  /**
   * Custom kiosk: a ticket nobody took is taken back after so many seconds; 0 leaves it, for retracting must have been
   * switched on in the printer.
   */
  retractAfterSeconds: z.int().min(0).max(600).default(0),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

/** As Epson numbers them. */
const PAGE_NUMBERS = { windows1252: 16, cp858: 19, cp437: 0 } as const;

type Family = Omit<PrinterProfile, 'name' | 'codePageNumber' | 'dots'>;

const CAUTIOUS: Family = {
  columns: 42,
  codePage: 'windows1252',
  processId: false,
  afterInitialize: new Uint8Array(),
  fullStatus: false,
  clearsBuffers: false,
  recovers: false,
  identifies: false,
  starMode: false,
  drawer: true,
  qr: false,
  images: true,
  feedBeforeCut: 5,
  cut: escpos.feedAndCut('partial'),
};

function familyOf(settings: PrinterSettings): Family {
  switch (settings.profile) {
    case 'epson-tm-t88':
      return {
        ...CAUTIOUS,
        processId: true,
        // All of it; never together with Custom's automatic full status, whose first byte looks the same.
        afterInitialize: escpos.automaticStatus(0x4f),
        clearsBuffers: true,
        recovers: true,
        identifies: true,
        qr: true,
        feedBeforeCut: 1,
      };
    case 'custom-kiosk':
      return {
        ...CAUTIOUS,
        fullStatus: true,
        drawer: false,
        feedBeforeCut: 6,
        cut: Uint8Array.of(...escpos.kioskCut(), ...escpos.present(settings.presentSteps)),
      };
    case 'star-escpos':
      return { ...CAUTIOUS, starMode: true };
    case 'plain':
      // The narrowest paper, the page 0 that all have (without a euro), and nothing that a clone would print as letters.
      return { ...CAUTIOUS, columns: 32, codePage: 'cp437', images: false };
    default:
      return assertNever(settings.profile);
  }
}

/** The profile that goes with the settings. */
export function printerProfile(settings: PrinterSettings): PrinterProfile {
  const family = familyOf(settings);
  const columns = settings.columns ?? family.columns;
  const codePage = settings.codePage ?? family.codePage;
  return {
    ...family,
    name: settings.profile,
    columns,
    dots: settings.dots ?? columns * 12,
    codePage,
    codePageNumber: settings.codePageNumber ?? PAGE_NUMBERS[codePage],
    processId: settings.processId ?? family.processId,
    clearsBuffers: settings.clearsBuffers ?? family.clearsBuffers,
    recovers: settings.recovers ?? family.recovers,
    qr: settings.qr ?? family.qr,
    images: settings.images ?? family.images,
  };
}
