import type { CentralSystem } from '../central/index.ts';
import type { Clock, Log } from '../ports.ts';
import type { Gates } from './gates.ts';
import type { Item, ItemKind, Queue } from './queue.ts';

export interface Pump {
  /** There may be work: looks at once, as soon as the caller is ready. */
  wake(): void;
  /** Resolves when nothing is being sent and nothing can be sent now. */
  idle(): Promise<void>;
  running(): boolean;
  /** Nothing new is begun; resolves when what was under way has let go. */
  stop(): Promise<void>;
}

export interface PumpDeps {
  readonly queue: Queue;
  readonly gates: Gates;
  readonly clock: Clock;
  readonly log: Log;
  /** How many items of a kind go side by side. */
  readonly width: Readonly<Record<ItemKind, number>>;
  /** Sends one item and settles its state in the queue. */
  readonly deliver: (item: Item) => Promise<void>;
}

const KINDS: readonly ItemKind[] = ['zaak', 'klantcontact', 'verification', 'notification'];
/** Without these systems nothing of the kind can be done. */
const NEEDS: Readonly<Record<ItemKind, readonly CentralSystem[]>> = {
  // The types of most zaken are known: who needs the catalogus waits for it by himself.
  zaak: ['zaken'],
  klantcontact: ['klantinteracties'],
  verification: ['brp'],
  notification: ['notify'],
};
const AFTER_FAULT_MS = 60_000;
/** Clocks that are kept right go back a little now and then. */
const SET_BACK_MS = 1000;

/**
 * Starts what is due, and sleeps until something becomes due: it is woken by new work, by an answer that came in, and
 * by one timer. It never polls.
 */
export function createPump({ queue, gates, clock, log, width, deliver }: PumpDeps): Pump {
  const running = new Map<string, { readonly kind: ItemKind; readonly done: Promise<void> }>();
  let waiting: (() => void)[] = [];
  let planned = false;
  let stopped = false;
  let cancelTimer: (() => void) | undefined;
  let faultUntil = 0;
  let seenAt = 0;

  const closedUntil = (kind: ItemKind): number =>
    Math.max(0, ...NEEDS[kind].map((system) => gates.closedUntil(system)?.getTime() ?? 0));
  const room = (kind: ItemKind): boolean => {
    const busy = [...running.values()].filter((each) => each.kind === kind).length;
    // After a failure one goes ahead to see whether the system works again.
    return busy < (NEEDS[kind].some((system) => gates.failing(system)) ? 1 : width[kind]);
  };

  const start = (item: Item): void => {
    const done = deliver(item)
      .catch((error: unknown) => {
        // A full disk or a bug: what is on disk is whole, so it can be tried again after a pause.
        faultUntil = clock.now().getTime() + AFTER_FAULT_MS;
        log.error('sync.fault', {
          item: item.itemId,
          error: error instanceof Error ? error.name : 'unknown',
        });
      })
      .then(() => {
        running.delete(item.itemId);
        wake();
      });
    running.set(item.itemId, { kind: item.kind, done });
  };

  const look = (): void => {
    cancelTimer?.();
    // One moment for the whole look: what became due during it would be neither started nor waited for.
    const at = clock.now();
    const now = at.getTime();
    if (now < seenAt - SET_BACK_MS) {
      // Every moment that something waits for was told by a clock that ran ahead.
      queue.dueNow();
      gates.openAll();
      faultUntil = Math.min(faultUntil, now);
    }
    seenAt = now;
    const closed = new Map(KINDS.map((kind) => [kind, closedUntil(kind)]));
    if (now >= faultUntil) {
      if (faultUntil > 0 && running.size === 0) {
        faultUntil = 0;
        queue.recover();
      }
      for (const kind of KINDS) {
        while ((closed.get(kind) ?? 0) <= now && room(kind)) {
          const item = queue.next(kind, [...running.keys()], at);
          if (!item) break;
          start(item);
        }
      }
    }
    const due = queue.nextDue(at);
    const moments = [faultUntil, ...closed.values(), due === undefined ? 0 : Date.parse(due)];
    const next = Math.min(...moments.filter((moment) => moment > now));
    if (Number.isFinite(next)) cancelTimer = clock.after(next - now, wake);
  };

  const wake = (): void => {
    if (planned || stopped) return;
    planned = true;
    // Not before the answer to the clerk went out: claiming an item writes to disk.
    setImmediate(() => {
      planned = false;
      if (stopped) return;
      try {
        look();
      } catch (error) {
        faultUntil = clock.now().getTime() + AFTER_FAULT_MS;
        cancelTimer = clock.after(AFTER_FAULT_MS, wake);
        log.error('sync.fault', { error: error instanceof Error ? error.name : 'unknown' });
      }
      if (running.size > 0) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    });
  };

  return {
    wake,
    running: () => running.size > 0,
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        wake();
      }),
    stop: async () => {
      stopped = true;
      cancelTimer?.();
      await Promise.all([...running.values()].map(({ done }) => done));
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}
