import { elyctisTexts, RESYNC } from '../protocol/elyctis.ts';
import { isMenuCommand, menuText } from '../protocol/honeywell.ts';
import type { Redact } from '../trace.ts';

const MASK = 0x78;
const isPrintable = (byte: number) => byte > 0x20 && byte < 0x7f;
const masked = (byte: number) => (isPrintable(byte) ? MASK : byte);

/** Everything printable that a reader sends is masked, because any of it can be of a person; lengths stay. */
export const redactReader: Redact = (direction, bytes) => (direction === 'sent' ? bytes : bytes.map(masked));

/**
 * The same for an Elyctis reader, but letter and length of each message stay, and the text with which it answers who it is:
 * without these a recording could not be played back. That text is kept only as an answer to our own question, and short.
 */
export function elyctisRedactor(): Redact {
  const messages = elyctisTexts();
  return (direction, bytes) => {
    if (direction === 'received') return bytes.map((byte) => (messages.mayKeep(byte) ? byte : masked(byte)));
    if (Buffer.compare(bytes, RESYNC) === 0) messages.reset();
    else messages.asked(bytes[0] ?? 0);
    return bytes;
  };
}

/** The same for a Honeywell scanner, but what it repeats of a menu command stays: those are our own words. */
export function honeywellRedactor(): Redact {
  let expected = '';
  return (direction, bytes) => {
    if (direction === 'sent') {
      if (isMenuCommand(bytes)) expected = menuText(bytes);
      return bytes;
    }
    return bytes.map((byte) => {
      if (expected === '' || byte !== expected.charCodeAt(0)) return masked(byte);
      expected = expected.slice(1);
      return byte;
    });
  };
}
