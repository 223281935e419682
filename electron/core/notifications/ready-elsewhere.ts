import { createHash } from 'node:crypto';
import type { Audit } from '../audit/index.ts';
import type { ReadyWord } from '../hall/index.ts';
import type { Outbox } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { NotificationRows } from './rows.ts';

/** By what workstations tell each other of a zaak: SHA-256 in hex, which says nothing of the zaak or of whose it is. */
export function markOf(zaakIdentificatie: string): string {
  return createHash('sha256').update(`ready ${zaakIdentificatie}`).digest('hex');
}

/**
 * Sends what waits here for a zaak of which another workstation said that it is ready. Who asked for word, and where it
 * goes, this store alone knows; it lets each message go once, however often it hears of it.
 */
export function hearReady(
  others: ReadyWord,
  deps: {
    readonly store: Store;
    readonly rows: Pick<NotificationRows, 'waitingZaken' | 'releaseFor'>;
    readonly outbox: Pick<Outbox, 'notify' | 'wake'>;
    readonly audit: Pick<Audit, 'record'>;
  },
): () => void {
  const { store, rows, outbox, audit } = deps;
  return others.onHeard((marks) => {
    const told = new Set(marks);
    const ready = rows.waitingZaken().filter((zaak) => told.has(markOf(zaak)));
    if (ready.length === 0) return;
    store.atomically(() => {
      for (const zaak of ready) {
        const released = rows.releaseFor(zaak);
        for (const notification of released) outbox.notify(notification);
        audit.record({
          who: 'waarmee',
          action: 'messages.ready',
          recordType: 'zaak',
          recordId: zaak,
          detail: `${released.length} berichten, gemeld op een andere pc`,
        });
      }
      store.afterCommit(() => outbox.wake());
    });
  });
}
