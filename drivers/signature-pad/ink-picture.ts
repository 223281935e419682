import type { DeviceTaskEnd } from '../../shared/contract/device-task.ts';
import { blankPicture, type Picture, type Rect } from '../raster/picture.ts';
import { encodePng } from '../raster/png.ts';
import type { Ink, Stroke } from './ink.ts';

const DPI = 300;
const PIXELS_PER_MM = DPI / 25.4;
const MARGIN_MM = 2;
/** Width of the line in millimetres: of a pen that hardly touches, and what full force adds. */
const THIN_MM = 0.3;
const FORCE_MM = 0.6;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A piece of a stroke: a quadratic curve of one width, in millimetres. */
interface Piece {
  readonly from: Spot;
  readonly control: Spot;
  readonly to: Spot;
  readonly width: number;
}

/** A signature as pictures, cut to its ink with a margin. Of the pen's force only the width of the line is left. */
export interface InkPictures {
  /** 300 dpi, black on white. */
  readonly png: Buffer;
  /** In millimetres, the same cut. */
  readonly svg: string;
}

/** The end of a task in which somebody signed: the pictures, and nothing of the ink itself. */
export function signed(
  ink: Ink,
  area: Rect,
  { padSerial, complete }: { readonly padSerial: string | null; readonly complete: boolean },
): DeviceTaskEnd {
  const { png, svg } = drawInk(ink.strokes(), area);
  return {
    outcome: 'done',
    value: {
      kind: 'signature',
      png: png.toString('base64'),
      svg,
      padSerial,
      complete: complete && ink.isWhole,
    },
  };
}

/** Draws the strokes, smooth, and only within `area` (millimetres). */
export function drawInk(strokes: readonly Stroke[], area: Rect): InkPictures {
  const pieces = strokes.map(piecesOf);
  const cut = cutOf(pieces.flat(), area);
  return { png: encodePng(rasterise(pieces.flat(), area, cut), DPI), svg: svgOf(pieces, area, cut) };
}

/** Curves from the middle between two points to the next middle, so that no corner is left. */
function piecesOf(stroke: Stroke): Piece[] {
  const [first] = stroke;
  if (!first) return [];
  if (stroke.length === 1) return [{ from: first, control: first, to: first, width: widthOf(first.force) }];
  return stroke.slice(1).map((point, at) => {
    const before = stroke[at]!;
    const next = stroke[at + 2];
    const from = at === 0 ? before : middle(before, point);
    return {
      from,
      control: point,
      to: next ? middle(point, next) : point,
      width: widthOf((before.force + point.force) / 2),
    };
  });
}

function middle(a: Spot, b: Spot): Spot {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** In steps of 0.05 mm, so that neighbours can share a path. */
function widthOf(force: number): number {
  return Math.round((THIN_MM + FORCE_MM * force) * 20) / 20;
}

function cutOf(pieces: readonly Piece[], area: Rect): Rect {
  const clamp = (value: number, low: number, size: number) => Math.min(low + size, Math.max(low, value));
  const xs = pieces.flatMap(({ from, to }) => [from.x, to.x]).map((x) => clamp(x, area.left, area.width));
  const ys = pieces.flatMap(({ from, to }) => [from.y, to.y]).map((y) => clamp(y, area.top, area.height));
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity) - MARGIN_MM;
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity) + MARGIN_MM;
  return { left: low(xs), top: low(ys), width: high(xs) - low(xs), height: high(ys) - low(ys) };
}

/** Darkens each pixel by how far the line covers it; pixels outside the area stay white. */
function rasterise(pieces: readonly Piece[], area: Rect, cut: Rect): Picture {
  const picture = blankPicture(Math.ceil(cut.width * PIXELS_PER_MM), Math.ceil(cut.height * PIXELS_PER_MM));
  const place = ({ x, y }: Spot): Spot => ({
    x: (x - cut.left) * PIXELS_PER_MM,
    y: (y - cut.top) * PIXELS_PER_MM,
  });
  const first = place({ x: area.left, y: area.top });
  const last = place({ x: area.left + area.width, y: area.top + area.height });
  const bounds = {
    left: Math.max(0, Math.ceil(first.x)),
    top: Math.max(0, Math.ceil(first.y)),
    right: Math.min(picture.width, Math.floor(last.x)),
    bottom: Math.min(picture.height, Math.floor(last.y)),
  };
  for (const { from, control, to, width } of pieces) {
    const [a, b, c] = [place(from), place(control), place(to)];
    const steps = Math.max(
      1,
      Math.ceil((Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y)) / 3),
    );
    let before = a;
    for (let step = 1; step <= steps; step += 1) {
      const now = onCurve(a, b, c, step / steps);
      line(picture, bounds, before, now, (width * PIXELS_PER_MM) / 2);
      before = now;
    }
  }
  return picture;
}

function onCurve(a: Spot, b: Spot, c: Spot, t: number): Spot {
  const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: p * a.x + q * b.x + r * c.x, y: p * a.y + q * b.y + r * c.y };
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function line({ width, ink }: Picture, bounds: Bounds, a: Spot, b: Spot, radius: number): void {
  const reach = radius + 1;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const bottom = Math.min(bounds.bottom, Math.ceil(Math.max(a.y, b.y) + reach));
  const right = Math.min(bounds.right, Math.ceil(Math.max(a.x, b.x) + reach));
  for (let y = Math.max(bounds.top, Math.floor(Math.min(a.y, b.y) - reach)); y < bottom; y += 1) {
    for (let x = Math.max(bounds.left, Math.floor(Math.min(a.x, b.x) - reach)); x < right; x += 1) {
      const [px, py] = [x + 0.5 - a.x, y + 0.5 - a.y];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const covered = radius + 0.5 - Math.hypot(px - along * dx, py - along * dy);
      const value = Math.round(255 * Math.min(1, Math.max(0, covered)));
      const at = y * width + x;
      if (value > (ink[at] ?? 0)) ink[at] = value;
    }
  }
}

function svgOf(strokes: readonly (readonly Piece[])[], area: Rect, cut: Rect): string {
  const round = (value: number) => String(Math.round(value * 100) / 100);
  const spot = ({ x, y }: Spot) => `${round(x - cut.left)} ${round(y - cut.top)}`;
  const paths: string[] = [];
  for (const pieces of strokes) {
    let width: number | undefined;
    let data = '';
    const finish = () => {
      if (width !== undefined) paths.push(`<path stroke-width="${round(width)}" d="${data}"/>`);
    };
    for (const piece of pieces) {
      if (piece.width !== width) {
        finish();
        width = piece.width;
        data = `M${spot(piece.from)}`;
      }
      data += `Q${spot(piece.control)} ${spot(piece.to)}`;
    }
    finish();
  }
  const size = `${round(cut.width)} ${round(cut.height)}`;
  const clip = `x="${round(area.left - cut.left)}" y="${round(area.top - cut.top)}" width="${round(area.width)}" height="${round(area.height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(cut.width)}mm" height="${round(cut.height)}mm" viewBox="0 0 ${size}">`,
    `<clipPath id="area"><rect ${clip}/></clipPath>`,
    '<g clip-path="url(#area)" fill="none" stroke="#000" stroke-linecap="round" stroke-linejoin="round">',
    ...paths,
    '</g></svg>',
  ].join('\n');
}
