import { cells, drawText, largeFont, smallFont } from '../raster/font.ts';
import { blankPicture, type Picture, type Rect } from '../raster/picture.ts';

const LETTERS = [
  { font: smallFont, scale: 1 },
  { font: smallFont, scale: 2 },
  { font: largeFont, scale: 1 },
];

/** Finds a word on a screen, black on white or white on black, as a person would; undefined when it is not there. */
export function findWord(screen: Picture, word: string): Rect | undefined {
  for (const style of LETTERS) {
    const width = cells(word).length * style.font.width * style.scale;
    const height = style.font.height * style.scale;
    const wanted = blankPicture(width, height);
    drawText(wanted, word, 0, 0, style);
    const isAt = matcher(screen, wanted);
    for (let top = 0; top + height <= screen.height; top += 1)
      for (let left = 0; left + width <= screen.width; left += 1)
        if (isAt(top * screen.width + left)) return { left, top, width, height };
  }
  return undefined;
}

/** Letters are looked at before the paper around them: most places have no ink, and are passed over at once. */
function matcher(screen: Picture, wanted: Picture): (corner: number) => boolean {
  const letters: number[] = [];
  const around: number[] = [];
  wanted.ink.forEach((ink, at) => {
    const place = Math.floor(at / wanted.width) * screen.width + (at % wanted.width);
    (ink === 0 ? around : letters).push(place);
  });
  return (corner) => {
    const paper = screen.ink[corner];
    return (
      letters.every((place) => screen.ink[corner + place] !== paper) &&
      around.every((place) => screen.ink[corner + place] === paper)
    );
  };
}

/** The largest place without ink, where a person would write. */
export function largestBlank({ width, height, ink }: Picture): Rect {
  const free = new Uint16Array(width);
  let best: Rect = { left: 0, top: 0, width: 0, height: 0 };
  for (let y = 0; y < height; y += 1) {
    const open: { left: number; height: number }[] = [];
    for (let x = 0; x <= width; x += 1) {
      const here = x === width ? 0 : ink[y * width + x] === 0 ? (free[x] ?? 0) + 1 : 0;
      if (x < width) free[x] = here;
      let left = x;
      for (let top = open.at(-1); top && top.height >= here; top = open.at(-1)) {
        open.pop();
        left = top.left;
        if ((x - left) * top.height > best.width * best.height)
          best = { left, top: y - top.height + 1, width: x - left, height: top.height };
      }
      open.push({ left, height: here });
    }
  }
  return best;
}
