import { PgBoss } from 'pg-boss';
import type { PostgresCluster } from '../../helpers/postgres.ts';
import type { OpenBlock } from './block.ts';

/** Fetch and complete of pg-boss, a queue for each block; it has a pool of its own with a connection for each counter. */
export async function bossClaims(
  cluster: PostgresCluster,
): Promise<{ readonly open: OpenBlock; stop(): Promise<void> }> {
  const { database } = await cluster.hall();
  const pools = new Map<number, PgBoss>();
  let queues = 0;

  async function poolOf(counters: number): Promise<PgBoss> {
    const there = pools.get(counters);
    if (there) return there;
    const { host = '', user = '' } = cluster.asAdmin(database);
    const pool = new PgBoss({
      host,
      port: cluster.port,
      user,
      database,
      max: counters,
      supervise: false,
      schedule: false,
    });
    pool.on('error', (error) => console.error(error));
    await pool.start();
    pools.set(counters, pool);
    return pool;
  }

  return {
    async open(counters, waiting) {
      const boss = await poolOf(counters);
      const queue = `claims-${(queues += 1)}`;
      await boss.createQueue(queue);
      await boss.insert(
        queue,
        Array.from({ length: waiting + counters }, (_, n) => ({ data: { number: `A${n}` } })),
      );
      await cluster.admin(database, 'ANALYZE');
      // Every connection of the pool open and its statements planned.
      await Promise.all(Array.from({ length: counters }, () => boss.fetch(queue)));
      return {
        async claim() {
          const [job] = await boss.fetch(queue);
          if (!job) throw new Error('no job');
          await boss.complete(queue, job.id);
          return job.id;
        },
        close: () => boss.deleteQueue(queue),
      };
    },
    async stop() {
      for (const boss of pools.values()) await boss.stop({ graceful: false });
    },
  };
}
