/**
 * VC0706 serial cameras (LinkSprite LS-Y201 manual, VC0706 protocol table): a command is `56 sn cmd argc args`, an answer
 * `76 sn cmd status` and, but after a reset, `datalen data`. The serial number sn is 00.
 */
export const VC0706 = {
  reset: 0x26,
  version: 0x11,
  frame: 0x36,
  length: 0x34,
  read: 0x32,
  write: 0x31,
  motion: 0x37,
  /** Comes by itself when something moves, until it is switched off. */
  motionTold: 0x39,
} as const;

/** The picture may be at most this long; a length beyond it, or 0, is garbage. Bytes. */
export const MOST_JPEG_BYTES = 2_000_000;

export type PictureSize = '640x480' | '320x240' | '160x120';
const SIZES: Readonly<Record<PictureSize, number>> = { '640x480': 0x00, '320x240': 0x11, '160x120': 0x22 };

/** One command as bytes. */
export function vc0706Command(command: number, args: readonly number[] = []): Uint8Array {
  return Uint8Array.of(0x56, 0x00, command, args.length, ...args);
}

const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

export const vc0706 = {
  version: () => vc0706Command(VC0706.version),
  reset: () => vc0706Command(VC0706.reset),
  takePicture: () => vc0706Command(VC0706.frame, [0x00]),
  resume: () => vc0706Command(VC0706.frame, [0x03]),
  pictureLength: () => vc0706Command(VC0706.length, [0x00]),
  motionOff: () => vc0706Command(VC0706.motion, [0x00]),
  size: (size: PictureSize) => vc0706Command(VC0706.write, [0x04, 0x01, 0x00, 0x19, SIZES[size]]),
  /** `count` bytes (a multiple of 8) from `address`; all four bytes of the address, or a picture above 64 KB breaks. */
  readPart: (address: number, count: number) =>
    vc0706Command(VC0706.read, [0x00, 0x0a, ...word(address), ...word(count), 0x00, 0x0a]),
} as const;

/** True for what stands behind the bytes of a part: the head of its answer once more. */
export function vc0706Ends(bytes: Uint8Array): boolean {
  return Buffer.from([0x76, 0x00, VC0706.read, 0x00, 0x00]).equals(bytes);
}

/** What a status byte other than 00 means. */
export function vc0706Status(status: number): string {
  const texts = ['ok', 'not received', 'wrong length', 'wrong format', 'not possible now', 'done wrongly'];
  return texts[status] ?? `status ${status.toString(16).padStart(2, '0')}`;
}

/** True for a whole JPEG: begins with SOI and ends with EOI (ITU-T T.81, B.1.1.3). */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  const end = bytes.length;
  return (
    end > 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9
  );
}
