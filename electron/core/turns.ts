/** Runs work with the same key one after the other, in the order in which it was asked. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** See `Turns`. A work that fails does not hold up the next. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
