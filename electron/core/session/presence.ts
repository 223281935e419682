import type { Staff } from '../../../shared/contract/session.ts';
import type { Clock } from '../ports.ts';

/** Who sits at a counter: of several windows the one that was used last, and rather one that is not locked. */
export interface Seated {
  readonly counter: number;
  readonly staff: Staff;
  readonly locked: boolean;
}

export interface PresenceBook {
  staff(client: string): { readonly staff: Staff; readonly locked: boolean } | null;
  enter(window: { readonly client: string; readonly counter: number }, staffId: string): void;
  /** Who sits unlocked behind a window of this counter, seen last. */
  workingAt(counter: number): Staff | null;
  /** Every counter with somebody logged in. */
  seats(): readonly Seated[];
  /** Ends every session at a counter; answers whose. */
  leaveCounter(counter: number): readonly Staff[];
  touch(client: string): void;
  lock(client: string): void;
  unlock(client: string): void;
  leave(client: string): void;
  /** Ends every session of a staff member, after a change of rights or passphrase. */
  leaveAll(staffId: string): void;
  stop(): void;
}

interface Seat {
  readonly staffId: string;
  readonly counter: number;
  lastSeen: number;
  locked: boolean;
}

/**
 * Who sits behind which window. In memory only: after a restart everybody logs in again. A window that was not touched
 * for `idleMs` locks itself. `onChange` is called when that happens, or when a session is ended from elsewhere.
 */
export function createPresence(deps: {
  readonly clock: Clock;
  readonly idleMs: number;
  readonly staffById: (staffId: string) => Staff | undefined;
  readonly onChange: () => void;
}): PresenceBook {
  const seats = new Map<string, Seat>();
  const now = () => deps.clock.now().getTime();
  let cancel: (() => void) | undefined;
  let stopped = false;

  const lockIdle = (seat: Seat): boolean => {
    // A clock that was set back would keep the window open for as long.
    seat.lastSeen = Math.min(seat.lastSeen, now());
    if (seat.locked || now() - seat.lastSeen < deps.idleMs) return false;
    seat.locked = true;
    return true;
  };
  const watch = () => {
    cancel?.();
    if (stopped) return;
    cancel = deps.clock.after(Math.min(deps.idleMs, 15_000), () => {
      const locked = [...seats.values()].filter(lockIdle).length;
      if (locked > 0) deps.onChange();
      if (seats.size > 0) watch();
    });
  };
  const staff: PresenceBook['staff'] = (client) => {
    const seat = seats.get(client);
    if (!seat) return null;
    // After the answer: whoever asks is in the middle of something, and the window must still hear that it is locked.
    if (lockIdle(seat)) deps.clock.after(0, deps.onChange);
    // Read anew each time: a right that was taken away is gone at the next click.
    const found = deps.staffById(seat.staffId);
    return found?.active ? { staff: found, locked: seat.locked } : null;
  };
  /** Those at the windows of a counter, seen last first. */
  const presentAt = (counter: number): Omit<Seated, 'counter'>[] => {
    const windows = [...seats].filter(([, seat]) => seat.counter === counter);
    windows.sort(([, a], [, b]) => b.lastSeen - a.lastSeen);
    return windows.flatMap(([client]) => staff(client) ?? []);
  };
  const end = (which: (seat: Seat) => boolean): void => {
    const ended = [...seats].filter(([, seat]) => which(seat));
    for (const [client] of ended) seats.delete(client);
    if (ended.length > 0) deps.onChange();
  };
  return {
    staff,
    workingAt: (counter) => presentAt(counter).find(({ locked }) => !locked)?.staff ?? null,
    seats: () =>
      [...new Set([...seats.values()].map(({ counter }) => counter))].flatMap((counter) => {
        const here = presentAt(counter);
        const seat = here.find(({ locked }) => !locked) ?? here[0];
        return seat ? [{ counter, ...seat }] : [];
      }),
    leaveCounter(counter) {
      const here = presentAt(counter).map((seat) => seat.staff);
      end((seat) => seat.counter === counter);
      return here;
    },
    enter({ client, counter }, staffId) {
      seats.set(client, { staffId, counter, lastSeen: now(), locked: false });
      watch();
    },
    touch(client) {
      const seat = seats.get(client);
      if (seat) seat.lastSeen = now();
    },
    lock(client) {
      const seat = seats.get(client);
      if (seat) seat.locked = true;
    },
    unlock(client) {
      const seat = seats.get(client);
      if (!seat) return;
      seat.locked = false;
      seat.lastSeen = now();
    },
    leave: (client) => void seats.delete(client),
    leaveAll: (staffId) => end((seat) => seat.staffId === staffId),
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
