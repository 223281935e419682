import { layoutOf } from '../../shared/domain/mrz-layouts.ts';

/** How a reader in line mode marks its messages; empty arrays mean that there is no such mark. */
export interface LineFormat {
  readonly prefix: readonly number[];
  readonly separator: 'any' | 'cr' | 'lf' | 'crlf';
  readonly suffix: readonly number[];
}

/** What came in one message. */
export interface LineMessage {
  readonly kind: 'message';
  /** The lines that hold a letter of the MRZ alphabet, everything else left out. */
  readonly lines: readonly string[];
  /** The message as one text when it was one line of printable characters: what a code gives. */
  readonly text: string | undefined;
}
export type LineFrame = LineMessage | { readonly kind: 'garbage'; readonly count: number };

export interface LineParser {
  /** Bytes as they come, in any chunks. Never throws; holds at most 512 bytes and one prefix. */
  push(bytes: Uint8Array): LineFrame[];
  /** Silence: what is held is all there will be. */
  end(): LineFrame[];
  /** True while something is held; after a silence the caller calls `end`. */
  readonly partial: boolean;
}

const MOST = 512;
const SEPARATORS = { any: /[\r\n]+/, cr: /\r/, lf: /\n/, crlf: /\r\n/ } as const;
const CR = 13;
const LF = 10;

/**
 * Takes messages out of what readers in line mode send: ASCII lines, perhaps with marks around them. A message ends at
 * its suffix; without one, as soon as its lines are a layout of ICAO 9303 (or one line of nine digits), else by silence.
 */
export function createLineParser(format: LineFormat): LineParser {
  const { prefix, suffix } = format;
  let held: number[] = [];
  let inside = prefix.length === 0;
  /** More came than any message has: nothing counts until a mark or silence. */
  let flooded = false;

  function take(count = held.length): number[] {
    const taken = held.slice(0, count);
    held = [];
    return taken;
  }
  function startsHere(): boolean {
    return prefix.length > 0 && endsWith(held, prefix);
  }

  function onByte(byte: number): LineFrame[] {
    held.push(byte);
    if (startsHere()) {
      const lost = take().length - prefix.length;
      inside = true;
      flooded = false;
      return garbage(lost);
    }
    if (!inside || flooded) {
      const keep = Math.max(prefix.length, suffix.length);
      if (flooded && prefix.length === 0 && suffix.length > 0 && endsWith(held, suffix)) {
        flooded = false;
        return garbage(take().length);
      }
      return held.length > keep ? garbage(countJunk([held.shift()!])) : [];
    }
    if (suffix.length > 0) {
      if (endsWith(held, suffix)) return message(take(held.length - suffix.length), true);
    } else if (endsLine(held, format.separator)) {
      const { lines, text } = read(held, format.separator);
      if (lines.length === 0 && text === undefined) return garbage(countJunk(take()));
      if (isComplete(lines, text)) return message(take(), false);
    }
    if (held.length < MOST) return [];
    flooded = true;
    return garbage(take().length);
  }

  function message(bytes: readonly number[], mayBeEmpty: boolean): LineFrame[] {
    inside = prefix.length === 0;
    const { lines, text } = read(bytes, format.separator);
    const junk = garbage(countJunk(bytes));
    if (lines.length === 0 && text === undefined && !mayBeEmpty) return junk;
    return [...junk, { kind: 'message', lines, text }];
  }

  return {
    get partial() {
      return held.length > 0 || flooded;
    },
    push(bytes) {
      const frames: LineFrame[] = [];
      for (const byte of bytes) for (const frame of onByte(byte)) add(frames, frame);
      return frames;
    },
    end() {
      const wasInside = inside && !flooded;
      flooded = false;
      const bytes = take();
      if (wasInside) return message(bytes, false);
      inside = prefix.length === 0;
      return garbage(bytes.length);
    },
  };
}

/** One frame for a run of garbage: noise must not make work. */
function add(frames: LineFrame[], frame: LineFrame): void {
  const last = frames.at(-1);
  if (frame.kind === 'garbage' && last?.kind === 'garbage') {
    frames[frames.length - 1] = { kind: 'garbage', count: last.count + frame.count };
  } else frames.push(frame);
}

function garbage(count: number): LineFrame[] {
  return count > 0 ? [{ kind: 'garbage', count }] : [];
}

function endsWith(bytes: readonly number[], mark: readonly number[]): boolean {
  return (
    mark.length <= bytes.length && mark.every((byte, at) => bytes[bytes.length - mark.length + at] === byte)
  );
}

function endsLine(bytes: readonly number[], separator: LineFormat['separator']): boolean {
  const last = bytes.at(-1);
  if (separator === 'any') return last === CR || last === LF;
  if (separator === 'crlf') return endsWith(bytes, [CR, LF]);
  return last === (separator === 'cr' ? CR : LF);
}

function countJunk(bytes: readonly number[]): number {
  return bytes.filter((byte) => (byte < 0x20 && byte !== CR && byte !== LF && byte !== 9) || byte >= 0x7f)
    .length;
}

function read(bytes: readonly number[], separator: LineFormat['separator']): Omit<LineMessage, 'kind'> {
  const texts = Buffer.from(bytes)
    .toString('latin1')
    .split(SEPARATORS[separator])
    .map((line) => line.replace(/[^\x20-\x7e]/g, '').trim())
    .filter((line) => line !== '');
  const lines = texts.map((line) => line.replace(/[^A-Z0-9<]/g, '')).filter((line) => line !== '');
  return { lines, text: texts.length === 1 ? texts[0] : undefined };
}

function isComplete(lines: readonly string[], text: string | undefined): boolean {
  return layoutOf(lines) !== undefined || (text !== undefined && /^\d{9}$/.test(text));
}
