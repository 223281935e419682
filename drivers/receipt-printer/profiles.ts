import { z } from 'zod';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import type { PaperProfile } from '../protocol/escpos-encode.ts';

/** What a family of ESC/POS printers can do. */
export interface PrinterProfile extends PaperProfile {
  readonly name: 'epson-tm-t88' | 'custom-kiosk' | 'plain';
  /** GS ( H: the printer says when the paper is really out. */
  readonly processId: boolean;
  /** Custom's DLE EOT 20 instead of DLE EOT 2, 3 and 4. */
  readonly fullStatus: boolean;
  /** DLE DC4 8: can forget a job it has not finished. */
  readonly clearsBuffers: boolean;
  /** Answers GS I 67 with its name; without that name it is not the printer we expect. */
  readonly identifies: boolean;
  readonly cut: Uint8Array;
}

/** What the municipality's IT may set for an ESC/POS printer. */
export const PrinterSettings = z.strictObject({
  profile: z.enum(['epson-tm-t88', 'custom-kiosk', 'plain']).default('epson-tm-t88'),
  /** Letters on a line: 42 for 80 mm paper on a TM-T88, 48 on many others, 32 for 58 mm. */
  columns: z.int().min(24).max(64).optional(),
  codePage: z.enum(['windows1252', 'cp858', 'cp437']).default('windows1252'),
  /** The n of ESC t n, when the printer numbers its pages differently. */
  codePageNumber: z.int().min(0).max(255).optional(),
  /** Part of the model name the printer must answer, to catch two printers swapped. */
  model: z.string().max(40).optional(),
  drawerPin: z.literal([2, 5]).default(2),
  /** Custom kiosk: steps the ticket is handed out. */
  presentSteps: z.int().min(1).max(255).default(8),
  /** Custom kiosk: a ticket nobody took is taken back after so many seconds; 0 leaves it. */
  retractAfterSeconds: z.int().min(0).max(600).default(0),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

const PAGE_NUMBERS = { windows1252: 16, cp858: 19, cp437: 0 } as const;

/** The profile that goes with the settings. */
export function printerProfile(settings: PrinterSettings): PrinterProfile {
  const paper = {
    columns: settings.columns ?? 42,
    codePage: settings.codePage,
    codePageNumber: settings.codePageNumber ?? PAGE_NUMBERS[settings.codePage],
  };
  switch (settings.profile) {
    case 'epson-tm-t88':
      return {
        ...paper,
        name: 'epson-tm-t88',
        processId: true,
        // All of it; never together with Custom's automatic full status, whose first byte looks the same.
        afterInitialize: escpos.automaticStatus(0x4f),
        fullStatus: false,
        clearsBuffers: true,
        identifies: true,
        feedBeforeCut: 1,
        cut: escpos.feedAndCut('partial'),
      };
    case 'custom-kiosk':
      return {
        ...paper,
        name: 'custom-kiosk',
        processId: false,
        afterInitialize: new Uint8Array(),
        fullStatus: true,
        clearsBuffers: false,
        identifies: false,
        feedBeforeCut: 6,
        cut: Uint8Array.of(...escpos.kioskCut(), ...escpos.present(settings.presentSteps)),
      };
    case 'plain':
      return {
        ...paper,
        name: 'plain',
        processId: false,
        afterInitialize: new Uint8Array(),
        fullStatus: false,
        clearsBuffers: false,
        identifies: false,
        feedBeforeCut: 5,
        cut: escpos.feedAndCut('partial'),
      };
    default:
      return assertNever(settings.profile);
  }
}
