import { createHash } from 'node:crypto';
import path from 'node:path';
import { createBrp, createCentralHealth } from '../../../electron/core/central/index.ts';
import { createEvents } from '../../../electron/core/events.ts';
import type { CommittedVisit } from '../../../electron/core/records.ts';
import { openStore } from '../../../electron/core/store/index.ts';
import { createSync } from '../../../electron/core/sync/index.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { centralConfig, knowNoAllInOne } from '../../core/sync/sync-scene.ts';
import { pasfoto, uittreksel, visitOf } from '../../core/sync/visits.ts';
import { checkpointWorker, storeKey } from '../commit/counter.ts';
import type { CaseSystem } from './start-case-system.ts';

export const WIDTH = 8;
/** zaak, initiator, behandelaar, first status, three eigenschappen (or one and a document), resultaat, last status. */
export const CALLS = 9;

/** The pump of the application on an encrypted file. */
export interface OurPump {
  /** Sends so many zaken of nine calls each; resolves with the seconds it took. */
  drain(zaken: number, withDocument: boolean): Promise<number>;
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens a new file in `folder`. The bytes of every document are `content`. */
export function openOurPump(
  folder: string,
  { origin, zgwClientId, zgwSecret }: CaseSystem,
  content: Uint8Array,
): OurPump {
  const store = openStore({
    file: path.join(folder, 'waarmee.db'),
    key: storeKey,
    checkpointWorker,
    clock: systemClock,
  });
  const log = {
    info: () => undefined,
    warn: (event: string, fields?: object) => console.error(event, fields),
    error: (event: string, fields?: object) => console.error(event, fields),
  };
  const ids = createIds();
  const health = createCentralHealth(systemClock);
  const { zgw, ...central } = centralConfig(origin, WIDTH);
  const secrets = { read: () => zgwSecret };
  const visits = new Map<string, CommittedVisit>();
  const brp = createBrp({
    config: central.brp,
    timeoutSeconds: 5,
    secrets,
    store,
    clock: systemClock,
    ids,
    log,
    health,
  });
  // Measured are the nine calls of the standard.
  knowNoAllInOne(store, origin, systemClock.now());
  store.db.exec('CREATE TABLE bench_content (content_id TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT');
  const keep = store.db.prepare('INSERT INTO bench_content (content_id, content) VALUES (?, ?)');
  const read = store.db
    .prepare<[string], Buffer>('SELECT content FROM bench_content WHERE content_id = ?')
    .pluck();
  const sync = createSync({
    store,
    clock: systemClock,
    ids,
    log,
    events: createEvents((run) => store.afterCommit(run)),
    health,
    brp,
    secrets,
    config: {
      central: { ...central, zgw: { ...zgw, clientId: zgwClientId } },
      municipality: { name: 'Oefenstad', rsin: '002220647', gemeentecode: '0599' },
    },
    attachments: (id) => read.get(id),
    visit: (visitId) => visits.get(visitId),
    notification: () => undefined,
  });
  const queue = createQueue(store, systemClock);
  const sha256 = createHash('sha256').update(content).digest('hex');
  let number = 0;
  const nextVisit = (withDocument: boolean): CommittedVisit => {
    number += 1;
    const eigenschappen = { kanaal: 'balie', leges: '16,80', leveringswijze: 'normaal' };
    const bijlage = { ...pasfoto, attachmentId: ids.uuid(), bytes: content.byteLength, sha256 };
    const document = { ...bijlage, informatieobjecttype: 'Uittreksel', titel: 'Uittreksel' };
    return visitOf(number, {
      transactions: [
        uittreksel(number, {
          eigenschappen: withDocument ? { kanaal: 'balie' } : eigenschappen,
          attachments: withDocument ? [document] : [],
        }),
      ],
    });
  };
  return {
    drain: async (zaken, withDocument) => {
      const items = Array.from({ length: zaken }, () => {
        const visit = nextVisit(withDocument);
        visits.set(visit.visitId, visit);
        const [transaction] = visit.transactions;
        const { transactionId: entityId = '', zaakIdentificatie: label = '' } = transaction ?? {};
        for (const { attachmentId } of transaction?.attachments ?? []) keep.run(attachmentId, content);
        const { visitId } = visit;
        return {
          itemId: ids.ulid(),
          kind: 'zaak',
          visitId,
          entityId,
          label,
          orderKey: `zaak:${label}`,
        } as const;
      });
      queue.add(items);
      await store.checkpoint();
      const started = performance.now();
      sync.outbox.wake();
      await sync.idle();
      return (performance.now() - started) / 1000;
    },
    checkpoint: () => store.checkpoint(),
    stop: async () => {
      await sync.stop();
      await brp.stop();
      await store.close();
    },
  };
}
