import { encode } from 'uqr';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { cells, largeFont, smallFont } from '../../raster/font.ts';
import { blankPicture, fillRect, type Picture } from '../../raster/picture.ts';
import { type Align, letterSize, type PaperItem, type Run } from './item.ts';

/** White around what can be printed on, in dots. */
const EDGE = 24;

/** Black squares, `columns` by `rows` of them, each `scaleX` by `scaleY` dots. */
interface Squares {
  readonly columns: number;
  readonly rows: number;
  readonly scaleX: number;
  readonly scaleY: number;
  isBlack(column: number, row: number): boolean;
}

/** The paper as a picture, `width` dots of it printable: letters, QR codes and pictures where the print head put them. */
export function drawPaper(items: readonly PaperItem[], width: number): Picture {
  const height = items.reduce((sum, item) => sum + heightOf(item), 0);
  const paper = blankPicture(width + 2 * EDGE, height + 2 * EDGE);
  let top = EDGE;
  for (const item of items) {
    if (item.kind === 'line') drawLine(paper, width, top, item);
    else if (item.kind !== 'feed') drawSquares(paper, width, top, item.align, squaresOf(item));
    top += heightOf(item);
  }
  return paper;
}

function heightOf(item: PaperItem): number {
  switch (item.kind) {
    case 'line':
      return Math.max(item.spacing, ...item.runs.map((run) => letterSize(run).height));
    case 'feed':
      return item.dots;
    case 'qr':
    case 'raster': {
      const { rows, scaleY } = squaresOf(item);
      return rows * scaleY;
    }
    default:
      return assertNever(item);
  }
}

function squaresOf(item: Extract<PaperItem, { kind: 'qr' | 'raster' }>): Squares {
  if (item.kind === 'qr') {
    const { data, size } = encode(item.data, { ecc: item.level, boostEcc: false, border: 0 });
    const scale = { scaleX: item.module, scaleY: item.module };
    return { columns: size, rows: size, ...scale, isBlack: (x, y) => data[y]?.[x] === true };
  }
  const { scaleX, scaleY, dots } = item;
  const stride = Math.ceil(dots.width / 8);
  const isBlack = (x: number, y: number) =>
    ((dots.rows[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
  return { columns: dots.width, rows: dots.height, scaleX, scaleY, isBlack };
}

function leftOf(wide: number, width: number, align: Align): number {
  if (align === 'left') return EDGE;
  return EDGE + Math.max(0, Math.floor((width - wide) / (align === 'center' ? 2 : 1)));
}

function drawSquares(paper: Picture, width: number, top: number, align: Align, squares: Squares): void {
  const { columns, rows, scaleX, scaleY } = squares;
  const left = leftOf(columns * scaleX, width, align);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      if (squares.isBlack(column, row))
        fillRect(paper, {
          left: left + column * scaleX,
          top: top + row * scaleY,
          width: scaleX,
          height: scaleY,
        });
}

function drawLine(
  paper: Picture,
  width: number,
  top: number,
  { runs, align }: Extract<PaperItem, { kind: 'line' }>,
): void {
  const wide = runs.reduce((sum, run) => sum + letterSize(run).width * cells(run.text).length, 0);
  const high = Math.max(0, ...runs.map((run) => letterSize(run).height));
  let left = leftOf(wide, width, align);
  for (const run of runs) {
    const size = letterSize(run);
    // Letters of different heights stand on one line.
    const letterTop = top + high - size.height;
    for (const letter of cells(run.text)) {
      drawLetter(paper, letter, run, left, letterTop);
      left += size.width;
    }
    if (run.underline) {
      const start = left - size.width * cells(run.text).length;
      fillRect(paper, { left: start, top: top + high - run.height, width: left - start, height: run.height });
    }
  }
}

function drawLetter(paper: Picture, letter: string, run: Run, left: number, top: number): void {
  const font = run.font === 'A' ? largeFont : smallFont;
  const cell = letterSize({ ...run, width: 1, height: 1 });
  // The fonts are a little smaller than the printer's cells; they stand in the middle.
  const x0 = left + Math.floor((cell.width - font.width) / 2) * run.width;
  const y0 = top + Math.floor((cell.height - font.height) / 2) * run.height;
  font.glyph(letter).forEach((ink, at) => {
    if (ink === 0) return;
    const column = at % font.width;
    const row = Math.floor(at / font.width);
    fillRect(paper, {
      left: x0 + column * run.width,
      top: y0 + row * run.height,
      // Bold is the same letter once more, one dot to the right.
      width: run.width + (run.bold ? 1 : 0),
      height: run.height,
    });
  });
}
