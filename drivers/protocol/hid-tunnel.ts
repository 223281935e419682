/**
 * HID reports over a stream of bytes, between the HID transport and a simulated device: our own format, for practice and
 * tests only. A frame is its type (1 byte), the length of what follows (2 bytes, high byte first), and that many bytes.
 * Reports begin with their report id, as on a real device.
 */
const TYPES = {
  /** From the device: an input report. */
  input: 1,
  /** To the device: report id, then the size asked for including that id (2 bytes, high byte first). */
  getFeature: 2,
  /** From the device: the report; empty when it refuses. */
  feature: 3,
  /** To the device: a feature report. */
  setFeature: 4,
  /** From the device: 0 taken, 1 refused. */
  featureSet: 5,
  /** To the device: an output report. */
  output: 6,
} as const;

export type HidFrameType = keyof typeof TYPES;

export interface HidFrame {
  readonly type: HidFrameType;
  readonly bytes: Uint8Array;
}

const HEADER = 3;
const NAMES = new Map<number, HidFrameType>(
  Object.entries(TYPES).map(([name, value]) => [value, name as HidFrameType]),
);

/** One frame as bytes; throws a RangeError above 65,535 bytes. */
export function hidFrame(type: HidFrameType, bytes: Uint8Array): Uint8Array {
  const framed = Buffer.alloc(HEADER + bytes.length);
  framed[0] = TYPES[type];
  framed.writeUInt16BE(bytes.length, 1);
  framed.set(bytes, HEADER);
  return framed;
}

/** Cuts a stream into frames. Throws on a type that does not exist: both ends are ours, so the stream is lost. */
export function createHidFrameParser(): { push(chunk: Uint8Array): HidFrame[] } {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      rest = Buffer.concat([rest, chunk]);
      const frames: HidFrame[] = [];
      while (rest.length >= HEADER) {
        const type = NAMES.get(rest[0] ?? 0);
        if (!type) throw new Error(`there is no frame of type ${rest[0]}`);
        const end = HEADER + rest.readUInt16BE(1);
        if (rest.length < end) break;
        frames.push({ type, bytes: Buffer.from(rest.subarray(HEADER, end)) });
        rest = rest.subarray(end);
      }
      return frames;
    },
  };
}
