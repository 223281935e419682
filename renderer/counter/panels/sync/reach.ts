import type { CallOutput } from '../../../../shared/contract/index.ts';

/** Whether the central systems answer; `unknown` as long as none of them was asked anything: then nothing is promised. */
export type Reach = 'online' | 'offline' | 'unknown';

/** The reach in one word, for the status bar and the panel. */
export function reachOf(sync: CallOutput<'sync.status'>): Reach {
  if (!sync.online) return 'offline';
  return sync.systems.every((system) => system.reachable === null) ? 'unknown' : 'online';
}

/** So long nothing may come through before somebody has to look. */
const STALLED_MS = 3_600_000;

/** Since when nothing comes through, once that is long enough to be told; null otherwise. */
export function stalledSince({ waitsSince }: CallOutput<'sync.status'>, now: number): string | null {
  return waitsSince !== null && now - Date.parse(waitsSince) >= STALLED_MS ? waitsSince : null;
}
