import type { Clock } from './clock.ts';
import { asFault, type FeatureReports, type Transport } from './driver.ts';

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
  /** True for a feature report of a HID device; one received without bytes: the device refused. */
  readonly feature: boolean;
}

/** Takes what must not be kept (text on paper, the machine readable zone) out of a chunk before it is remembered. */
export type Redact = (direction: Direction, bytes: Uint8Array) => Uint8Array;

export interface Trace {
  record(direction: Direction, bytes: Uint8Array, feature?: boolean): void;
  /** A new connection begins; what is remembered of the earlier ones stays. */
  reconnected(): void;
  /** Oldest first. */
  entries(): readonly TraceEntry[];
}

/**
 * Remembers the last `capacity` bytes of a line, whole chunks at a time, redacted by a new redactor per connection. What is
 * received is redacted in the same turn, but after the driver heard it: the clerk waits for the driver, nobody for the trace.
 */
export function createTrace(clock: Clock, redactor: () => Redact, capacity = 64 * 1024): Trace {
  const entries: TraceEntry[] = [];
  let received: Pick<TraceEntry, 'at' | 'bytes' | 'feature'>[] = [];
  let size = 0;
  let connection = 1;
  let redact = redactor();

  function keep(direction: Direction, { at, bytes, feature }: (typeof received)[number]): void {
    const masked = redact(direction, bytes);
    const redacted = Buffer.compare(masked, bytes) !== 0;
    const kept = masked.slice(-capacity);
    entries.push({ at, direction, bytes: kept, connection, redacted, feature });
    // An empty chunk costs memory too, so every entry counts for at least one byte.
    size += Math.max(1, kept.length);
    while (size > capacity) size -= Math.max(1, entries.shift()?.bytes.length ?? size);
  }
  function catchUp(): void {
    const chunks = received;
    received = [];
    for (const chunk of chunks) keep('received', chunk);
  }

  return {
    reconnected() {
      catchUp();
      redact = redactor();
      if (entries.length > 0) connection += 1;
    },
    record(direction, bytes, feature = false) {
      const chunk = { at: clock.now().getTime(), bytes, feature };
      if (direction === 'received') {
        received.push(chunk);
        queueMicrotask(catchUp);
      } else {
        catchUp();
        keep(direction, chunk);
      }
    },
    entries() {
      catchUp();
      return [...entries];
    },
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
  const refused = (error: unknown): never => {
    if (asFault(error).reason === 'failure') trace.record('received', new Uint8Array(), true);
    throw error;
  };
  return {
    async get(reportId, size, limits) {
      const report = await features.get(reportId, size, limits).catch(refused);
      trace.record('received', report, true);
      return report;
    },
    set(report, limits) {
      trace.record('sent', report, true);
      return features.set(report, limits).catch(refused);
    },
  };
}
