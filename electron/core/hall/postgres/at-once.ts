import pg from 'pg';
import { type HallServer, reach, type Run } from './hall-database.ts';
import { migrate } from './migrations.ts';

/** A statement of a tool may look at all days of a hall. */
const DEADLINE_MS = 120_000;

/**
 * One connection for one piece of work, with the tables up to date. Throws what the driver throws when the database can't
 * be reached or goes away, and NewerHallError.
 */
export async function withHallServer<T>(server: HallServer, work: (run: Run) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...reach(server), query_timeout: DEADLINE_MS, lock_timeout: 30_000 });
  // Also told to the statement that is under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const run = runOn(client);
    await migrate(run);
    return await work(run);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Statements on one connection; throws what the driver throws. */
export function runOn(client: pg.Client): Run {
  return async ({ name, text, values }) =>
    (await client.query({ ...(name !== undefined && { name }), text, values: [...values] })).rows;
}
