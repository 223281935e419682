/** A Wacom STU pad as it is sold: what it tells of itself, and which reports it knows. */
export interface StuSpec {
  readonly name: string;
  readonly maxX: number;
  readonly maxY: number;
  readonly width: number;
  readonly height: number;
  /** 0 on pads that do not tell. */
  readonly rate: number;
  readonly unitsPerInch: number;
  readonly encodings: number;
  /** Feature reports beside those that every pad has. */
  readonly reports: readonly number[];
  /** How long clearing the screen takes, in milliseconds. */
  readonly clearMs: number;
}

const OLD = { rate: 0, unitsPerInch: 0, encodings: 0, reports: [], clearMs: 40 };
const NEW = { rate: 200, unitsPerInch: 2540, clearMs: 40 };
const COLOUR = [0x28, 0x29, 0x2a, 0x2b, 0x2c];
const LATER = [0x0b, 0x23, 0x24, 0x2d, 0x2f, 0x32];

/** The models that can be plugged in, by the number in their name. */
export const STU_SPECS = {
  '300': { ...OLD, name: 'STU-300', maxX: 9900, maxY: 2500, width: 396, height: 100 },
  '430': {
    ...NEW,
    name: 'STU-430',
    maxX: 9600,
    maxY: 6000,
    width: 320,
    height: 200,
    encodings: 0x03,
    reports: [...LATER, 0x28, 0x2a],
  },
  '500': { ...OLD, name: 'STU-500', maxX: 10_240, maxY: 7680, width: 640, height: 480 },
  '520': {
    ...NEW,
    name: 'STU-520A',
    maxX: 10_400,
    maxY: 6240,
    width: 800,
    height: 480,
    encodings: 0x06,
    reports: COLOUR,
    clearMs: 600,
  },
  '530': {
    ...NEW,
    name: 'STU-530',
    maxX: 10_800,
    maxY: 6480,
    width: 800,
    height: 480,
    encodings: 0x0f,
    reports: [...LATER, ...COLOUR, 0x2e],
  },
  '540': {
    ...NEW,
    name: 'STU-540',
    maxX: 10_800,
    maxY: 6480,
    width: 800,
    height: 480,
    encodings: 0x0f,
    reports: [...LATER, ...COLOUR, 0x0e, 0x0f, 0x2e],
  },
} as const satisfies Readonly<Record<string, StuSpec>>;
