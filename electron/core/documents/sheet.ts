import { DocumentError } from './document-input.ts';
import type { DocumentRow } from './document-input.ts';
import type { DocumentFonts } from './fonts.ts';
import { makePen } from './pen.ts';
import type { Pdf } from './pen.ts';

const LEFT = 64;
const RIGHT = 531;
const WIDTH = RIGHT - LEFT;
const TOP = 60;
const BOTTOM = 770;
const FOOT = 786;
const LABEL_WIDTH = 150;
/** The place of a signature: the width of its line, and its height from the words above to the name below. */
const SIGN_WIDTH = 220;
const SIGN_HEIGHT = 98;
const INK = '#1a1a1a';
const QUIET = '#4d5863';
const ACCENT = '#154273';
const HAIRLINE = '#cbd3da';

const BODY = { size: 11, colour: INK, x: LEFT, width: WIDTH } as const;
const SMALL = { size: 9, colour: QUIET, x: LEFT, width: WIDTH } as const;

/** What the sheet needs to know before it opens. */
export interface SheetSetup {
  readonly title: string;
  readonly municipality: string;
  readonly number: string;
  readonly created: Date;
  readonly practice: boolean;
}

/** What stands under the text: the signature of the visitor, the line and seal of the clerk, both, or none. */
export interface Signed {
  readonly visitor?: { readonly heading: string; readonly png: Uint8Array; readonly name: string };
  readonly clerk?: { readonly heading: string; readonly name: string };
}

/** An A4 document in the making. Blocks go from top to bottom and open a new page when they don't fit. */
export interface Sheet {
  title(text: string): void;
  heading(text: string): void;
  paragraph(text: string): void;
  rows(rows: readonly DocumentRow[]): void;
  /**
   * A heading with paragraphs and what is signed under them; all of it on one page, so that nobody signs a page that
   * does not say for what.
   */
  closing(heading: string, paragraphs: readonly string[], signed: Signed): void;
  /** Closes the document and gives its bytes. */
  finish(): Promise<Uint8Array>;
}

async function open(setup: SheetSetup): Promise<Pdf> {
  // Its fonts' tables take a tenth of a second to load, which the start of the application should not pay for.
  const { default: PDFDocument } = await import('pdfkit');
  return new PDFDocument({
    size: 'A4',
    margins: { top: TOP, bottom: 24, left: LEFT, right: LEFT },
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    bufferPages: true,
    // No standard font: PDF/A wants every font inside, and an unused Helvetica would not be.
    font: '',
    info: {
      Title: setup.title,
      Author: setup.municipality,
      Producer: 'Waarmee',
      Creator: 'Waarmee',
      CreationDate: setup.created,
      ModDate: setup.created,
    },
  });
}

