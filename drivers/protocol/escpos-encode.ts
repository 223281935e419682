import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrintBlock, PrintDocument } from '../../shared/domain/print-document.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { findRealtimeSequence } from './escpos-commands.ts';
import { encodeRaster } from './escpos-raster.ts';

/** How a printer wants its text. */
export interface PaperProfile {
  /** Letters on a line in the normal font. */
  readonly columns: number;
  /** One code page for the whole document: clones do not survive switching. */
  readonly codePage: 'windows1252' | 'cp858' | 'cp437';
  /** The n of ESC t n for that page; clones renumber. */
  readonly codePageNumber: number;
  /** Sent after ESC @, which resets more than text: also the automatic status. */
  readonly afterInitialize: Uint8Array;
  /** Empty lines before the cut. */
  readonly feedBeforeCut: number;
  /** Dots on a line: a wider picture is left out. */
  readonly dots: number;
  /** GS v 0. Without it pictures are left out: a receipt without its logo is still a receipt. */
  readonly images: boolean;
  /** GS ( k. Without it the data of a QR code are printed as a line of text. */
  readonly qr: boolean;
}

/** Why a document cannot be printed: `field` names the block. */
export class UnprintableDocument extends Error {
  readonly field: string;

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'UnprintableDocument';
    this.field = field;
  }
}

/**
 * A print document as ESC/POS bytes: initialise, code page, blocks, feed; the cut is the caller's.
 * Letters the code page lacks print as '?'; the euro becomes EUR where the page has none. Throws UnprintableDocument.
 */
export function encodeDocument(document: PrintDocument, profile: PaperProfile): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: profile.columns,
    codepageMapping: { [profile.codePage]: profile.codePageNumber },
    newline: '\n',
    errors: 'relaxed',
    feedBeforeCut: 0,
    autoFlush: false,
  });
  // ESC @, then the international set of the USA, no Kanji, font A: whatever was set before is gone.
  const modes = [0x1b, 0x52, 0x00, 0x1c, 0x2e, 0x1b, 0x4d, 0x00, 0x1b, 0x74, profile.codePageNumber];
  const head = [0x1b, 0x40, ...profile.afterInitialize, ...modes];
  const parts: Uint8Array[] = [Uint8Array.from(head)];
  encoder.codepage(profile.codePage);
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'image') return encodeBlock(encoder, block, profile, `blocks[${index}]`);
    if (!profile.images || block.width > profile.dots) return;
    const rows = Buffer.from(block.rows, 'base64');
    parts.push(encoder.encode(), encodeRaster({ ...block, rows }));
  });
  parts.push(encoder.encode());
  if (profile.feedBeforeCut > 0) parts.push(Uint8Array.of(0x1b, 0x64, profile.feedBeforeCut));
  const bytes = Buffer.concat(parts);
  // Printers look for these in everything that comes in, also inside text and QR data.
  if (findRealtimeSequence(bytes) >= 0) {
    throw new UnprintableDocument('blocks', 'holds bytes that the printer would take for a command');
  }
  return bytes;
}

function encodeBlock(
  encoder: ReceiptPrinterEncoder,
  block: Exclude<PrintBlock, { kind: 'image' }>,
  profile: PaperProfile,
  field: string,
): void {
  switch (block.kind) {
    case 'text': {
      encoder.align(block.align).bold(block.bold).size(block.size, block.size);
      for (const line of block.text.split(/\r\n|\r|\n/)) encoder.line(printable(line, profile));
      encoder.size(1, 1).bold(false).align('left');
      return;
    }
    case 'columns': {
      const right = printable(block.right, profile);
      const width = Math.max(1, Math.min(right.length, profile.columns - 8));
      encoder.bold(block.bold).table(
        [
          { width: profile.columns - width - 1, marginRight: 1, align: 'left' },
          { width, align: 'right' },
        ],
        [[printable(block.left, profile), right]],
      );
      encoder.bold(false);
      return;
    }
    case 'rule':
      // Not the encoder's rule(): that switches to another code page for its line.
      encoder.line('-'.repeat(profile.columns));
      return;
    case 'feed':
      encoder.newline(block.lines);
      return;
    case 'qr':
      if (!/^[\x20-\x7e]+$/.test(block.data)) {
        throw new UnprintableDocument(`${field}.data`, 'a QR code takes printable ASCII only');
      }
      if (!profile.qr) {
        encoder.line(block.data);
        return;
      }
      encoder.align('center').qrcode(block.data, { model: 2, size: 6, errorlevel: 'm' }).align('left');
      return;
    default:
      assertNever(block);
  }
}

/** Control characters out (they would be commands), typographic spaces made plain, the euro spelled where it is missing. */
function printable(text: string, profile: PaperProfile): string {
  const clean = text
    .normalize('NFC')
    .replace(/\t|\u00a0|\u202f|\u2009/g, ' ')
    .replace(/\p{Cc}/gu, '');
  return profile.codePage === 'cp437' ? clean.replaceAll('€', 'EUR') : clean;
}
