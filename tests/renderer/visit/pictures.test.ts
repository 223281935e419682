// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { base64ToBlob, blobToBase64 } from '../../../renderer/counter/visit/photo/base64.ts';
import { encodePhoto, MAX_PHOTO_BYTES } from '../../../renderer/counter/visit/photo/encode-photo.ts';
import { transformOf } from '../../../renderer/counter/visit/photo/picture.ts';
import { inkBounds } from '../../../renderer/counter/visit/signature/ink-bounds.ts';

afterEach(() => vi.restoreAllMocks());

const CROP = { x: 0, y: 0, width: 827, height: 1063 };

function drawable(): void {
  const context = { drawImage: vi.fn() };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
}

test('quality is lowered first, then the size, until the photo is small enough', async () => {
  drawable();
  const tried: [number, number][] = [];
  const blob = await encodePhoto(new Image(), CROP, async (canvas, quality) => {
    tried.push([canvas.height, quality]);
    return new Blob([new Uint8Array(canvas.height < 1063 && quality < 0.8 ? 1000 : MAX_PHOTO_BYTES + 1)]);
  });
  expect(blob?.size).toBe(1000);
  expect(tried.slice(0, 6).every(([height]) => height === 1063)).toBe(true);
  expect(tried.at(-1)).toEqual([850, 0.78]);
});

test('a photo that cannot be made small enough is none, never one that is too large', async () => {
  drawable();
  const blob = await encodePhoto(
    new Image(),
    CROP,
    async () => new Blob([new Uint8Array(MAX_PHOTO_BYTES + 1)]),
  );
  expect(blob).toBeNull();
});

test('bytes survive the way to base64 and back', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const back = base64ToBlob(await blobToBase64(new Blob([bytes])), 'image/png');
  expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
});

test('the preview shows the part that is cut: zoom 2 shifted fully down moves a quarter up', () => {
  expect(transformOf({ zoom: 1, shift: 1 })).toBe('scale(1) translateY(0%)');
  expect(transformOf({ zoom: 2, shift: 1 })).toBe('scale(2) translateY(-25%)');
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
