import { type PostgresCluster, startPostgres } from '../../helpers/postgres.ts';
import { quantile, report } from '../figures.ts';
import type { OpenBlock } from './block.ts';
import { bareClaims } from './bare-claims.ts';
import { bossClaims } from './boss-claims.ts';
import { ourClaims } from './our-claims.ts';

/**
 * Claims per second on a PostgreSQL that syncs, with all counters in this process, each with a connection of its own:
 * ours (rank by the rule, claim, event, remembered command, NOTIFY with the ticket, and one workstation that hears it)
 * against the one statement that claims, writes an event and notifies as many bytes, and against pg-boss fetch and
 * complete. Blocks take turns within the run; every block has a hall of its own with as many waiting.
 */
const CLAIMS = Number(process.env['CLAIMS'] ?? 200);
const BLOCKS = Number(process.env['BLOCKS'] ?? 12);
/** How many still wait at the end, as in a hall that is never empty. */
const MORE = 60;
const COUNTERS = [10, 50];
const HARD_LIMIT_MS = 240_000;

interface Times {
  perSecond: number[];
  ms: number[];
}

/** So many loops that claim until all are claimed; every ticket may be claimed once. */
async function drive(counters: number, open: OpenBlock, times: Times, claims = CLAIMS): Promise<void> {
  const block = await open(counters, claims + MORE);
  try {
    const claimed = new Set<string>();
    const ms: number[] = [];
    let left = claims;
    const begun = performance.now();
    await Promise.all(
      Array.from({ length: counters }, async (_, place) => {
        while (left > 0) {
          left -= 1;
          const at = performance.now();
          claimed.add(await block.claim(place));
          ms.push(performance.now() - at);
        }
      }),
    );
    times.perSecond.push((1000 * claims) / (performance.now() - begun));
    times.ms.push(...ms);
    if (claimed.size !== claims) throw new Error(`${claims} claims gave ${claimed.size} tickets`);
  } finally {
    await block.close();
  }
}

async function measure(cluster: PostgresCluster): Promise<void> {
  const boss = await bossClaims(cluster);
  const ours = await ourClaims(cluster);
  const bare = await bareClaims(cluster);
  const variants = { ours: ours.open, bare: bare.open, boss: boss.open };
  const names = Object.keys(variants) as (keyof typeof variants)[];
  for (const counters of COUNTERS) {
    const times = { ours: none(), bare: none(), boss: none() };
    // As at counters that are at work: compiled, and planned, which PostgreSQL does anew for the first five runs.
    for (const name of names) await drive(counters, variants[name], none(), 8 * counters);
    for (let round = 0; round < BLOCKS; round += 1)
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(turn + round) % names.length] ?? 'ours';
        await drive(counters, variants[name], times[name]);
      }
    const rate = (name: keyof typeof times) => quantile(times[name].perSecond, 0.5);
    const p99 = (name: keyof typeof times) => quantile(times[name].ms, 0.99);
    const runs = BLOCKS * CLAIMS;
    const figure = (name: string, ours: number, bare: number) =>
      report({ bench: 'hall', figure: name, ours, bare, runs });
    figure(`claims_${counters}_per_s`, rate('ours'), rate('bare'));
    figure(`claims_${counters}_p99_ms`, p99('ours'), p99('bare'));
    figure(`claims_${counters}_per_s_to_pg_boss`, rate('ours'), rate('boss'));
  }
  for (const variant of [boss, ours, bare]) await variant.stop();
}

const none = (): Times => ({ perSecond: [], ms: [] });

const cluster = await startPostgres({ durable: true });
const give = (code: number): never => {
  cluster.remove();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => give(1));
setTimeout(() => {
  console.error(`hall: not done within ${HARD_LIMIT_MS / 1000} s`);
  give(1);
}, HARD_LIMIT_MS).unref();
try {
  await measure(cluster);
} catch (error) {
  console.error(error);
  give(1);
}
give(0);
