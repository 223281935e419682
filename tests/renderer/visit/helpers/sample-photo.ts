import type { Pixels } from '../../../../renderer/counter/visit/photo-checks/pixels.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** A picture of which each pixel has the colour of its place. */
export function paint(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
  return { data, width, height };
}

/** A photo of 35 by 45 mm, by 12 pixels to the millimetre; places in millimetres. */
export function paintPhoto(colourAt: (x: number, y: number) => Colour): Pixels {
  return paint(420, 540, (x, y) => colourAt((x + 0.5) / 12, (y + 0.5) / 12));
}

/** The same picture after a box blur of this radius, twice, which comes close to that of a lens. */
export function blurred(pixels: Pixels, radius: number): Pixels {
  const once = (from: Pixels): Pixels =>
    paint(from.width, from.height, (x, y) => {
      let [sum, count] = [0, 0];
      for (let dy = -radius; dy <= radius; dy += 1) {
        for (let dx = -radius; dx <= radius; dx += 1) {
          const [px, py] = [x + dx, y + dy];
          if (px < 0 || py < 0 || px >= from.width || py >= from.height) continue;
          sum += from.data[(py * from.width + px) * 4] ?? 0;
          count += 1;
        }
      }
      const value = sum / count;
      return [value, value, value];
    });
  return radius === 0 ? pixels : once(once(pixels));
}
