import { DeviceFault, type FeatureReports, type Transport } from '../driver.ts';
import type { TraceEntry } from '../trace.ts';
import { createLinkEnd } from './link-end.ts';

/** What is played back; bytes that were masked in the recording may be anything now. */
export type ReplayEntry = Pick<TraceEntry, 'direction' | 'bytes'> &
  Partial<Pick<TraceEntry, 'redacted' | 'feature'>>;

/** A line that answers as it did in a recording. */
export interface Replay extends Transport {
  /** How many entries were not played yet. */
  left(): number;
  /** Where the driver sent something else than in the recording. */
  differs(): string | undefined;
}

/**
 * Plays a recorded trace back to a driver: what was received comes again as soon as everything that was sent before it
 * has been sent again. A byte that differs from the recording loses the link with `illegal` and says where.
 */
export function openReplay(entries: readonly ReplayEntry[], name = 'replay'): Replay {
  const end = createLinkEnd();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const script = entries.filter(({ bytes, feature }) => feature || bytes.length > 0);
  const hasFeatures = script.some(({ feature }) => feature);
  let at = 0;
  let offset = 0;
  let differs: string | undefined;

  const deliver = () => {
    for (let next = script[at]; next?.direction === 'received' && !next.feature; next = script[at]) {
      if (end.ended) return;
      at += 1;
      for (const listener of listeners) listener(next.bytes);
    }
  };
  const different = (what: string): DeviceFault => {
    differs ??= `the recording has ${what} in entry ${at}, byte ${offset}`;
    const fault = new DeviceFault('illegal', differs);
    end.lose(fault);
    return fault;
  };
  const consume = (byte: number) => {
    const expected = script[at];
    if (expected?.direction !== 'sent') throw different('nothing to send');
    if (!expected.redacted && expected.bytes[offset] !== byte) throw different('other bytes');
    offset += 1;
    if (offset < expected.bytes.length) return;
    at += 1;
    offset = 0;
    queueMicrotask(deliver);
  };
  const send = (bytes: Uint8Array) => {
    if (end.ended) throw end.fault ?? new DeviceFault('closed', 'the link is closed');
    for (const byte of bytes) {
      // Chunks may be cut differently than in the recording: an answer can be due halfway a write.
      deliver();
      consume(byte);
    }
  };
  /** The feature report that is due now; none: the device refused. */
  const takeReport = (): Uint8Array | undefined => {
    const next = script[at];
    if (next?.direction !== 'received' || !next.feature) return undefined;
    at += 1;
    queueMicrotask(deliver);
    return next.bytes;
  };
  const refused = () => new DeviceFault('failure', 'the device refused, in the recording');
  const features: FeatureReports = {
    async get(reportId) {
      deliver();
      const report = takeReport();
      if (!report || (report.length > 0 && report[0] !== reportId)) throw different('no such feature report');
      if (report.length === 0) throw refused();
      return report;
    },
    async set(report) {
      send(report);
      if (script[at]?.feature && script[at]?.bytes.length === 0) {
        takeReport();
        throw refused();
      }
    },
  };
  queueMicrotask(deliver);

  return {
    name,
    left: () => script.length - at,
    differs: () => differs,
    write: async (bytes) => send(bytes),
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended,
    close: async () => end.finish(),
    ...(hasFeatures && { features }),
  };
}
