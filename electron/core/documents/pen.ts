import type PDFDocument from 'pdfkit';
import { DocumentError } from './document-input.ts';
import type { DocumentFonts } from './fonts.ts';
import { textRuns } from './text-runs.ts';
import type { Coverage } from './text-runs.ts';

/** The open PDF of pdfkit. */
export type Pdf = InstanceType<typeof PDFDocument>;

type Weight = 'regular' | 'bold';

/** How a text looks and where it goes; measures in points, `x` from the left edge of the page. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour: string;
  readonly x: number;
  readonly width: number;
}

/** Writes text at the current height with whichever font part has each letter. */
export interface Pen {
  /** Writes and moves down. Throws a DocumentError `unprintable` when no font has one of the characters. */
  write(text: string, style: TextStyle): void;
  /** The height the text will take. */
  height(text: string, style: TextStyle): number;
}

/** pdfkit keeps the opened font to itself; without asking it, a letter it lacks would come out as an empty box. */
function coverageOf(doc: Pdf): Coverage {
  const embedded: unknown = Reflect.get(doc, '_font');
  const font: unknown =
    typeof embedded === 'object' && embedded !== null ? Reflect.get(embedded, 'font') : undefined;
  const has: unknown =
    typeof font === 'object' && font !== null ? Reflect.get(font, 'hasGlyphForCodePoint') : undefined;
  if (typeof has !== 'function') throw new Error('pdfkit no longer shows the font it opened');
  return (codePoint) => has.call(font, codePoint) === true;
}

function register(doc: Pdf, weight: Weight, files: readonly Uint8Array[]): readonly Coverage[] {
  return files.map((file, index) => {
    doc.registerFont(`${weight}-${index}`, Buffer.from(file));
    doc.font(`${weight}-${index}`);
    return coverageOf(doc);
  });
}

function lines(text: string): readonly string[] {
  // Control characters have no glyph; they come from pasted text and mean nothing on paper.
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(/\p{Cc}/gu, ' '));
}

/** A pen for this document with these fonts. */
export function makePen(doc: Pdf, fonts: DocumentFonts): Pen {
  const coverage = {
    regular: register(doc, 'regular', fonts.regular),
    bold: register(doc, 'bold', fonts.bold),
  };

  function writeLine(line: string, style: TextStyle): void {
    const weight = style.weight ?? 'regular';
    const { runs, missing } = textRuns(line, coverage[weight]);
    if (missing.length > 0) throw new DocumentError('unprintable', missing.join(' '));
    doc.fontSize(style.size).fillColor(style.colour);
    if (runs.length === 0) doc.font(`${weight}-0`).text(' ', style.x, doc.y, { width: style.width });
    runs.forEach((run, index) => {
      const options = { width: style.width, lineGap: 1, continued: index < runs.length - 1 };
      doc.font(`${weight}-${run.font}`);
      if (index === 0) doc.text(run.text, style.x, doc.y, options);
      else doc.text(run.text, options);
    });
  }

  return {
    write: (text, style) => {
      for (const line of lines(text)) writeLine(line, style);
    },
    height: (text, style) =>
      lines(text).reduce((sum, line) => {
        doc.font(`${style.weight ?? 'regular'}-0`).fontSize(style.size);
        return sum + doc.heightOfString(line === '' ? ' ' : line, { width: style.width, lineGap: 1 });
      }, 0),
  };
}
