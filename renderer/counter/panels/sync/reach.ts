import type { CallOutput } from '../../../../shared/contract/index.ts';

/** Whether the central systems answer; `unknown` as long as none of them was asked anything: then nothing is promised. */
export type Reach = 'online' | 'offline' | 'unknown';

/** The reach in one word, for the status bar and the panel. */
export function reachOf(sync: CallOutput<'sync.status'>): Reach {
  if (!sync.online) return 'offline';
  return sync.systems.every((system) => system.reachable === null) ? 'unknown' : 'online';
}

/** So long nothing may come through, or nothing of one item, before somebody has to look. */
const STALLED_MS = 3_600_000;

/** Since when what does not come through, once that is long enough to be told; null otherwise. */
export function stalledOf(
  { waitsSince, waitsFor }: CallOutput<'sync.status'>,
  now: number,
): { readonly since: string; readonly system: typeof waitsFor } | null {
  if (waitsSince === null || now - Date.parse(waitsSince) < STALLED_MS) return null;
  return { since: waitsSince, system: waitsFor };
}
