import { letterOf } from './code-page.ts';
import { isKnown, lengthOf, word } from './commands.ts';
import { type Align, type Dots, type LetterStyle, letterSize, type PaperItem, type Run } from './item.ts';

/** What an ESC/POS byte stream does, command by command. */
export interface PaperEvents {
  print(item: PaperItem): void;
  /** The paper was cut. */
  cut(): void;
  /** GS ( H function 48. */
  processId(id: Uint8Array): void;
  /** GS r n, GS I n, GS a n, ESC p m, GS e n: the caller answers from its state. */
  command(name: 'status' | 'identify' | 'automaticStatus' | 'drawer' | 'eject', n: number): void;
  initialized(): void;
}

const PLAIN: LetterStyle = { bold: false, underline: false, width: 1, height: 1, font: 'A' };
const ALIGNS: readonly Align[] = ['left', 'center', 'right'];
/** One sixth of an inch on a TM-T88 of 180 dots per inch. */
const SPACING = 30;
/** Bytes in the largest code at the highest error level (ISO/IEC 18004). */
const MOST_QR = 1273;
const LEVELS = ['L', 'M', 'Q', 'H'] as const;

/**
 * Reads print data one byte at a time; what it does not know is printed as such, so that a test sees it. `width`: the
 * dots on a line; letters that do not fit go on at the next line, as on the printer.
 */
export function createPaperReader(
  events: PaperEvents,
  width = Number.POSITIVE_INFINITY,
): { feed(byte: number): void; reset(): void } {
  let command: number[] = [];
  let length: number | undefined;
  let runs: Run[] = [];
  let used = 0;
  let page = 0;
  let style = PLAIN;
  let align: Align = 'left';
  let spacing = SPACING;
  let qr = { data: '', module: 3, level: LEVELS[0] as (typeof LEVELS)[number] };
  let stored: Omit<Extract<PaperItem, { kind: 'raster' }>, 'align'> | undefined;

  function write(text: string) {
    const wide = letterSize(style).width;
    for (const letter of text) {
      if (used + wide > width) endLine();
      used += wide;
      const last = runs.at(-1);
      if (last && isSame(last, style)) runs[runs.length - 1] = { ...last, text: last.text + letter };
      else runs.push({ ...style, text: letter });
    }
  }
  function endLine() {
    events.print({ kind: 'line', runs, align, spacing });
    runs = [];
    used = 0;
  }
  const flush = () => {
    if (runs.length > 0) endLine();
  };

  function esc(name: string, n: number) {
    switch (name) {
      case '@':
        reset();
        return events.initialized();
      case 't':
        page = n;
        return;
      case 'E':
      case 'G':
        style = { ...style, bold: (n & 1) === 1 };
        return;
      case '-':
        style = { ...style, underline: n !== 0 && n !== 0x30 };
        return;
      case 'M':
        style = { ...style, font: (n & 1) === 1 ? 'B' : 'A' };
        return;
      case 'a':
        align = ALIGNS[n % 0x30] ?? 'left';
        return;
      case '2':
      case '3':
        spacing = name === '2' ? SPACING : n;
        return;
      case 'd':
        for (let i = 0; i < n; i += 1) endLine();
        return;
      case 'J':
        flush();
        return events.print({ kind: 'feed', dots: n });
      case 'p':
        return events.command('drawer', n);
      case 'i':
      case 'm':
        return cut();
    }
  }

  function gs(name: string, n: number) {
    if (name === '(') return block();
    if (name === 'v') return rasterImage();
    if (name === 'V') return cut();
    if (name === 'e') return events.command('eject', n);
    if (name === 'r') return events.command('status', n);
    if (name === 'I') return events.command('identify', n);
    if (name === 'a') return events.command('automaticStatus', n);
    if (name === '!') style = { ...style, width: (n >> 4) + 1, height: (n & 0x0f) + 1 };
  }

  /** GS v 0 m xL xH yL yH data */
  function rasterImage() {
    flush();
    const m = command[3] ?? 0;
    const dots = dotsOf(word(command, 4) * 8, word(command, 6), command.slice(8));
    events.print({ kind: 'raster', dots, scaleX: 1 + (m & 1), scaleY: 1 + ((m >> 1) & 1), align });
  }

  /** GS ( letter pL pH data */
  function block() {
    const letter = String.fromCharCode(command[2] ?? 0);
    const data = command.slice(5);
    const [cn, fn = 0, n = 0] = data;
    if (letter === 'H' && cn === 0x30) events.processId(Uint8Array.from(data.slice(2)));
    else if (letter === 'k' && cn === 0x31) qrCode(fn, n, data);
    else if (letter === 'L' && cn === 0x30) storedImage(fn, data);
    else unknown();
  }

  function qrCode(fn: number, n: number, data: readonly number[]) {
    if (fn === 0x43) qr = { ...qr, module: Math.min(16, Math.max(1, n)) };
    else if (fn === 0x45) qr = { ...qr, level: LEVELS[n - 0x30] ?? 'L' };
    else if (fn === 0x50) qr = { ...qr, data: Buffer.from(data.slice(3)).toString('latin1') };
    // More than a code can hold, or nothing, prints nothing.
    else if (fn === 0x51 && qr.data !== '' && qr.data.length <= MOST_QR) {
      flush();
      events.print({ kind: 'qr', ...qr, align });
    }
  }

  /** Function 112 stores `30 70 30 bx by c xL xH yL yH data` (x in dots), function 50 prints it. */
  function storedImage(fn: number, data: readonly number[]) {
    if (fn === 0x70) {
      const dots = dotsOf(word(data, 6), word(data, 8), data.slice(10));
      stored = { kind: 'raster', dots, scaleX: data[3] ?? 1, scaleY: data[4] ?? 1 };
    } else if ((fn === 0x32 || fn === 0x02) && stored) {
      flush();
      events.print({ ...stored, align });
      stored = undefined;
    }
  }

  function unknown() {
    write(`<unknown ${Buffer.from(command.slice(0, 20)).toString('hex')}>`);
  }
  function cut() {
    flush();
    events.cut();
  }
  function reset() {
    [runs, used, page, style, align, spacing] = [[], 0, 0, PLAIN, 'left', SPACING];
    qr = { data: '', module: 3, level: 'L' };
    stored = undefined;
  }
  function execute() {
    const [lead, code = 0, n = 0] = command;
    const name = String.fromCharCode(code);
    if (!isKnown(command)) unknown();
    else if (lead === 0x1b) esc(name, n);
    else if (lead === 0x1d) gs(name, n);
  }

  return {
    feed(byte) {
      if (command.length === 0) {
        if (byte === 0x0a) endLine();
        else if (byte === 0x1b || byte === 0x1c || byte === 0x1d) command = [byte];
        else if (byte >= 0x20) write(letterOf(byte, page));
        return;
      }
      command.push(byte);
      length ??= lengthOf(command);
      if (length === undefined || command.length < length) return;
      execute();
      command = [];
      length = undefined;
    },
    reset() {
      command = [];
      length = undefined;
      reset();
    },
  };
}

const isSame = (a: LetterStyle, b: LetterStyle) =>
  a.bold === b.bold &&
  a.underline === b.underline &&
  a.width === b.width &&
  a.height === b.height &&
  a.font === b.font;

function dotsOf(width: number, height: number, data: readonly number[]): Dots {
  return { width, height, rows: Uint8Array.from(data.slice(0, Math.ceil(width / 8) * height)) };
}
