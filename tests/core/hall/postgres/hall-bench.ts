import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import {
  createPostgresHall,
  type PostgresHall,
} from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import type { Clock, Log } from '../../../../electron/core/ports.ts';
import { createIds, systemClock } from '../../../../electron/hosting/system.ts';
import type { Store } from '../../../../electron/core/store/index.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { type PostgresCluster, startPostgres } from '../../../helpers/postgres.ts';
import { hallConfig } from '../config.ts';

/** One cluster for all tests of a file. */
export function postgresOfFile(options?: Parameters<typeof startPostgres>[0]): () => PostgresCluster {
  let cluster: PostgresCluster | undefined;
  beforeAll(async () => {
    cluster = await startPostgres(options);
  }, 60_000);
  afterAll(() => cluster?.remove());
  return () => {
    if (!cluster) throw new Error('PostgreSQL did not start');
    return cluster;
  };
}

/** Settles when `fits` does; a test waits for nothing longer than it may take. */
export async function until(fits: () => boolean | Promise<boolean>, within = 5_000): Promise<number> {
  const begun = performance.now();
  while (!(await fits())) {
    if (performance.now() - begun > within) throw new Error(`not within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - begun;
}

/** An engine that has reached its database; stopped when the test ends. */
export async function openHall(
  server: HallServer,
  clock: Clock,
  { store = openTestStore(), log = createTestLog() }: { readonly store?: Store; readonly log?: Log } = {},
): Promise<PostgresHall> {
  // A clock that stands still is not set by the one of the server.
  const now = clock === systemClock ? {} : { now: () => clock.now() };
  const hall = createPostgresHall({
    server,
    store,
    clock,
    ids: createIds(),
    config: hallConfig(),
    log,
    ...now,
  });
  onTestFinished(() => hall.stop());
  // Many at once on a busy machine take their time.
  await until(() => hall.link().kind === 'connected', 30_000);
  return hall;
}
