import { blankPicture, contains, type Picture, type Rect } from '../raster/picture.ts';
import type { HidReports } from './hid-device.ts';
import type { StuSpec } from './stu-models.ts';

const EVERY_PAD = [0x03, 0x04, 0x08, 0x09, 0x0a, 0x20, 0x21, 0x22, 0x25, 0x26, 0x27];
/** Kept without power; writing them wears the pad out. */
const FLASH = [0x0a, 0x0c, 0x29, 0x2b, 0x2c, 0x2e, 0x2f];
const READY = 0x00;
const IMAGE = 0x01;
const RESETTING = 0xff;
const WRONG_STATE = 0x02;
const BAD_PARAMETER = 0x04;
const WRONG_ENCODING = 0x10;
const TOO_LONG = 0x11;
const BAD_AREA = 0x15;
/** Showing a picture, and coming back from a reset, in milliseconds. */
const SHOW_MS = 20;
const RESET_MS = 60;

/** How firmly a pad hangs in a state: let go by 27 01, only by a reset, or never. */
export type Hang = 'picture' | 'reset' | 'never';

/** One position of the pen, in units of the pad. */
export interface PenAt {
  readonly near: boolean;
  readonly down: boolean;
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
}

export interface StuPad extends HidReports {
  readonly spec: StuSpec;
  /** What the screen shows: the picture and, over it, the ink. */
  screen(): Picture;
  /** What the screen shows without the ink. */
  shown(): Picture;
  /** The pen is here: ink on the screen, and the report of it. */
  pen(at: PenAt): Uint8Array;
  hang(how: Hang): void;
  /** The next command fails with this code. */
  failNext(code: number): void;
  /** From now on this report is not answered. */
  hide(reportId: number): void;
  /** Loses its settings, as after a dip in the power. */
  forget(): void;
  powerOff(): void;
  /** How often something was written to flash. */
  flashWrites(): number;
}

