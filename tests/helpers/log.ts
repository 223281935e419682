import type { Log } from '../../electron/core/ports.ts';

export interface TestLog extends Log {
  readonly lines: {
    readonly level: string;
    readonly event: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
}

/** A log that a test can read back. */
export function createTestLog(): TestLog {
  const lines: TestLog['lines'] = [];
  const at =
    (level: string): Log['info'] =>
    (event, fields = {}) =>
      void lines.push({ level, event, fields });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
