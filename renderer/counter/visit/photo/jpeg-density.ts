const SOI_APP0 = [0xff, 0xd8, 0xff, 0xe0] as const;
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0x00] as const;
const DOTS_PER_INCH = 1;

/**
 * A JPEG that says at how many dots per inch it is to be printed: units and densities in its JFIF segment (ITU-T T.871,
 * section 10.1). Undefined for bytes that do not start with such a segment, which every browser writes.
 */
export function withDensity(jpeg: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> | undefined {
  const isAt = (offset: number, bytes: readonly number[]): boolean =>
    bytes.every((byte, index) => jpeg[offset + index] === byte);
  if (jpeg.length < 20 || !isAt(0, SOI_APP0) || !isAt(6, JFIF)) return undefined;
  const copy = new Uint8Array(jpeg);
  const view = new DataView(copy.buffer);
  view.setUint8(13, DOTS_PER_INCH);
  view.setUint16(14, dpi);
  view.setUint16(16, dpi);
  return copy;
}
