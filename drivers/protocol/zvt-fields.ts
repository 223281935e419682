/**
 * The fields of a ZVT status information (PA00P015, chapter "List of bitmaps"): a tag of one byte, then a fixed number of bytes,
 * or a length of two or three bytes with one decimal digit in each low half (LLVAR, LLLVAR), or a length as in BER-TLV.
 */
type Length = number | 'LL' | 'LLL' | 'TLV';

const LENGTHS: ReadonlyMap<number, Length> = new Map<number, Length>([
  ...[0x01, 0x02, 0x03, 0x05, 0x19, 0x27, 0x72, 0x73, 0x74, 0x75, 0x8a, 0x8c, 0xa0, 0xd0, 0xd2, 0xd3].map(
    (tag): [number, Length] => [tag, 1],
  ),
  ...[0x0d, 0x0e, 0x17, 0x3a, 0x49, 0x87].map((tag): [number, Length] => [tag, 2]),
  ...[0x0b, 0x0c, 0x37, 0x3d, 0x88, 0xaa].map((tag): [number, Length] => [tag, 3]),
  ...[0x29, 0x70, 0x71].map((tag): [number, Length] => [tag, 4]),
  [0xba, 5],
  [0x04, 6],
  [0x3b, 8],
  [0x2a, 15],
  ...[0x22, 0x23, 0x2d, 0x8b, 0xa7, 0xd1].map((tag): [number, Length] => [tag, 'LL']),
  ...[0x24, 0x2e, 0x3c, 0x60, 0x9a, 0xaf].map((tag): [number, Length] => [tag, 'LLL']),
  [0x06, 'TLV'],
]);

export interface ZvtStatus {
  /** 0 is paid; see resultIs. */
  readonly resultCode: number | undefined;
  readonly amountCents: number | undefined;
  /** The terminal's number of the payment, six digits. */
  readonly traceNumber: string | undefined;
  readonly terminalId: string | undefined;
  /** Month and day, hours, minutes and seconds on the terminal's own clock: `11-23 09:05:00`. */
  readonly at: string | undefined;
}

/** Reads what is needed of a status information; stops at a field it does not know, with what it read until there. */
export function zvtStatus(data: Uint8Array): ZvtStatus {
  const fields = new Map<number, Uint8Array>();
  for (let at = 0; at < data.length; ) {
    const tag = data[at] ?? 0;
    const found = fieldAt(data, at + 1, LENGTHS.get(tag));
    if (!found) break;
    fields.set(tag, data.subarray(found.start, found.end));
    at = found.end;
  }
  const digits = (tag: number): string | undefined => {
    const field = fields.get(tag);
    return field && Buffer.from(field).toString('hex');
  };
  const number = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : undefined);
  const [day, time] = [digits(0x0d), digits(0x0c)];
  return {
    resultCode: fields.get(0x27)?.[0],
    amountCents: number(digits(0x04)),
    traceNumber: digits(0x0b),
    terminalId: digits(0x29),
    at: day && time && `${day.slice(0, 2)}-${day.slice(2)} ${time.replace(/(..)(..)(..)/, '$1:$2:$3')}`,
  };
}

function fieldAt(data: Uint8Array, at: number, length: Length | undefined) {
  const range = (start: number, size: number) =>
    start + size <= data.length ? { start, end: start + size } : undefined;
  if (length === undefined) return undefined;
  if (typeof length === 'number') return range(at, length);
  if (length === 'TLV') {
    const first = data[at] ?? 0;
    if (first < 0x80) return range(at + 1, first);
    const count = first & 0x7f;
    if (count > 2) return undefined;
    const size = data.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
    return range(at + 1 + count, size);
  }
  const count = length.length;
  const size = data.subarray(at, at + count).reduce((sum, byte) => sum * 10 + (byte & 0x0f), 0);
  return range(at + count, size);
}

/** Code page 437, which terminals print in, as far as a receipt needs it; what else there is becomes a question mark. */
const UPPER = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑ';

/** A line for the till to print: an attribute byte, then the text. */
export function zvtPrintLine(data: Uint8Array): string {
  return Array.from(data.subarray(1), (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : (UPPER[byte - 0x80] ?? '?'),
  )
    .join('')
    .trimEnd()
    .slice(0, 60);
}
