import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The font files of each weight; the first that has a character draws it, so the order is the order of preference. */
export interface DocumentFonts {
  readonly regular: readonly Uint8Array[];
  readonly bold: readonly Uint8Array[];
}

/**
 * Source Sans 3 in the two parts, Latin and Latin extended, that together hold every letter the BRP uses. Throws the
 * error of the file system when one of the four files is not in `directory`.
 */
export function loadDocumentFonts(directory: string): DocumentFonts {
  const read = (weight: number): readonly Uint8Array[] =>
    ['latin', 'latin-ext'].map((part) =>
      readFileSync(path.join(directory, `source-sans-3-${part}-${weight}-normal.woff`)),
    );
  return { regular: read(400), bold: read(600) };
}
