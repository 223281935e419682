import type { Staff } from '../../../shared/contract/session.ts';
import type { Clock } from '../ports.ts';

export interface PresenceBook {
  staff(client: string): { readonly staff: Staff; readonly locked: boolean } | null;
  enter(client: string, staffId: string): void;
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
  lastSeen: number;
  locked: boolean;
}

/**
 * Who sits behind which window. In memory only: after a restart everybody logs in again. A window that was not touched
 * for `idleMs` locks itself; `onLock` is then called.
 */
export function createPresence(deps: {
  readonly clock: Clock;
  readonly idleMs: number;
  readonly staffById: (staffId: string) => Staff | undefined;
  readonly onLock: () => void;
}): PresenceBook {
  const seats = new Map<string, Seat>();
  const now = () => deps.clock.now().getTime();
  let cancel: (() => void) | undefined;
  let stopped = false;

  const lockIdle = (seat: Seat): boolean => {
    if (seat.locked || now() - seat.lastSeen < deps.idleMs) return false;
    seat.locked = true;
    return true;
  };
  const watch = () => {
    cancel?.();
    if (stopped) return;
    cancel = deps.clock.after(Math.min(deps.idleMs, 15_000), () => {
      const locked = [...seats.values()].filter(lockIdle).length;
      if (locked > 0) deps.onLock();
      if (seats.size > 0) watch();
    });
  };
  return {
    staff(client) {
      const seat = seats.get(client);
      if (!seat) return null;
      lockIdle(seat);
      // Read anew each time: a right that was taken away is gone at the next click.
      const staff = deps.staffById(seat.staffId);
      return staff?.active ? { staff, locked: seat.locked } : null;
    },
    enter(client, staffId) {
      seats.set(client, { staffId, lastSeen: now(), locked: false });
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
    leaveAll(staffId) {
      for (const [client, seat] of seats) if (seat.staffId === staffId) seats.delete(client);
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
