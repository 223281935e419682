/**
 * Fingerprint modules of the ZFM-20, R30x and R503 family (Grow R503 and R304 manuals): a packet is `EF 01`, an address of four
 * bytes, its kind, a length of two bytes that counts payload and sum, the payload, and a sum of two bytes over kind, length and
 * payload. Numbers are big-endian.
 */
export const ZFM_PACKET = { command: 0x01, data: 0x02, acknowledge: 0x07, lastData: 0x08 } as const;

export const ZFM = {
  takeImage: 0x01,
  toFeatures: 0x02,
  uploadImage: 0x0a,
  setParameter: 0x0e,
  readParameters: 0x0f,
  verifyPassword: 0x13,
} as const;

/** Confirmation codes that a capture meets. */
export const ZFM_CODE = {
  ok: 0x00,
  noFinger: 0x02,
  imagingFailed: 0x03,
  tooMessy: 0x06,
  tooFewPoints: 0x07,
  wrongPassword: 0x13,
  passwordFirst: 0x21,
} as const;

/** What a module says by itself when power came on; settings and password are as at the first time then. */
export const ZFM_AWAKE = Uint8Array.of(0x55);

export interface ZfmPacket {
  readonly kind: number;
  readonly payload: Uint8Array;
}

const HEAD = 9;
const MAX_LENGTH = 258;
const ANYBODY = [0xff, 0xff, 0xff, 0xff];

function sumOf(kind: number, length: number, payload: Iterable<number>): number {
  let sum = kind + (length >> 8) + (length & 0xff);
  for (const byte of payload) sum += byte;
  return sum & 0xffff;
}

/** A packet as bytes, to or from whatever module is on the line. */
export function zfmPacket(kind: number, payload: readonly number[]): Uint8Array {
  const length = payload.length + 2;
  const sum = sumOf(kind, length, payload);
  const head = [0xef, 0x01, ...ANYBODY, kind, length >> 8, length & 0xff];
  return Uint8Array.from([...head, ...payload, sum >> 8, sum & 0xff]);
}

/** Finds packets in a stream; what is not one is passed over byte by byte and counted. Holds one packet at most. */
export function createZfmParser(): {
  push(chunk: Uint8Array): ZfmPacket[];
  readonly garbage: number;
  readonly partial: boolean;
  reset(): void;
} {
  let held: Buffer = Buffer.alloc(0);
  let garbage = 0;

  /** A packet at the front, how many bytes are none, or undefined when more is needed. */
  function front(): { readonly packet: ZfmPacket; readonly size: number } | 'garbage' | undefined {
    if (held.length < 2) return held[0] === undefined || held[0] === 0xef ? undefined : 'garbage';
    if (held.readUInt16BE(0) !== 0xef01) return 'garbage';
    if (held.length < HEAD) return undefined;
    const length = held.readUInt16BE(7);
    if (length < 2 || length > MAX_LENGTH) return 'garbage';
    const size = HEAD + length;
    if (held.length < size) return undefined;
    const kind = held[6] ?? 0;
    const payload = Uint8Array.from(held.subarray(HEAD, size - 2));
    return held.readUInt16BE(size - 2) === sumOf(kind, length, payload)
      ? { packet: { kind, payload }, size }
      : 'garbage';
  }

  return {
    get garbage() {
      return garbage;
    },
    get partial() {
      return held.length > 0;
    },
    reset() {
      held.fill(0);
      held = Buffer.alloc(0);
    },
    push(chunk) {
      held = Buffer.concat([held, chunk]);
      const packets: ZfmPacket[] = [];
      for (let found = front(); found !== undefined; found = front()) {
        if (found === 'garbage') {
          garbage += 1;
          held = held.subarray(1);
        } else {
          packets.push(found.packet);
          held = held.subarray(found.size);
        }
      }
      return packets;
    },
  };
}
