import type { BoardSnapshot } from '../../../shared/contract/hall.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { WaitForecast } from './wait-forecast.ts';

/** The board of the hall with the waits to expect. */
export interface Board {
  current(): Promise<BoardSnapshot>;
  onChange(listener: () => void): () => void;
  stop(): void;
}

/** What the displays show: no group of which nobody in the hall should know who comes for it. Their calls have a number alone. */
export function publicBoard(board: Board, config: Config): Pick<Board, 'current' | 'onChange'> {
  const sensitive = config.hall.groups.filter((group) => group.sensitive).map(({ letter }) => letter);
  if (sensitive.length === 0) return board;
  return {
    async current() {
      const snapshot = await board.current();
      return { ...snapshot, waiting: snapshot.waiting.filter(({ letter }) => !sensitive.includes(letter)) };
    },
    onChange: board.onChange,
  };
}

const LOOK_MS = 60_000;

/** A wait changes with time alone too: once a minute the board looks whether what it says is still so. */
export function createBoard(deps: {
  readonly engine: Pick<HallEngine, 'board' | 'onChange'>;
  readonly forecast: WaitForecast;
  readonly clock: Clock;
}): Board {
  const { engine, forecast, clock } = deps;
  const listeners = new Set<() => void>();
  let seen: string | undefined;

  async function read(): Promise<BoardSnapshot> {
    const [board, expect] = await Promise.all([engine.board(), forecast.now()]);
    const before = new Map(board.waiting.map(({ letter, count }) => [letter, count]));
    return {
      ...board,
      waiting: board.waiting.map((group) => ({ ...group, expected: expect(group.letter, before) })),
    };
  }
  const waitsOf = ({ waiting }: BoardSnapshot): string =>
    JSON.stringify(waiting.map(({ expected }) => expected));

  async function look(): Promise<void> {
    const before = seen;
    seen = waitsOf(await read());
    if (before !== undefined && before !== seen) for (const listener of listeners) listener();
  }
  function lookLater(): () => void {
    return clock.after(LOOK_MS, () => {
      cancel = lookLater();
      // An engine that is away is noticed by whoever asks for the board.
      look().catch(() => undefined);
    });
  }
  let cancel = lookLater();

  return {
    current: read,
    onChange(listener) {
      listeners.add(listener);
      const stop = engine.onChange(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    stop: () => cancel(),
  };
}
