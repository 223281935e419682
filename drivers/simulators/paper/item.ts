import { assertNever } from '../../../shared/lib/assert-never.ts';

/** How letters look; the sizes as GS ! n sets them. */
export interface LetterStyle {
  readonly bold: boolean;
  readonly underline: boolean;
  /** Width and height as a multiple of the normal letter, 1 to 8. */
  readonly width: number;
  readonly height: number;
  /** Font A is 12 by 24 dots, B 9 by 17. */
  readonly font: 'A' | 'B';
}

export type Align = 'left' | 'center' | 'right';

/** Letters of one look after each other. */
export interface Run extends LetterStyle {
  readonly text: string;
}

/** A picture of dots: rows of whole bytes, the high bit is the left dot, 1 is black. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly rows: Uint8Array;
}

/** One thing that came out of the print head, from top to bottom. */
export type PaperItem =
  /** `spacing`: the line spacing in dots; a taller letter takes its own height. */
  | {
      readonly kind: 'line';
      readonly runs: readonly Run[];
      readonly align: Align;
      readonly spacing: number;
    }
  | { readonly kind: 'feed'; readonly dots: number }
  | {
      readonly kind: 'qr';
      readonly data: string;
      /** Dots per module. */
      readonly module: number;
      readonly level: 'L' | 'M' | 'Q' | 'H';
      readonly align: Align;
    }
  /** `scaleX`, `scaleY`: every dot so many times (GS v 0, m). */
  | {
      readonly kind: 'raster';
      readonly dots: Dots;
      readonly scaleX: number;
      readonly scaleY: number;
      readonly align: Align;
    };

/** The line of text that stands for an item; undefined for what leaves no text. */
export function textOf(item: PaperItem): string | undefined {
  switch (item.kind) {
    case 'line':
      return item.runs
        .map(({ text }) => text)
        .join('')
        .trimEnd();
    case 'qr':
      return `[QR ${item.data}]`;
    case 'raster':
      return `[picture ${item.dots.width}x${item.dots.height}]`;
    case 'feed':
      return undefined;
    default:
      return assertNever(item);
  }
}

/** How wide and high a letter is, in dots. */
export function letterSize(style: LetterStyle): { readonly width: number; readonly height: number } {
  const [width, height] = style.font === 'A' ? [12, 24] : [9, 17];
  return { width: width * style.width, height: height * style.height };
}
