import type { Clock } from './clock.ts';
import type { FeatureReports, Transport } from './driver.ts';

export type Direction = 'sent' | 'received';

/** One chunk on the line. `at` is milliseconds since 1970, UTC. */
export interface TraceEntry {
  readonly at: number;
  readonly direction: Direction;
  readonly bytes: Uint8Array;
  /** Counts the connections, from 1: a device that comes back starts anew. */
  readonly connection: number;
  /** True when bytes were masked. */
  readonly redacted: boolean;
}

/** Takes what must not be kept (text on paper, the machine readable zone) out of a chunk before it is remembered. */
export type Redact = (direction: Direction, bytes: Uint8Array) => Uint8Array;

export interface Trace {
  record(direction: Direction, bytes: Uint8Array): void;
  /** A new connection begins; what is remembered of the earlier ones stays. */
  reconnected(): void;
  /** Oldest first. */
  entries(): readonly TraceEntry[];
}

/** Remembers the last `capacity` bytes of a line, redacted, whole chunks at a time. */
export function createTrace(clock: Clock, redact: Redact, capacity = 64 * 1024): Trace {
  const entries: TraceEntry[] = [];
  let size = 0;
  let connection = 1;
  return {
    reconnected() {
      if (entries.length > 0) connection += 1;
    },
    record(direction, bytes) {
      const masked = redact(direction, bytes);
      const redacted = Buffer.compare(masked, bytes) !== 0;
      const kept = masked.slice(-capacity);
      entries.push({ at: clock.now().getTime(), direction, bytes: kept, connection, redacted });
      // An empty chunk costs memory too, so every entry counts for at least one byte.
      size += Math.max(1, kept.length);
      while (size > capacity) size -= Math.max(1, entries.shift()?.bytes.length ?? size);
    },
    entries: () => [...entries],
  };
}

/** The same transport, with everything that passes recorded. */
export function withTrace(transport: Transport, trace: Trace): Transport {
  transport.onBytes((bytes) => trace.record('received', bytes));
  return {
    name: transport.name,
    write(bytes, limits) {
      trace.record('sent', bytes);
      return transport.write(bytes, limits);
    },
    onBytes: (listener) => transport.onBytes(listener),
    onGone: (listener) => transport.onGone(listener),
    checkAlive: () => transport.checkAlive(),
    close: () => transport.close(),
    usb: transport.usb,
    ...(transport.features && { features: tracedFeatures(transport.features, trace) }),
  };
}

function tracedFeatures(features: FeatureReports, trace: Trace): FeatureReports {
  return {
    async get(reportId, size, limits) {
      const report = await features.get(reportId, size, limits);
      trace.record('received', report);
      return report;
    },
    set(report, limits) {
      trace.record('sent', report);
      return features.set(report, limits);
    },
  };
}
