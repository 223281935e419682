import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { HallServer } from '../../../../electron/core/hall/postgres/hall-database.ts';
import {
  createPostgresHall,
  type PostgresHall,
} from '../../../../electron/core/hall/postgres/postgres-hall.ts';
import type { SharedHallDeps } from '../../../../electron/core/hall/postgres/shared-hall.ts';
import type { Clock } from '../../../../electron/core/ports.ts';
import { createIds, systemClock } from '../../../../electron/hosting/system.ts';
import { createTestLog } from '../../../helpers/log.ts';
import { type PostgresCluster, startPostgres } from '../../../helpers/postgres.ts';
import { openTestStore } from '../../../helpers/store.ts';
import { hallConfig } from '../config.ts';

/** One cluster for all tests of a file. */
export function postgresOfFile(options?: Parameters<typeof startPostgres>[0]): () => PostgresCluster {
  let cluster: PostgresCluster | undefined;
  beforeAll(async () => {
    cluster = await startPostgres(options);
  });
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

type More = Partial<SharedHallDeps> & {
  /** Whether the clock stands still until the test moves it: then it is not set by the one of the server. */
  readonly standsStill?: boolean;
};

/** An engine that may not have reached its database yet; stopped when the test ends. */
export function startHall(
  server: HallServer,
  clock: Clock,
  { log = createTestLog(), store = openTestStore(), standsStill = clock !== systemClock, ...more }: More = {},
): PostgresHall {
  const now = standsStill ? { now: () => clock.now() } : {};
  const ids = createIds();
  const hall = createPostgresHall({ server, store, clock, ids, config: hallConfig(), log, ...now, ...more });
  onTestFinished(() => hall.stop());
  return hall;
}

/** An engine that has reached its database; stopped when the test ends. */
export async function openHall(server: HallServer, clock: Clock, more: More = {}): Promise<PostgresHall> {
  const hall = startHall(server, clock, more);
  // Many at once on a busy machine take their time.
  await until(() => hall.link().kind === 'connected', 120_000);
  return hall;
}
