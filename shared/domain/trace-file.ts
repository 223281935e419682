import { z } from 'zod';
import { DeviceRole } from '../contract/device-binding.ts';
import type { TraceLine } from '../contract/device-discovery.ts';

/** The first line of a trace file: which driver the bytes belong to. */
export const TraceHeader = z.strictObject({
  trace: z.literal(1),
  role: DeviceRole,
  driver: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TraceHeader = z.infer<typeof TraceHeader>;

/** A trace file: JSON, one line for what it is of and one for each chunk. */
export function traceFile(header: TraceHeader, lines: readonly TraceLine[]): string {
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}
