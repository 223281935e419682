import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { runOn, withHallServer } from '../../../electron/core/hall/postgres/at-once.ts';
import { callNext } from '../../../electron/core/hall/postgres/call-next.ts';
import { inTransaction, reach } from '../../../electron/core/hall/postgres/hall-database.ts';
import { hallRows } from '../../../electron/core/hall/postgres/hall-rows.ts';
import { openSharedHall } from '../../../electron/core/hall/postgres/shared-hall.ts';
import { openStore, type Store } from '../../../electron/core/store/index.ts';
import { createIds, systemClock } from '../../../electron/hosting/system.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import { hallConfig } from '../../core/hall/config.ts';
import type { PostgresCluster } from '../../helpers/postgres.ts';
import type { OpenBlock } from './block.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ids = createIds();

/** So many tickets of today in a new location. */
async function fill(
  server: Parameters<typeof withHallServer>[0],
  location: string,
  waiting: number,
): Promise<void> {
  const rows = hallRows(location);
  const day = amsterdamDay(systemClock.now());
  const at = systemClock.now().toISOString();
  const event = { kind: 'issued', day, at, counter: null, staffId: null, undoes: null } as const;
  await withHallServer(server, (run) =>
    inTransaction(run, async () => {
      for (let ordinal = 1; ordinal <= waiting; ordinal += 1) {
        const details = { group: ordinal % 2 === 0 ? 'A' : 'B', ordinal, origin: 'dispenser' } as const;
        const id = { eventId: ids.ulid(), commandId: randomUUID(), ticketId: ids.ulid() };
        await rows.append(run, { ...event, ...id, details });
      }
      await run({ text: 'ANALYZE hall_ticket', values: [] });
    }),
  );
}

/** Resolves when the workstation has read the hall. */
function connected(shared: ReturnType<typeof openSharedHall>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (shared.awaySince() !== null) return;
      stop();
      resolve();
    };
    const stop = shared.onChange(look);
    look();
  });
}

/**
 * Our claim as a workstation carries it out, each counter on a connection of its own; what is known of the hall is kept by
 * one workstation for all of them, because fifty of them are fifty PCs and not one.
 */
export async function ourClaims(
  cluster: PostgresCluster,
): Promise<{ readonly open: OpenBlock; stop(): Promise<void> }> {
  const server = await cluster.hall();
  const folder = mkdtempSync(path.join(tmpdir(), 'waarmee-claims-'));
  const store: Store = openStore({
    file: path.join(folder, 'waarmee.db'),
    key: Buffer.alloc(32, 7),
    checkpointWorker: new URL('../../../electron/core/store/checkpoint-worker.ts', import.meta.url),
    clock: systemClock,
  });
  const clients: pg.Client[] = [];
  /** A counter keeps its connection the whole day. */
  async function counterConnections(counters: number): Promise<readonly pg.Client[]> {
    while (clients.length < counters) {
      const client = new pg.Client(reach(server));
      await client.connect();
      clients.push(client);
    }
    return clients.slice(0, counters);
  }
  return {
    async open(counters, waiting) {
      const config = hallConfig();
      const location = randomUUID();
      await fill(server, location, waiting);
      const shared = openSharedHall({
        server,
        store,
        clock: systemClock,
        ids,
        log,
        config: { ...config, location: { ...config.location, id: location } },
      });
      await connected(shared);
      const runs = (await counterConnections(counters)).map(runOn);
      // Every claim by another counter, so that nobody has to finish a visit in between.
      let counter = 0;
      const claim = async (place: number, hall: Parameters<typeof callNext>[0]): Promise<string> => {
        const run = runs[place];
        if (!run) throw new Error('no such counter');
        const commandId = randomUUID();
        counter += 1;
        const action = { commandId, counter, staffId: 'medewerker-1', request: `callNext ${counter} ` };
        const answer = await callNext(hall, run, { ...action, newId: ids.ulid });
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value?.ticketId ?? 'nobody';
      };
      // Fifty counters rank on fifty PCs: here that is done before the clock runs. What was claimed leaves the list.
      const now = shared.clock.now();
      const { ranked } = shared.reader.order({ counter: 1, now }, waiting);
      let gone = 0;
      const waits = (place: number) =>
        shared.mirror.get(ranked[place]?.ticket.ticketId ?? '')?.facts.state !== 'called';
      const order = (_: unknown, most: number) => {
        while (gone < ranked.length && !waits(gone)) gone += 1;
        return { ranked: ranked.slice(gone, gone + most), skipped: [] };
      };
      const ranksBefore = { ...shared, reader: { ...shared.reader, order } };
      return {
        claim: (place) => claim(place, ranksBefore),
        close: () => shared.stop(),
      };
    },
    async stop() {
      await Promise.all(clients.map((client) => client.end()));
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
