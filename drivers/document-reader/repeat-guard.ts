import { hash } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** More different contents than anybody lays down within the window. */
const REMEMBERED = 16;

/**
 * Tells whether a reading is new. The same content again within `windowMs` after it was last seen is the same document,
 * lying in the slot or laid down twice, also when something else was read in between. Remembers hashes only, never the
 * content.
 */
export function createRepeatGuard(clock: Clock, windowMs: number): { isNew(content: string): boolean } {
  const seen = new Map<string, number>();
  return {
    isNew(content) {
      const key = hash('sha256', content);
      const now = clock.now().getTime();
      for (const [known, at] of seen) if (now - at >= windowMs) seen.delete(known);
      const repeated = seen.delete(key);
      seen.set(key, now);
      const oldest = seen.keys().next().value;
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
      return !repeated;
    },
  };
}