/** A Wacom STU pad, written from the notes of its interface (states, errors, sizes); `onScreen` follows the screen. */
export function createStuPad(spec: StuSpec, onScreen: () => void): StuPad {
  const flash = new Map<number, number[]>([[0x2b, [1, 0]]]);
  const hidden = new Set<number>();
  const timers = new Set<NodeJS.Timeout>();
  let state: number;
  let error = 0;
  let picture = blankPicture(spec.width, spec.height);
  let ink = blankPicture(spec.width, spec.height);
  let settings: { inking: boolean; penOption: number; area: Rect };
  let transfer: { readonly encoding: number; readonly bytes: number[] } | undefined;
  let last: PenAt | undefined;
  let hanging: Hang | undefined;
  let nextError = 0;
  let sequence = 0;
  let writes = 0;
  const whole: Rect = { left: 0, top: 0, width: spec.width, height: spec.height };

  function defaults() {
    settings = { inking: true, penOption: 0, area: whole };
    picture = blankPicture(spec.width, spec.height);
    ink = blankPicture(spec.width, spec.height);
    transfer = undefined;
    state = READY;
  }
  defaults();

  const knows = (id: number) => (EVERY_PAD.includes(id) || spec.reports.includes(id)) && !hidden.has(id);
  function becomeReady(ms: number) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!hanging) state = READY;
    }, ms);
    timers.add(timer);
  }

  function rectangleOf(bytes: readonly number[]): Rect | undefined {
    const word = (at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const [left, top, right, bottom] = [word(0), word(2), word(4), word(6)];
    if (bytes.length < 8 || right < left || bottom < top || right >= spec.width || bottom >= spec.height)
      return undefined;
    return { left, top, width: right - left + 1, height: bottom - top + 1 };
  }

  function clear(area: Rect): number {
    if (state !== READY) return WRONG_STATE;
    for (const sheet of [picture, ink])
      for (let y = area.top; y < area.top + area.height; y += 1)
        sheet.ink.fill(0, y * spec.width + area.left, y * spec.width + area.left + area.width);
    state = IMAGE;
    becomeReady(spec.clearMs);
    onScreen();
    return 0;
  }

  function expectedBytes(encoding: number): number | undefined {
    const can = spec.encodings === 0 ? 0x02 : spec.encodings;
    if (encoding === 0x00 && (can & 0x02) !== 0) return Math.ceil(spec.width / 8) * spec.height;
    if (encoding === 0x02 && (can & 0x04) !== 0) return spec.width * spec.height * 2;
    return undefined;
  }

  function block(body: readonly number[]): number {
    if (state !== IMAGE || !transfer) return WRONG_STATE;
    const length = (body[0] ?? 0) | ((body[1] ?? 0) << 8);
    if (body.length !== 255 || length === 0 || length > 253) return BAD_PARAMETER;
    transfer.bytes.push(...body.slice(2, 2 + length));
    return transfer.bytes.length > (expectedBytes(transfer.encoding) ?? 0) ? TOO_LONG : 0;
  }

  function endImage(how: number): number {
    if (how === 1 && hanging === 'picture') hanging = undefined;
    if (state !== IMAGE || (!transfer && how === 0)) return WRONG_STATE;
    const sent = transfer;
    transfer = undefined;
    if (how === 0 && sent && sent.bytes.length !== expectedBytes(sent.encoding)) {
      state = READY;
      return BAD_PARAMETER;
    }
    if (how === 0 && sent) {
      picture = rebuilt(sent.bytes, sent.encoding, spec);
      ink = blankPicture(spec.width, spec.height);
      onScreen();
    }
    becomeReady(SHOW_MS);
    return 0;
  }

  function reset() {
    if (hanging !== 'never') hanging = undefined;
    defaults();
    state = hanging ? IMAGE : RESETTING;
    becomeReady(RESET_MS);
    onScreen();
  }

  /** Carries out a command; the answer is its error code. */
  function carryOut(id: number, body: readonly number[]): number {
    switch (id) {
      case 0x04:
        reset();
        return 0;
      case 0x20:
        return clear(whole);
      case 0x21:
        settings.inking = body[0] === 1;
        return 0;
      case 0x23: {
        const area = rectangleOf(body.slice(2));
        return area && body[1] === 1 ? clear(area) : BAD_AREA;
      }
      case 0x25:
        if (state !== READY) return WRONG_STATE;
        if (expectedBytes(body[0] ?? -1) === undefined) return WRONG_ENCODING;
        transfer = { encoding: body[0] ?? 0, bytes: [] };
        state = IMAGE;
        return 0;
      case 0x26:
        return block(body);
      case 0x27:
        return endImage(body[0] ?? 0);
      case 0x2a: {
        const area = rectangleOf(body);
        if (!area) return BAD_AREA;
        settings.area = area;
        return 0;
      }
      case 0x32:
        settings.penOption = body[0] ?? 0;
        return 0;
      default:
        if (FLASH.includes(id)) {
          flash.set(id, [...body]);
          writes += 1;
        }
        return 0;
    }
  }

  return {
    spec,
    getFeature(id, size) {
      if (!knows(id)) return undefined;
      const answer = new Uint8Array(size);
      answer.set([id, ...answerTo(id)].slice(0, size));
      return answer;
    },
    setFeature(report) {
      const [id = 0, ...body] = report;
      if (!knows(id)) return false;
      error = nextError;
      nextError = 0;
      if (error === 0) error = hanging && id !== 0x04 && id !== 0x27 ? WRONG_STATE : carryOut(id, body);
      return true;
    },
    screen: () => ({ ...picture, ink: picture.ink.map((value, at) => Math.max(value, ink.ink[at] ?? 0)) }),
    shown: () => picture,
    pen(at) {
      if (settings.inking && at.down) drawInk(at);
      last = at;
      sequence = (sequence + 1) & 0xffff;
      const words = [(at.near ? 0x8000 : 0) | (at.down ? 0x1000 : 0) | at.pressure, at.x, at.y];
      if (settings.penOption === 3) words.push((sequence * 5) & 0xffff, sequence);
      const report = Buffer.alloc(1 + words.length * 2);
      report[0] = settings.penOption === 3 ? 0x34 : 0x01;
      words.forEach((word, index) => report.writeUInt16BE(word, 1 + index * 2));
      return report;
    },
    hang(how) {
      hanging = how;
      state = IMAGE;
    },
    failNext(code) {
      nextError = code;
    },
    hide: (id) => void hidden.add(id),
    forget() {
      defaults();
      onScreen();
    },
    powerOff() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      hanging = undefined;
      defaults();
      onScreen();
    },
    flashWrites: () => writes,
  };

  function answerTo(id: number): number[] {
    const big = (value: number) => [value >> 8, value & 0xff];
    const text = (value: string) => [...Buffer.from(value, 'latin1')];
    switch (id) {
      case 0x03:
        return [state, error, 0, 0];
      case 0x08:
        return [...text(spec.name.padEnd(9, '\0')), 1, 17, 0, 1, 0, 0, 0];
      case 0x09:
        return [
          ...[spec.maxX, spec.maxY, 1023, spec.width, spec.height].flatMap(big),
          spec.rate,
          ...big(spec.unitsPerInch),
          spec.encodings,
        ];
      case 0x0a:
        return [0x00, 0x5f, 0x12, 0x34];
      case 0x0b:
        return text('5FZQ012345');
      case 0x0f:
        return text('5FZQ0123456X');
      case 0x21:
        return [settings.inking ? 1 : 0];
      case 0x32:
        return [settings.penOption];
      default:
        return flash.get(id) ?? [];
    }
  }

  function drawInk(at: PenAt) {
    const from = last?.down ? last : at;
    const pixel = (value: number, units: number, pixels: number) => (value * pixels) / units;
    const steps = 1 + Math.ceil(Math.hypot(at.x - from.x, at.y - from.y) / 10);
    for (let step = 0; step <= steps; step += 1) {
      const x = Math.round(pixel(from.x + ((at.x - from.x) * step) / steps, spec.maxX, spec.width));
      const y = Math.round(pixel(from.y + ((at.y - from.y) * step) / steps, spec.maxY, spec.height));
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
      ] as const)
        if (contains(settings.area, x + dx, y + dy)) ink.ink[(y + dy) * spec.width + x + dx] = 255;
    }
  }
}

/** The picture that bytes stand for. */
function rebuilt(bytes: readonly number[], encoding: number, { width, height }: StuSpec): Picture {
  const picture = blankPicture(width, height);
  const stride = Math.ceil(width / 8);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (encoding === 0)
        picture.ink[at] = ((bytes[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 0 : 255;
      // The five bits of red are enough for grey.
      else picture.ink[at] = 255 - Math.round((((bytes[at * 2] ?? 0) >> 3) * 255) / 31);
    }
  return picture;
}
