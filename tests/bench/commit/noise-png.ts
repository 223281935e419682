import { randomBytes } from 'node:crypto';
import { encodePng } from '../../../drivers/raster/png.ts';

/** A real PNG of grey noise, which does not compress: `side` by `side` pixels, about as many bytes. */
export function noisePng(side: number): Buffer {
  return encodePng({ width: side, height: side, ink: randomBytes(side * side) });
}
