import { assertNever } from '../../shared/lib/assert-never.ts';

/**
 * The serial link of ZVT (PA00P016): `10 02` APDU `10 03` CRC, each 10 in the APDU doubled, the CRC-16 (polynomial 8408, start 0,
 * low byte first) over the APDU and the 03. Each frame is answered with 06 (good) or 15 (again).
 */
const DLE = 0x10;
const STX = 0x02;
const ETX = 0x03;
export const ACK = 0x06;
export const NAK = 0x15;
const MAX_FRAME = 20 * 1024;

export type ZvtSerialFrame =
  | { readonly kind: 'apdu'; readonly bytes: Uint8Array }
  | { readonly kind: 'ack' }
  | { readonly kind: 'nak' }
  /** A frame whose check does not fit. */
  | { readonly kind: 'damaged' };

/** CRC-16 with polynomial 8408 (reflected CCITT), start value 0. */
export function zvtCrc(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0x8408 : crc >> 1;
  }
  return crc;
}

/** An APDU as it goes over the serial line. */
export function zvtSerialFrame(apdu: Uint8Array): Uint8Array {
  const crc = zvtCrc([...apdu, ETX]);
  const doubled = [...apdu].flatMap((byte) => (byte === DLE ? [DLE, DLE] : [byte]));
  return Uint8Array.of(DLE, STX, ...doubled, DLE, ETX, crc & 0xff, crc >> 8);
}

/** Finds frames and acknowledgements; anything between them is passed over. */
export function createZvtSerialParser(): { push(chunk: Uint8Array): ZvtSerialFrame[]; reset(): void } {
  let state: 'outside' | 'begin' | 'inside' | 'escaped' | 'crcLow' | 'crcHigh' = 'outside';
  let apdu: number[] = [];
  let crcLow = 0;

  function take(byte: number): ZvtSerialFrame | undefined {
    switch (state) {
      case 'outside':
        if (byte === DLE) state = 'begin';
        if (byte === ACK) return { kind: 'ack' };
        return byte === NAK ? { kind: 'nak' } : undefined;
      case 'begin':
        state = byte === STX ? 'inside' : 'outside';
        apdu = [];
        return undefined;
      case 'inside':
        if (byte === DLE) state = 'escaped';
        else apdu.push(byte);
        if (apdu.length > MAX_FRAME) state = 'outside';
        return undefined;
      case 'escaped':
        if (byte === DLE) {
          apdu.push(DLE);
          state = 'inside';
        } else if (byte === ETX) state = 'crcLow';
        else if (byte === STX) {
          // A frame begins anew: the end of the one before was lost.
          apdu = [];
          state = 'inside';
        } else state = 'outside';
        return undefined;
      case 'crcLow':
        crcLow = byte;
        state = 'crcHigh';
        return undefined;
      case 'crcHigh': {
        state = 'outside';
        const isWhole = zvtCrc([...apdu, ETX]) === (crcLow | (byte << 8));
        return isWhole ? { kind: 'apdu', bytes: Uint8Array.from(apdu) } : { kind: 'damaged' };
      }
      default:
        return assertNever(state);
    }
  }
  return {
    push: (chunk) => Array.from(chunk).flatMap((byte) => take(byte) ?? []),
    reset() {
      state = 'outside';
      apdu = [];
    },
  };
}
