import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createInk } from '../../../drivers/signature-pad/ink.ts';
import { drawInk } from '../../../drivers/signature-pad/ink-picture.ts';
import { buttonAt, idleScreen, signingScreen } from '../../../drivers/signature-pad/pad-screen.ts';
import { findWord, largestBlank } from '../../../drivers/simulators/look.ts';

const LINES = [
  'Aangifte van verhuizing',
  'José Çelik-Šimůnek van den Boogaard',
  '26 november 2026',
  'De aangever tekent voor de juistheid van de gegevens in deze aangifte, ook voor wie mee verhuist.',
];
const SIZES = [
  [800, 480],
  [640, 480],
  [320, 200],
  [396, 100],
] as const;

test.each(SIZES)(
  'on %i by %i pixels product, buttons and the place to sign are all there',
  (width, height) => {
    for (const [language, words] of [
      ['nl', { accept: 'Akkoord', again: 'Opnieuw', cancel: 'Annuleren' }],
      ['en', { accept: 'Agree', again: 'Again', cancel: 'Cancel' }],
    ] as const) {
      const screen = signingScreen({ width, height }, LINES, language);
      const seen = Object.entries(words).map(([button, word]) => {
        const found = findWord(screen.picture, word);
        return [
          button,
          found && buttonAt(screen, found.left + found.width / 2, found.top + found.height / 2),
        ];
      });
      expect(seen).toEqual(Object.keys(words).map((button) => [button, button]));
      expect(findWord(screen.picture, 'Aangifte')).toBeDefined();
      expect(findWord(screen.picture, 'José')).toBeDefined();
    }
  },
);

test.each(SIZES)(
  'on %i by %i pixels nothing overlaps, and the ink area is blank and large',
  (width, height) => {
    const { picture, inkArea, buttons } = signingScreen({ width, height }, LINES, 'nl');
    expect(largestBlank(picture)).toEqual(inkArea);
    expect(inkArea.width * inkArea.height).toBeGreaterThan(width * height * 0.3);
    const rects = [inkArea, ...Object.values(buttons)];
    const inside = rects.every(
      ({ left, top, ...size }) =>
        left >= 0 && top >= 0 && left + size.width <= width && top + size.height <= height,
    );
    expect(inside).toBe(true);
    const overlapping = rects.flatMap((a, at) =>
      rects
        .slice(at + 1)
        .filter(
          (b) =>
            a.left < b.left + b.width &&
            b.left < a.left + a.width &&
            a.top < b.top + b.height &&
            b.top < a.top + a.height,
        ),
    );
    expect(overlapping).toEqual([]);
  },
);

test('what does not fit ends in an ellipsis', () => {
  expect(findWord(signingScreen({ width: 396, height: 100 }, LINES, 'nl').picture, '…')).toBeDefined();
  expect(
    findWord(signingScreen({ width: 800, height: 480 }, LINES.slice(0, 2), 'nl').picture, '…'),
  ).toBeUndefined();
});

test('the idle screen shows its text in the middle', () => {
  const found = findWord(idleScreen({ width: 320, height: 200 }, 'Welkom'), 'Welkom');
  expect(found && Math.abs(found.left + found.width / 2 - 160)).toBeLessThan(2);
});

const AREA = { left: 5, top: 10, width: 90, height: 40 };
const pen = (x: number, y: number, pressure = 500) => ({
  near: true,
  down: true,
  pressure,
  x: x * 100,
  y: y * 100,
});
const newInk = () => createInk({ unitsPerMm: 100, maxPressure: 1000, area: AREA });

test('ink is empty below three points, below five millimetres, and outside its area', () => {
  const ink = newInk();
  expect(ink.isEmpty()).toBe(true);
  ink.begin(pen(20, 20));
  ink.add(pen(60, 20));
  expect(ink.isEmpty()).toBe(true);
  ink.clear();
  ink.begin(pen(20, 20));
  for (const x of [21, 22, 23, 24]) ink.add(pen(x, 20));
  expect(ink.isEmpty()).toBe(true);
  ink.add(pen(25.5, 20));
  expect(ink.isEmpty()).toBe(false);
  ink.clear();
  ink.begin(pen(20, 2));
  for (const x of [30, 40, 50]) ink.add(pen(x, 2));
  expect(ink.isEmpty()).toBe(true);
});

test('ink has an end: what is beyond it is told as missing', () => {
  const ink = newInk();
  ink.begin(pen(10, 20));
  for (let at = 0; at < 30_100; at += 1) ink.add(pen(10 + (at % 2) * 20, 20));
  expect(ink.isWhole).toBe(false);
  expect(ink.strokes().flat()).toHaveLength(30_000);
  ink.clear();
  expect(ink.isWhole).toBe(true);
});

/** The pixels of a PNG of ours, 0 for ink. */
function pixelsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const data = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  return { width, height, at: (x: number, y: number) => rows[y * (width + 1) + 1 + x] ?? 255 };
}

test('a stroke is drawn at 300 dpi with two millimetres around it, and more force is a wider line', () => {
  const width = (pressure: number) => {
    const line = Array.from({ length: 40 }, (_, at) => ({ x: 20 + at, y: 30, force: pressure }));
    const { width: across, height, at } = pixelsOf(drawInk([line], AREA).png);
    expect(across).toBe(Math.ceil((43 * 300) / 25.4));
    return Array.from({ length: height }, (_, y) => at(Math.floor(across / 2), y)).filter(
      (grey) => grey < 128,
    ).length;
  };
  expect(width(0)).toBe(3);
  expect(width(1)).toBe(11);
});

test('what the pen drew outside its area is not on the picture', () => {
  const line = Array.from({ length: 61 }, (_, at) => ({ x: 40, y: at, force: 1 }));
  const { png, svg } = drawInk([line], AREA);
  const { width, height, at } = pixelsOf(png);
  expect(height).toBe(Math.ceil((44 * 300) / 25.4));
  const middle = Math.floor(width / 2);
  expect(at(middle, 12)).toBe(255);
  expect(at(middle, Math.floor(height / 2))).toBe(0);
  expect(svg).toContain('clip-path="url(#area)"');
});

test('the pictures say nothing of when, and a dot is a dot', () => {
  const { png, svg } = drawInk([[{ x: 30, y: 30, force: 0.5 }]], AREA);
  const { width, height, at } = pixelsOf(png);
  expect(at(Math.floor(width / 2), Math.floor(height / 2))).toBe(0);
  expect(svg.match(/<path/g)).toHaveLength(1);
  expect(drawInk([[{ x: 30, y: 30, force: 0.5 }]], AREA).png.equals(png)).toBe(true);
});
