import type { CallOutput } from '../../../../shared/contract/index.ts';

/** Whether the central systems answer; `unknown` as long as none of them was asked anything: then nothing is promised. */
export type Reach = 'online' | 'offline' | 'unknown';

/** The reach in one word, for the status bar and the panel. */
export function reachOf(sync: CallOutput<'sync.status'>): Reach {
  if (!sync.online) return 'offline';
  return sync.systems.every((system) => system.reachable === null) ? 'unknown' : 'online';
}
