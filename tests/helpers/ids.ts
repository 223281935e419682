import { createHash } from 'node:crypto';
import type { Ids } from '../../electron/core/ports.ts';

/** Ids that are the same in every run: version 4 UUIDs and ULIDs made from a counter. */
export function createTestIds(seed = 'test'): Ids {
  let count = 0;
  const hex = () => createHash('sha256').update(`${seed}/${++count}`).digest('hex');
  return {
    uuid() {
      const h = hex();
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
    },
    ulid: () => `01KAR${String(++count).padStart(21, '0')}`,
  };
}
