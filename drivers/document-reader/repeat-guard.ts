import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';

/**
 * Tells whether a reading is new. The same content again within `windowMs` after it was last seen is the same document,
 * lying in the slot or laid down twice. Remembers a hash only, never the content.
 */
export function createRepeatGuard(clock: Clock, windowMs: number): { isNew(content: string): boolean } {
  let last = '';
  let seenAt = Number.NEGATIVE_INFINITY;
  return {
    isNew(content) {
      const hash = createHash('sha256').update(content).digest('hex');
      const now = clock.now().getTime();
      const repeated = hash === last && now - seenAt < windowMs;
      last = hash;
      seenAt = now;
      return !repeated;
    },
  };
}