/** Opens a sheet: tagged, in Dutch, PDF/A-2b (ISO 19005-2) with its fonts inside, so that it can be archived as it is. */
export async function openSheet(fonts: DocumentFonts, setup: SheetSetup): Promise<Sheet> {
  const doc = await open(setup);
  const pen = makePen(doc, fonts);
  const root = doc.struct('Document');
  doc.addStructure(root);

  function block(tag: string, height: number, draw: () => void): void {
    if (doc.y + height > BOTTOM) doc.addPage();
    const element = doc.struct(tag, {}, draw);
    root.add(element);
    element.end();
  }

  function artifact(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  }

  function line(y: number, colour: string, width: number, from = LEFT, to = RIGHT): void {
    artifact(() => doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke());
  }

  function row({ label, value }: DocumentRow): void {
    const valueStyle = { ...BODY, x: LEFT + LABEL_WIDTH, width: WIDTH - LABEL_WIDTH };
    const labelStyle = { ...BODY, size: 10, colour: QUIET, width: LABEL_WIDTH - 12 };
    const height = Math.max(pen.height(value, valueStyle), pen.height(label, labelStyle)) + 5;
    block('P', height, () => {
      const top = doc.y;
      doc.y = top + 4;
      pen.write(label, labelStyle);
      doc.y = top + 3;
      pen.write(value, valueStyle);
      doc.y = top + height;
    });
    line(doc.y, HAIRLINE, 0.5);
  }

  function foot(page: number, pages: number): void {
    doc.switchToPage(page);
    line(FOOT - 8, HAIRLINE, 0.5);
    artifact(() => {
      doc.y = FOOT;
      pen.write(`${setup.number}  ·  ${setup.title}`, { ...SMALL, width: 380 });
      doc.y = FOOT;
      pen.write(`Pagina ${page + 1} van ${pages}`, { ...SMALL, x: RIGHT - 54, width: 60 });
    });
    if (!setup.practice) return;
    artifact(() => {
      doc
        .save()
        .rotate(-38, { origin: [297, 421] })
        .fillOpacity(0.14);
      doc.y = 380;
      pen.write('OEFENING, NIET GELDIG', { size: 50, weight: 'bold', colour: '#b00020', x: 22, width: 560 });
      doc.restore();
    });
  }

  function heading(text: string): void {
    doc.y += 14;
    block('H2', 60, () => pen.write(text, { ...BODY, size: 12.5, weight: 'bold', colour: ACCENT }));
    doc.y += 4;
    line(doc.y, ACCENT, 0.75);
  }

  function paragraph(text: string): void {
    doc.y += 5;
    block('P', pen.height(text, BODY), () => pen.write(text, BODY));
    doc.y += 3;
  }

  function signLine(top: number, x: number, above: string, name: string): void {
    const style = { ...BODY, size: 10, x, width: SIGN_WIDTH };
    doc.y = top;
    block('P', 0, () => pen.write(above, { ...style, colour: QUIET }));
    line(top + 80, INK, 0.5, x, x + SIGN_WIDTH);
    doc.y = top + 83;
    block('P', 0, () => pen.write(name, style));
  }

  function seal(top: number, x: number): void {
    artifact(() => {
      doc
        .circle(x, top + 42, 40)
        .lineWidth(0.75)
        .dash(3, { space: 3 })
        .strokeColor(HAIRLINE)
        .stroke()
        .undash();
      doc.y = top + 37;
      pen.write('stempel', { ...SMALL, x: x - 15, width: 60 });
    });
  }

  function image(alt: string, png: Uint8Array, top: number): void {
    const figure = doc.struct('Figure', { alt }, () => {
      try {
        doc.image(Buffer.from(png), LEFT, top, { fit: [SIGN_WIDTH, 62], valign: 'bottom' });
      } catch {
        throw new DocumentError('signatureUnreadable', 'signaturePng: not a PNG image');
      }
    });
    root.add(figure);
    figure.end();
  }

  return {
    title: (text) => {
      block('P', 40, () =>
        pen.write(setup.municipality, { ...BODY, size: 14, weight: 'bold', colour: ACCENT }),
      );
      line(doc.y + 6, ACCENT, 1.5);
      doc.y += 26;
      block('H1', 40, () => pen.write(text, { ...BODY, size: 22, weight: 'bold' }));
      doc.y += 8;
    },
    heading,
    paragraph,
    rows: (rows) => rows.forEach(row),
    closing: (text, paragraphs, { visitor, clerk }) => {
      const signed = visitor === undefined && clerk === undefined ? 0 : SIGN_HEIGHT + 14;
      const height = paragraphs.reduce((sum, one) => sum + pen.height(one, BODY) + 8, 36 + signed);
      if (doc.y + height > BOTTOM) doc.addPage();
      heading(text);
      paragraphs.forEach(paragraph);
      const top = doc.y + 14;
      if (clerk !== undefined) seal(top, RIGHT - 40);
      if (visitor !== undefined) {
        signLine(top, LEFT, visitor.heading, visitor.name);
        image(visitor.heading, visitor.png, top + 16);
      }
      if (clerk !== undefined) {
        signLine(top, visitor === undefined ? LEFT : RIGHT - SIGN_WIDTH, clerk.heading, clerk.name);
      }
    },
    finish: () => {
      root.end();
      const { count } = doc.bufferedPageRange();
      for (let page = 0; page < count; page += 1) foot(page, count);
      return collect(doc);
    },
  };
}

function collect(doc: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on('error', reject);
    doc.end();
  });
}
