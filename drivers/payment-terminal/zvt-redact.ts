import { ZVT } from '../protocol/zvt.ts';
import { ACK, NAK } from '../protocol/zvt-serial.ts';
import type { Redact } from '../trace.ts';

const DLE = 0x10;
const STX = 0x02;
const ETX = 0x03;
const CLASSES = new Set([0x04, 0x06, 0x80, 0x84]);
/** Of these the first byte of data is a code, and no card. */
const WITH_CODE = new Set<number>([ZVT.intermediateStatus, ZVT.abort]);

type Mask = (byte: number) => number;

/**
 * Card numbers, passwords and receipts stay out: of each APDU class, instruction, length and a code of one byte are kept,
 * however the line cuts it. What is out of step is masked to the end of the connection.
 */
export function zvtRedactor(): Redact {
  let masks: Readonly<Record<'sent' | 'received', Mask>> | undefined;
  return (direction, bytes) => {
    // We speak first: over a serial line in frames, over a network in bare APDUs.
    if (direction === 'sent') masks ??= bytes[0] === DLE ? both(frameMask) : both(apduMask);
    return masks ? bytes.map(masks[direction]) : new Uint8Array(bytes.length);
  };
}

const both = (mask: () => Mask) => ({ sent: mask(), received: mask() });

function apduMask(): Mask {
  let at = 0;
  let command = 0;
  let head = 3;
  let length = 0;
  let lost = false;
  const inHead = (byte: number): number => {
    if (at === 0) {
      lost = !CLASSES.has(byte);
      head = 3;
      command = byte << 8;
      return lost ? 0 : byte;
    }
    if (at === 1) command |= byte;
    else if (at === 2 && byte === 0xff) head = 5;
    else length = at === 4 ? length | (byte << 8) : byte;
    return byte;
  };
  return (byte) => {
    if (lost) return 0;
    const kept = at < head || (at === head && WITH_CODE.has(command)) ? byte : 0;
    const shown = at < head ? inHead(byte) : kept;
    at += 1;
    if (at >= head + length) {
      at = 0;
      length = 0;
    }
    return shown;
  };
}

/** Frames of PA00P016: DLE STX, the APDU with each DLE doubled, DLE ETX and a sum of two bytes; between them ACK or NAK. */
function frameMask(): Mask {
  let inside: Mask | undefined;
  let escaped = false;
  let sum = 0;
  return (byte) => {
    if (sum > 0) {
      sum -= 1;
      return 0;
    }
    if (!escaped && byte === DLE) {
      escaped = true;
      return byte;
    }
    const mark = escaped;
    escaped = false;
    if (!inside) {
      if (mark && byte === STX) inside = apduMask();
      return inside || byte === ACK || byte === NAK ? byte : 0;
    }
    if (!mark || byte === DLE) return inside(byte);
    if (byte === ETX) {
      inside = undefined;
      sum = 2;
    }
    return byte;
  };
}
