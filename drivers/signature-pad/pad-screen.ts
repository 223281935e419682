import { cells, drawText, type Font, smallFont, wrapText } from '../raster/font.ts';
import { blankPicture, contains, fillRect, frameRect, type Picture, type Rect } from '../raster/picture.ts';

export type PadButton = 'accept' | 'again' | 'cancel';

const LABELS = {
  nl: { accept: 'Akkoord', again: 'Opnieuw', cancel: 'Annuleren', sign: 'Teken hier' },
  en: { accept: 'Agree', again: 'Again', cancel: 'Cancel', sign: 'Sign here' },
} as const;
const ORDER: readonly PadButton[] = ['cancel', 'again', 'accept'];

/** What a pad shows while somebody signs, in pixels of its screen. */
export interface PadScreen {
  readonly picture: Picture;
  readonly inkArea: Rect;
  readonly buttons: Readonly<Record<PadButton, Rect>>;
}

/** A font as large as it is drawn: `width` and `height` of a cell in pixels. */
interface Lettering {
  readonly font: Font;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Letters of three to four millimetres on every pad. */
const SMALL: Lettering = { font: smallFont, scale: 1, width: smallFont.width, height: smallFont.height };
const LARGE: Lettering = {
  font: smallFont,
  scale: 2,
  width: smallFont.width * 2,
  height: smallFont.height * 2,
};

interface Frame {
  readonly font: Lettering;
  readonly text: Rect;
  readonly ink: Rect;
  readonly buttons: readonly Rect[];
  /** Room for "sign here" above the place to sign. */
  readonly hasHint: boolean;
}

/**
 * Lays out the screen: above what is signed, then the place to sign, and the buttons below; on a strip such as the
 * STU-300 the buttons stand beside it. Lines that do not fit are drawn together and cut with an ellipsis.
 */
export function signingScreen(
  size: { readonly width: number; readonly height: number },
  lines: readonly string[],
  language: 'nl' | 'en',
): PadScreen {
  const picture = blankPicture(size.width, size.height);
  const frame = size.height < 160 ? strip(size, lines) : sheet(size, lines);
  const { font, text, ink } = frame;
  drawLines(picture, fitted(lines, Math.floor(text.width / font.width), rowsIn(text, font)), text, font);
  frameRect(picture, { left: ink.left - 1, top: ink.top - 1, width: ink.width + 2, height: ink.height + 2 });
  const labels = LABELS[language];
  // Above the frame: what is inside goes when the ink is cleared.
  if (frame.hasHint) drawText(picture, labels.sign, ink.left, ink.top - 2 - font.height, font);
  const placed = frame.buttons.map((rect, at) => {
    drawButton(picture, rect, labels[ORDER[at]!], font, ORDER[at] === 'accept');
    return [ORDER[at]!, rect] as const;
  });
  return {
    picture,
    inkArea: ink,
    buttons: Object.fromEntries(placed) as Record<PadButton, Rect>,
  };
}

/** What a pad shows while nobody signs. */
export function idleScreen(size: { readonly width: number; readonly height: number }, text: string): Picture {
  const picture = blankPicture(size.width, size.height);
  const font = letteringFor(size.height);
  const rows = wrapText(text, Math.floor(size.width / font.width));
  const top = Math.floor((size.height - rows.length * font.height) / 2);
  rows.forEach((row, at) => {
    const left = Math.floor((size.width - cells(row).length * font.width) / 2);
    drawText(picture, row, left, top + at * font.height, font);
  });
  return picture;
}

/** The button at a point of the screen, in pixels. */
export function buttonAt(screen: PadScreen, x: number, y: number): PadButton | undefined {
  return ORDER.find((button) => contains(screen.buttons[button], x, y));
}

function letteringFor(height: number): Lettering {
  return height < 400 ? SMALL : LARGE;
}

function sheet({ width, height }: { width: number; height: number }, lines: readonly string[]): Frame {
  const font = letteringFor(height);
  const margin = Math.round(width / 64);
  const buttonHeight = Math.round(height / 6);
  const columns = Math.floor((width - 2 * margin) / font.width);
  const wanted = lines.flatMap((line) => wrapText(line, columns)).length;
  const textHeight = Math.min(wanted, Math.floor((height * 0.35) / font.height)) * font.height;
  const gap = font.height + 8;
  const top = margin + textHeight + gap;
  const buttonsTop = height - margin - buttonHeight;
  const each = Math.floor((width - 4 * margin) / 3);
  return {
    font,
    hasHint: true,
    text: { left: margin, top: margin, width: width - 2 * margin, height: textHeight },
    ink: { left: margin, top, width: width - 2 * margin, height: buttonsTop - margin - top },
    buttons: ORDER.map((_, at) => ({
      left: margin + at * (each + margin),
      top: buttonsTop,
      width: each,
      height: buttonHeight,
    })),
  };
}

function strip({ width, height }: { width: number; height: number }, lines: readonly string[]): Frame {
  const font = SMALL;
  const margin = 3;
  const buttonWidth = 10 * font.width;
  const each = Math.floor((height - 4 * margin) / 3);
  const left = width - margin - buttonWidth;
  const rows = Math.min(3, wrapText(lines.join(', '), Math.floor((left - 2 * margin) / font.width)).length);
  const top = margin + rows * font.height + margin;
  return {
    font,
    hasHint: false,
    text: { left: margin, top: margin, width: left - 2 * margin, height: rows * font.height },
    ink: { left: margin, top, width: left - 2 * margin, height: height - margin - top },
    buttons: ORDER.map((_, at) => ({
      left,
      top: margin + at * (each + margin),
      width: buttonWidth,
      height: each,
    })),
  };
}

function rowsIn(text: Rect, font: Lettering): number {
  return Math.floor(text.height / font.height);
}

/** Each line on its own row where there is room, else all after each other. */
function fitted(lines: readonly string[], columns: number, rows: number): string[] {
  const apart = lines.flatMap((line) => wrapText(line, columns));
  if (apart.length <= rows) return apart;
  const together = wrapText(lines.join(', '), columns);
  if (together.length <= rows) return together;
  const shown = together.slice(0, rows);
  const last = cells(shown[rows - 1] ?? '');
  return [...shown.slice(0, -1), `${last.slice(0, columns - 1).join('')}…`];
}

function drawLines(picture: Picture, lines: readonly string[], { left, top }: Rect, font: Lettering): void {
  lines.forEach((line, at) => drawText(picture, line, left, top + at * font.height, font));
}

function drawButton(picture: Picture, rect: Rect, label: string, font: Lettering, isMain: boolean): void {
  if (isMain) fillRect(picture, rect);
  else frameRect(picture, rect, 2);
  const left = rect.left + Math.floor((rect.width - cells(label).length * font.width) / 2);
  const top = rect.top + Math.floor((rect.height - font.height) / 2);
  drawText(picture, label, left, top, { ...font, ink: isMain ? 0 : 255 });
}
