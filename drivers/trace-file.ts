import type { z } from 'zod';
import { TraceLine } from '../shared/contract/device-discovery.ts';
import { TraceHeader } from '../shared/domain/trace-file.ts';
import type { Trace, TraceEntry } from './trace.ts';

/** What passed over the lines of a device, oldest first. */
export function traceLines(
  endpoints: readonly string[],
  traceOf: (endpoint: string) => Trace | undefined,
): TraceLine[] {
  return endpoints
    .flatMap((endpoint) =>
      (traceOf(endpoint)?.entries() ?? []).map(({ at, direction, bytes, connection, redacted, feature }) => ({
        at: new Date(at).toISOString(),
        endpoint,
        connection,
        direction,
        hex: Buffer.from(bytes).toString('hex'),
        ...(redacted && { redacted }),
        ...(feature && { feature }),
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Reads a trace file; throws an Error for people that names the line. */
export function readTraceFile(text: string): {
  readonly header: TraceHeader;
  readonly lines: readonly TraceLine[];
} {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const header = parse(TraceHeader, first, 1);
  return { header, lines: rest.map((line, index) => parse(TraceLine, line, index + 2)) };
}

/** The newest connection of each endpoint (or the one asked for), to be played back. */
export function entriesToReplay(
  lines: readonly TraceLine[],
  connection?: number,
): ReadonlyMap<string, readonly TraceEntry[]> {
  const wanted = connection ?? Math.max(...lines.map((line) => line.connection));
  const played = new Map<string, TraceEntry[]>();
  for (const { at, endpoint, hex, redacted = false, feature = false, ...line } of lines) {
    if (line.connection !== wanted) continue;
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    const entry = { ...line, at: Date.parse(at), redacted, feature, bytes };
    played.set(endpoint, [...(played.get(endpoint) ?? []), entry]);
  }
  return played;
}

function parse<T>(schema: z.ZodType<T>, line: string, number: number): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new Error(`line ${number} is no line of a trace file`);
  }
}
