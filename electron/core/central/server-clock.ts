/** What time it is at a server, learned from the Date header of its answers. */
export interface ServerClock {
  /** Takes in one answer: `sentAt` and `receivedAt` in milliseconds of the local clock. Returns true when the estimate moved by a second or more. */
  learn(dateHeader: string | undefined, sentAt: number, receivedAt: number): boolean;
  /** The server's time for a local time, never ahead of the server; the local time itself while nothing is known. */
  at(localMs: number): Date;
  known(): boolean;
}

/**
 * A Date header is cut to whole seconds, so the server's clock, less ours, lies between `Date - receivedAt` and
 * `Date + 1 s - sentAt`. The greatest lower bound that later answers don't contradict is kept: it never runs ahead.
 */
export function createServerClock(): ServerClock {
  let offset: number | undefined;
  return {
    learn: (dateHeader, sentAt, receivedAt) => {
      const date = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(date)) return false;
      const lowest = date - receivedAt;
      const highest = date + 1000 - sentAt;
      const before = offset ?? 0;
      offset = offset === undefined || offset > highest ? lowest : Math.max(offset, lowest);
      return Math.abs(offset - before) >= 1000;
    },
    at: (localMs) => new Date(localMs + (offset ?? 0)),
    known: () => offset !== undefined,
  };
}
