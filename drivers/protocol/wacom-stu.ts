import type { PenSample } from './pen-sample.ts';

/**
 * Reports of the Wacom STU signature pads over HID, as in the public SDK sources and independent WebHID drivers. Sizes
 * count the report id. Rectangles are little-endian, pen data and capability big-endian.
 */
export const REPORT = {
  pen: 0x01,
  status: 0x03,
  reset: 0x04,
  information: 0x08,
  capability: 0x09,
  uid: 0x0a,
  uid2: 0x0b,
  eSerial: 0x0f,
  encryptedPen: 0x10,
  clearScreen: 0x20,
  inking: 0x21,
  clearArea: 0x23,
  startImage: 0x25,
  imageBlock: 0x26,
  endImage: 0x27,
  inkArea: 0x2a,
  backlight: 0x2b,
  penOption: 0x30,
  penOptionSet: 0x32,
  encryptedPenTimed: 0x33,
  penTimed: 0x34,
} as const;

/** Sizes of the feature reports that are asked for, report id included. */
export const REPORT_SIZE: Readonly<Record<number, number>> = {
  [REPORT.status]: 5,
  [REPORT.information]: 17,
  [REPORT.capability]: 17,
  [REPORT.uid]: 5,
  [REPORT.uid2]: 11,
  [REPORT.eSerial]: 14,
  [REPORT.inking]: 2,
  [REPORT.backlight]: 3,
};

export type PadState =
  | 'ready'
  | 'image'
  | 'capture'
  | 'keys'
  | 'bootImage'
  | 'romBusy'
  | 'resetting'
  | 'unknown';

const STATES: Readonly<Record<number, PadState>> = {
  0: 'ready',
  1: 'image',
  2: 'capture',
  3: 'keys',
  4: 'bootImage',
  5: 'romBusy',
  0xff: 'resetting',
};

const ERRORS: Readonly<Record<number, string>> = {
  0x01: 'wrong report id',
  0x02: 'wrong state',
  0x03: 'checksum',
  0x04: 'bad parameter',
  0x10: 'wrong encoding',
  0x11: 'image too long',
  0x12: 'image not unpacked',
  0x15: 'bad area',
  0x20: 'no image',
};

/** `error` says what the pad had against the last command; undefined when nothing. */
export interface PadStatus {
  readonly state: PadState;
  readonly error: string | undefined;
}

/** Report 03; undefined when it is too short. */
export function parseStatus(report: Uint8Array): PadStatus | undefined {
  const [id, state, error] = report;
  if (id !== REPORT.status || state === undefined || error === undefined) return undefined;
  return {
    state: STATES[state] ?? 'unknown',
    error: error === 0 ? undefined : (ERRORS[error] ?? `error ${error.toString(16)}`),
  };
}

/** Report 08: the model's name, such as "STU-540", and its firmware; undefined when it is no such report. */
export function parseInformation(report: Uint8Array): { model: string; firmware: string } | undefined {
  if (report[0] !== REPORT.information || report.length < 12) return undefined;
  const model = printable(report.subarray(1, 10));
  if (model === '') return undefined;
  return { model, firmware: `${report[10]}.${report[11]}` };
}

/** What a report holds as text (name, serial number): printable ASCII alone, without the zeros at its end. */
export function printable(bytes: Uint8Array): string {
  return [...bytes]
    .filter((byte) => byte >= 0x20 && byte < 0x7f)
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .trim();
}

/** Sizes in units of the pen (`maxX`, `maxY`) and in pixels; `unitsPerInch` 0 and no encodings: the pad does not tell. */
export interface Capability {
  readonly maxX: number;
  readonly maxY: number;
  readonly maxPressure: number;
  readonly width: number;
  readonly height: number;
  readonly unitsPerInch: number;
  /** 02: 1-bit pictures, 04: 16-bit. */
  readonly encodings: number;
}

/** Report 09; undefined when it is no such report, or tells sizes that cannot be. */
export function parseCapability(report: Uint8Array): Capability | undefined {
  if (report[0] !== REPORT.capability || report.length < 15) return undefined;
  const word = (offset: number) => ((report[offset] ?? 0) << 8) | (report[offset + 1] ?? 0);
  const found = {
    maxX: word(1),
    maxY: word(3),
    maxPressure: word(5),
    width: word(7),
    height: word(9),
    unitsPerInch: word(12),
    encodings: report[14] ?? 0,
  };
  const sane =
    found.maxX > 0 && found.maxY > 0 && found.maxPressure > 0 && isSide(found.width) && isSide(found.height);
  return sane ? found : undefined;
}

const isSide = (pixels: number): boolean => pixels >= 32 && pixels <= 4096;

const PEN_SIZE: Readonly<Record<number, number>> = {
  [REPORT.pen]: 7,
  [REPORT.penOption]: 9,
  [REPORT.penTimed]: 11,
};

/**
 * A report of the pen; undefined for another report, or one of a wrong length. Windows fills every report with zeros up
 * to the longest one, so zeros behind it are allowed.
 */
export function parsePen(report: Uint8Array): PenSample | undefined {
  const size = PEN_SIZE[report[0] ?? 0];
  if (size === undefined || report.length < size) return undefined;
  if (report.subarray(size).some((byte) => byte !== 0)) return undefined;
  const byte = (at: number) => report[at] ?? 0;
  return {
    near: (byte(1) & 0x80) !== 0,
    down: (byte(1) & 0x70) !== 0,
    pressure: ((byte(1) & 0x0f) << 8) | byte(2),
    x: (byte(3) << 8) | byte(4),
    y: (byte(5) << 8) | byte(6),
    ...(report[0] === REPORT.penTimed && { sequence: (byte(9) << 8) | byte(10) }),
  };
}

/**
 * A report as it may be kept in a trace: of the pen only that it was near or down and its number, never where, how hard
 * or when; of pictures only that there was a block.
 */
export function redactReport(report: Uint8Array): Uint8Array {
  const kept = Uint8Array.from(report);
  const id = report[0] ?? 0;
  if (id === REPORT.imageBlock) return kept.fill(0, 3);
  if (id === REPORT.encryptedPen || id === REPORT.encryptedPenTimed) return kept.fill(0, 1);
  if (PEN_SIZE[id] === undefined) return kept;
  kept.fill(0, 1);
  if (report.length > 1) kept[1] = (report[1] ?? 0) & 0xf0;
  if (id === REPORT.penTimed && report.length === 11) kept.set(report.subarray(9), 9);
  return kept;
}
