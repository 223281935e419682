/** A picture of dots: rows of whole bytes, the left dot in the high bit, 1 is black. */
export interface DotRows {
  /** In dots; the rows are padded to whole bytes. */
  readonly width: number;
  readonly height: number;
  readonly rows: Uint8Array;
}

/** Rows in one command: little enough for the buffer of a small printer. */
const BAND = 128;

/**
 * A picture as GS v 0 commands, centred on the line. Printers look for real-time commands in everything that comes in,
 * also in pictures; where the dots would be one (10 04, 10 05, 10 14) a single dot is turned over.
 */
export function encodeRaster({ width, height, rows }: DotRows): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bytes = [0x1b, 0x61, 0x01];
  for (let top = 0; top < height; top += BAND) {
    const count = Math.min(BAND, height - top);
    const data = withoutRealtimeSequences(rows.subarray(top * stride, (top + count) * stride));
    bytes.push(0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, count & 0xff, count >> 8, ...data);
  }
  bytes.push(0x1b, 0x61, 0x00);
  return Uint8Array.from(bytes);
}

/** Also sequences with a third byte that means nothing today: firmware differs. */
function withoutRealtimeSequences(data: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(data);
  for (let at = 0; at < safe.length - 1; at += 1) {
    const next = safe[at + 1]!;
    if (safe[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) safe[at + 1] = next ^ 0x02;
  }
  return safe;
}
