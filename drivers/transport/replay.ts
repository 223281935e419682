import { DeviceFault, type Transport } from '../driver.ts';
import type { TraceEntry } from '../trace.ts';
import { createLinkEnd } from './link-end.ts';

/** What is played back; bytes that were masked in the recording may be anything now. */
export type ReplayEntry = Pick<TraceEntry, 'direction' | 'bytes'> & { readonly redacted?: boolean };

/**
 * Plays a recorded trace back to a driver: what was received comes again as soon as everything that was sent before it
 * has been sent again. A byte that differs from the recording loses the link with `illegal` and says where.
 */
export function openReplay(entries: readonly ReplayEntry[], name = 'replay'): Transport {
  const end = createLinkEnd();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const script = entries.filter((entry) => entry.bytes.length > 0);
  let at = 0;
  let offset = 0;

  const deliver = () => {
    while (!end.ended && script[at]?.direction === 'received') {
      const { bytes } = script[at++]!;
      for (const listener of listeners) listener(bytes);
    }
  };
  const consume = (byte: number) => {
    const expected = script[at];
    if (!expected || (!expected.redacted && expected.bytes[offset] !== byte)) {
      throw new DeviceFault('illegal', `the recording has other bytes in entry ${at}, byte ${offset}`);
    }
    offset += 1;
    if (offset < expected.bytes.length) return;
    at += 1;
    offset = 0;
    queueMicrotask(deliver);
  };
  queueMicrotask(deliver);

  return {
    name,
    async write(bytes) {
      if (end.ended) throw end.fault ?? new DeviceFault('closed', 'the link is closed');
      try {
        for (const byte of bytes) {
          // Chunks may be cut differently than in the recording: an answer can be due halfway a write.
          deliver();
          consume(byte);
        }
      } catch (error) {
        if (error instanceof DeviceFault) end.lose(error);
        throw error;
      }
    },
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended,
    close: async () => end.finish(),
  };
}
