import type { PaperProfile } from '../../../drivers/protocol/escpos-encode.ts';

/** Paper of 80 mm as a TM-T88 prints it. */
export const PAPER: PaperProfile = {
  columns: 42,
  dots: 512,
  codePage: 'windows1252',
  codePageNumber: 16,
  afterInitialize: new Uint8Array(),
  feedBeforeCut: 2,
  qr: true,
  images: true,
};
