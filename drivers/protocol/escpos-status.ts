/** One thing an ESC/POS printer said. */
export type EscposFrame =
  /** Answer to the oldest outstanding DLE EOT n; the answer itself does not say which n. */
  | { readonly kind: 'realtime'; readonly byte: number }
  /** Automatic Status Back: four bytes. */
  | { readonly kind: 'asb'; readonly bytes: readonly [number, number, number, number] }
  /** Answer to GS r or a one-byte GS I: given in the order of the print data. */
  | { readonly kind: 'inOrder'; readonly byte: number }
  /** A block: lead 0x37 (process id, buffer cleared) or 0x5F (GS I text), without lead and closing NUL. */
  | { readonly kind: 'block'; readonly lead: 0x37 | 0x5f; readonly body: Uint8Array }
  /** Custom's full status, the p u r x of `10 0F p u r x`. */
  | { readonly kind: 'fullStatus'; readonly bytes: readonly [number, number, number, number] }
  /** Bytes that fit nothing. */
  | { readonly kind: 'garbage'; readonly count: number };

/** Takes the mixed answers of an ESC/POS printer apart. */
export interface EscposStatusParser {
  /** Bytes as they come, in any chunks. Never throws; holds at most 80 bytes. */
  push(bytes: Uint8Array): EscposFrame[];
  /** True while the end of a frame is awaited: the caller runs a timer (500 ms of silence) and then calls `giveUp`. */
  readonly partial: boolean;
  /** The end will not come: drops the first byte and takes the rest as new. Call again while still `partial`. */
  giveUp(): EscposFrame[];
}

export interface EscposStatusOptions {
  /** Custom kiosk printers: `10 0F` starts a full status. It is also a possible ASB, so only one of the two may be on. */
  readonly fullStatus?: boolean;
}

const XON = 0x11;
const XOFF = 0x13;
const BLOCK_CAP = 80;

const isBlockLead = (byte: number): byte is 0x37 | 0x5f => byte === 0x37 || byte === 0x5f;
/** 0xx1xx10 */
const isRealtime = (byte: number) => (byte & 0x93) === 0x12;
/** 0xx1xx00 */
const isAsbStart = (byte: number) => (byte & 0x93) === 0x10;
/** 0xx0xxxx */
const isPlain = (byte: number) => (byte & 0x90) === 0;

/**
 * The state machine by which Epson tells transmissions apart (ESC/POS reference, "transmission status identification"):
 * flow-control bytes out, blocks first, then real-time answers, ASB, in-order answers, and the rest is garbage.
 */
export function createEscposStatusParser(options: EscposStatusOptions = {}): EscposStatusParser {
  let held: number[] = [];

  /** One frame from the front of `held`, or undefined when more bytes are needed. */
  function take(): EscposFrame | undefined {
    const first = held[0]!;
    if (isBlockLead(first)) return takeBlock(first);
    if (options.fullStatus && first === 0x10 && (held.length < 2 || held[1] === 0x0f))
      return takeFullStatus();
    if (isRealtime(first)) return { kind: 'realtime', byte: held.shift()! };
    if (isAsbStart(first)) return takeAsb();
    if (isPlain(first)) return { kind: 'inOrder', byte: held.shift()! };
    return drop(1);
  }

  function takeBlock(lead: 0x37 | 0x5f): EscposFrame | undefined {
    const end = held.indexOf(0);
    if (end > 0) {
      const body = Uint8Array.from(held.slice(1, end));
      held = held.slice(end + 1);
      return { kind: 'block', lead, body };
    }
    return held.length >= BLOCK_CAP ? drop(1) : undefined;
  }

  function takeFullStatus(): EscposFrame | undefined {
    if (held.length < 6) return undefined;
    const [, , p, u, r, x] = held.splice(0, 6);
    return { kind: 'fullStatus', bytes: [p!, u!, r!, x!] };
  }

  function takeAsb(): EscposFrame | undefined {
    // Resync one byte further: the byte that does not fit may be the start of something that does.
    if (held.slice(1, 4).some((byte) => !isPlain(byte))) return drop(1);
    if (held.length < 4) return undefined;
    const [a, b, c, d] = held.splice(0, 4);
    return { kind: 'asb', bytes: [a!, b!, c!, d!] };
  }

  function drop(count: number): EscposFrame {
    held = held.slice(count);
    return { kind: 'garbage', count };
  }

  return {
    get partial() {
      return held.length > 0;
    },
    push(bytes) {
      const frames: EscposFrame[] = [];
      for (const byte of bytes) {
        if (byte === XON || byte === XOFF) continue;
        held.push(byte);
        drain(frames);
      }
      return frames;
    },
    giveUp() {
      const frames: EscposFrame[] = [];
      if (held.length > 0) frames.push(drop(1));
      drain(frames);
      return frames;
    },
  };

  function drain(frames: EscposFrame[]) {
    while (held.length > 0) {
      const frame = take();
      if (!frame) return;
      frames.push(frame);
    }
  }
}
