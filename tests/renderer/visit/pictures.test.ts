// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { base64ToBlob, blobToBase64 } from '../../../renderer/counter/visit/photo/base64.ts';
import { encodePhoto, MAX_PHOTO_BYTES } from '../../../renderer/counter/visit/photo/encode-photo.ts';
import { withDensity } from '../../../renderer/counter/visit/photo/jpeg-density.ts';
import { placeInFrame } from '../../../renderer/counter/visit/photo/picture.ts';
import { createLastPhoto } from '../../../renderer/counter/visit/photo/same-photo.ts';
import { inkBounds } from '../../../renderer/counter/visit/signature/ink-bounds.ts';

afterEach(() => vi.restoreAllMocks());

const CROP = { x: 0, y: 0, width: 827, height: 1063 };
/** As browsers start a JPEG: SOI, APP0 with JFIF 1.1, no units, 1 by 1. */
const JPEG_HEAD = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/** So many bytes that start as a JPEG does. */
function jpegOf(bytes: number): Blob {
  const all = new Uint8Array(bytes);
  all.set(JPEG_HEAD);
  return new Blob([all]);
}

function drawable(): void {
  const context = { drawImage: vi.fn() };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
}

test('quality is lowered first, then the size, until the photo is small enough', async () => {
  drawable();
  const tried: [number, number][] = [];
  const blob = await encodePhoto(new Image(), CROP, async (canvas, quality) => {
    tried.push([canvas.height, quality]);
    return jpegOf(canvas.height < 1063 && quality < 0.8 ? 1000 : MAX_PHOTO_BYTES + 1);
  });
  expect(blob?.size).toBe(1000);
  expect(tried.slice(0, 6).every(([height]) => height === 1063)).toBe(true);
  expect(tried.at(-1)).toEqual([850, 0.78]);
});

test('a photo that cannot be made small enough is none, never one that is too large', async () => {
  drawable();
  const blob = await encodePhoto(new Image(), CROP, async () => jpegOf(MAX_PHOTO_BYTES + 1));
  expect(blob).toBeNull();
});

test('bytes survive the way to base64 and back', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const back = base64ToBlob(await blobToBase64(new Blob([bytes])), 'image/png');
  expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
});

test('a photo says that it prints at 600 dots per inch, or at what it has', async () => {
  drawable();
  const densities: number[][] = [];
  for (const crop of [CROP, { ...CROP, width: 551, height: 709 }]) {
    const blob = await encodePhoto(new Image(), crop, async () => jpegOf(1000));
    densities.push([...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)).subarray(13, 18)]);
  }
  expect(densities).toEqual([
    [1, 600 >> 8, 600 & 255, 600 >> 8, 600 & 255],
    [1, 400 >> 8, 400 & 255, 400 >> 8, 400 & 255],
  ]);
});

test('only the density changes, and bytes that are no JFIF are refused', () => {
  const before = Uint8Array.from([...JPEG_HEAD, 7, 8, 9]);
  const after = withDensity(before, 600);
  expect(after).toHaveLength(before.length);
  expect([...(after ?? [])].filter((byte, index) => byte !== before[index])).toHaveLength(5);
  expect(before[13]).toBe(0);
  for (const broken of [
    Uint8Array.from(JPEG_HEAD.slice(0, 12)),
    new Uint8Array(40),
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, ...JPEG_HEAD.slice(4)]),
  ])
    expect(withDensity(broken, 600)).toBeUndefined();
});

test('the same photo again is told, once it was kept', async () => {
  const last = createLastPhoto();
  const first = await last.compare(jpegOf(100));
  expect(first.isSame).toBe(false);
  expect((await last.compare(jpegOf(100))).isSame).toBe(false);
  first.keep();
  expect((await last.compare(jpegOf(100))).isSame).toBe(true);
  expect((await last.compare(jpegOf(101))).isSame).toBe(false);
});

test('the preview shows the part that is cut', () => {
  const source = { width: 1920, height: 1080 };
  expect(placeInFrame(source, { x: 540, y: 270, width: 420, height: 540 })).toMatchObject({
    width: `${(1920 / 420) * 100}%`,
    height: '200%',
    left: `${(-540 / 420) * 100}%`,
    top: '-50%',
  });
});

test('a signature is cut to its ink with a margin, and an empty pad has none', () => {
  const width = 20;
  const height = 10;
  const data = new Uint8ClampedArray(width * height * 4);
  expect(inkBounds({ data, width, height }, 2)).toBeUndefined();
  data[(4 * width + 6) * 4 + 3] = 255;
  data[(5 * width + 9) * 4 + 3] = 120;
  expect(inkBounds({ data, width, height }, 2)).toEqual({ x: 4, y: 2, width: 8, height: 6 });
  expect(inkBounds({ data, width, height }, 50)).toEqual({ x: 0, y: 0, width, height });
});
