import type { Core } from '../core/create-core.ts';
import type { Log } from '../core/ports.ts';
import { frame } from './sse.ts';

export interface BoardFeed {
  /** The newest snapshot as a frame; read when there is none yet. Rejects when the hall can't be read. */
  latest(): Promise<string>;
  stop(): void;
}

/**
 * Encodes each snapshot of the board once, however many displays there are, and hands it to `push`. One reading runs at
 * a time; changes that come meanwhile lead to one more reading, not to one each.
 */
export function createBoardFeed(board: Core['board'], push: (text: string) => void, log: Log): BoardFeed {
  let newest: string | undefined;
  let reading: Promise<void> | undefined;
  let changed = false;

  async function readUntilQuiet(): Promise<void> {
    while (changed) {
      changed = false;
      try {
        newest = frame(JSON.stringify(await board.current()), 'board');
        push(newest);
      } catch (error) {
        // Displays that are open keep their last good state; the next change or connection reads again.
        newest = undefined;
        log.warn('display.boardUnreadable', { error: error instanceof Error ? error.name : 'unknown' });
      }
    }
    reading = undefined;
  }

  function refresh(): Promise<void> {
    changed = true;
    reading ??= readUntilQuiet();
    return reading;
  }

  const unsubscribe = board.onChange(() => void refresh());
  return {
    async latest() {
      if (newest === undefined) await refresh();
      if (newest === undefined) throw new Error('the board can not be read now');
      return newest;
    },
    stop: unsubscribe,
  };
}
