import { setTimeout as pause } from 'node:timers/promises';

/** One thing that must hold on kernel devices; throws when it does not. Answers a remark for the log. */
export interface Step {
  readonly name: string;
  readonly run: () => Promise<string | void>;
}

/** The first value that is there, looked for every 10 ms; throws after `withinMs`. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 5000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`not in ${withinMs} ms: ${what}`);
    await pause(10);
  }
}

export const limits = (deadlineMs = 5000) => ({ deadlineMs, signal: new AbortController().signal });
