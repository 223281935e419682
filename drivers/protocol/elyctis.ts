/** The commands of the Elyctis ID BOX "Scanner Command Set" 1.7 that are used; replies repeat the letter. */
export type ElyctisCommand = 'V' | 'W' | 'R' | 'T' | 'I' | 'L' | 'C';

export type ElyctisFrame =
  | { readonly kind: 'message'; readonly command: ElyctisCommand; readonly payload: Uint8Array }
  | { readonly kind: 'garbage'; readonly count: number };

export interface ElyctisParser {
  /** Bytes as they come, in any chunks. Never throws; holds at most 515 bytes. */
  push(bytes: Uint8Array): ElyctisFrame[];
  /** True while the rest of a message is awaited: after 2 s of silence the caller calls `reset`. */
  readonly partial: boolean;
  /** Drops what is held. */
  reset(): void;
}

const COMMANDS = 'VWRTILC';
const MAX_LENGTH = 512;

/** A command: letter, length (high byte first), payload. */
export function elyctisCommand(command: ElyctisCommand, payload: readonly number[] = []): Uint8Array {
  return Uint8Array.of(command.charCodeAt(0), payload.length >> 8, payload.length & 0xff, ...payload);
}

/** Continuous reading on or off. */
export const continuousReading = (on: boolean) => elyctisCommand('C', [on ? 1 : 0]);

/** The single byte after which, with half a second of silence, the reader and we agree again. */
export const RESYNC = Uint8Array.of(0);

/** Takes messages `CMD LENhi LENlo payload` from a stream; there is no checksum, so only letter and length are checked. */
export function createElyctisParser(): ElyctisParser {
  let held: number[] = [];
  /** No look at what is held before there are so many bytes: a message is long, and its bytes come one by one. */
  let needed = 1;

  function take(): ElyctisFrame | undefined {
    const letter = String.fromCharCode(held[0]!);
    const length = held.length >= 3 ? (held[1]! << 8) | held[2]! : undefined;
    const impossible =
      !COMMANDS.includes(letter) ||
      (held.length >= 2 && held[1]! > MAX_LENGTH >> 8) ||
      (length !== undefined && (length > MAX_LENGTH || (letter === 'C' && length !== 1)));
    if (impossible) {
      held.shift();
      needed = 1;
      return { kind: 'garbage', count: 1 };
    }
    needed = length === undefined ? held.length + 1 : 3 + length;
    if (length === undefined || held.length < needed) return undefined;
    const payload = Uint8Array.from(held.slice(3, 3 + length));
    held = held.slice(3 + length);
    needed = 1;
    return { kind: 'message', command: letter as ElyctisCommand, payload };
  }

  return {
    get partial() {
      return held.length > 0;
    },
    push(bytes) {
      const frames: ElyctisFrame[] = [];
      for (const byte of bytes) {
        held.push(byte);
        while (held.length > 0 && held.length >= needed) {
          const frame = take();
          if (!frame) break;
          const last = frames.at(-1);
          // One frame for a run of garbage: noise must not make work.
          if (frame.kind === 'garbage' && last?.kind === 'garbage') {
            frames[frames.length - 1] = { kind: 'garbage', count: last.count + 1 };
          } else frames.push(frame);
        }
      }
      return frames;
    },
    reset() {
      held = [];
      needed = 1;
    },
  };
}

const ABOUT_THE_READER = 'VWRTC';
/** A longer answer about the reader itself is none: a zone has 88 characters. */
const LONGEST_TEXT = 64;

/** Follows a stream by letter and length alone, and tells of each byte whether it is about the reader and not about a document. */
export function elyctisTexts(): {
  mayKeep(byte: number): boolean;
  /** We sent this command. */
  asked(letter: number): void;
  reset(): void;
} {
  let question = '';
  let letter = '';
  let length: number | undefined;
  let at = 0;
  const start = () => {
    letter = '';
    length = undefined;
    at = 0;
  };
  return {
    mayKeep(byte) {
      if (letter === '') {
        letter = String.fromCharCode(byte);
        if (COMMANDS.includes(letter)) return true;
        start();
        return false;
      }
      at += 1;
      if (at === 1) {
        length = byte << 8;
        if (byte <= MAX_LENGTH >> 8) return true;
        start();
        return false;
      }
      if (at === 2) {
        length = (length ?? 0) | byte;
        if (length === 0) start();
        return true;
      }
      const size = length ?? 0;
      const isOurs = letter === question && ABOUT_THE_READER.includes(letter) && size <= LONGEST_TEXT;
      if (at === size + 2) start();
      return isOurs;
    },
    asked(code) {
      question = String.fromCharCode(code);
    },
    reset: start,
  };
}

/** The lines of a machine readable zone payload: CR, LF and CR LF end a line, empty lines and odd bytes are dropped. */
export function mrzLines(payload: Uint8Array): string[] {
  return Buffer.from(payload)
    .toString('latin1')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[^\x20-\x7e]/g, '').trim())
    .filter((line) => line !== '');
}
