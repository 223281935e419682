import { inflateSync } from 'node:zlib';

/** The streams of a PDF, unpacked where they are deflated. */
function streams(pdf: Uint8Array): readonly string[] {
  const raw = Buffer.from(pdf).toString('latin1');
  return [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((match) => {
    const bytes = Buffer.from(match[1] ?? '', 'latin1');
    try {
      return inflateSync(bytes).toString('latin1');
    } catch {
      return bytes.toString('latin1');
    }
  });
}

function unicode(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** What each glyph of one font means, from its ToUnicode table; codes count up from zero. */
function glyphs(table: string): readonly string[] {
  const found: string[] = [];
  for (const range of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(range[1] ?? '0', 16);
    const values = [...(range[2] ?? '').matchAll(/<([0-9a-f ]*)>/gi)];
    values.forEach((value, offset) => {
      found[start + offset] = unicode((value[1] ?? '').replaceAll(' ', ''));
    });
  }
  return found;
}

function fontTables(pdf: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const raw = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map((match) => [match[1], match[2] ?? '']),
  );
  const tables = new Map<string, readonly string[]>();
  for (const match of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const reference = /\/ToUnicode (\d+) 0 R/.exec(objects.get(match[2]) ?? '');
    const stream = streams(Buffer.from(objects.get(reference?.[1]) ?? '', 'latin1'))[0];
    if (stream !== undefined) tables.set(match[1] ?? '', glyphs(stream));
  }
  return tables;
}

/**
 * The text of a PDF in the order it was drawn, one line for each piece, read back through the fonts' own tables: what a
 * screen reader or a search finds. Made for what pdfkit writes, not for PDFs at large.
 */
export function pdfText(pdf: Uint8Array): string {
  const tables = fontTables(pdf);
  const pieces: string[] = [];
  for (const stream of streams(pdf)) {
    let table: readonly string[] = [];
    for (const match of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g)) {
      if (match[1] !== undefined) table = tables.get(match[1]) ?? [];
      else {
        const codes = [...(match[2] ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(
          (hex) => hex[1]?.match(/.{4}/g) ?? [],
        );
        pieces.push(codes.map((code) => table[Number.parseInt(code, 16)] ?? '\ufffd').join(''));
      }
    }
  }
  return pieces.join('\n');
}
