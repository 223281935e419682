import type { ReadyWord } from '../team.ts';
import type { Run } from './hall-database.ts';

/** Longer than anybody waits for his document. */
const KEPT = '120 days';
/** A transaction is of the moment at which it began, and is seen when it ends. */
const OVERLAP = '10 minutes';

/** Word that something is ready, by way of the database. `share` carries it out and tells the others, or answers false. */
export function createSharedReady(share: (work: (run: Run) => Promise<unknown>) => Promise<boolean>) {
  let listener: Parameters<ReadyWord['onHeard']>[0] | null = null;
  let heardUpTo = '-infinity';
  const ready: ReadyWord = {
    tell: (mark) =>
      share(async (run) => {
        await run({ text: `DELETE FROM hall_ready WHERE at < now() - interval '${KEPT}'`, values: [] });
        await run({
          text: `INSERT INTO hall_ready (zaak_mark) VALUES ($1) ON CONFLICT (zaak_mark) DO UPDATE SET at = now()`,
          values: [mark],
        });
      }),
    onHeard(heard) {
      listener = heard;
      return () => void (listener = null);
    },
  };
  return {
    ready,
    async read(run: Run): Promise<void> {
      if (!listener) return;
      const rows = await run<{ mark: string; at: string }>({
        name: 'team_ready',
        text: `SELECT zaak_mark AS mark, at::text FROM hall_ready
          WHERE at > $1::timestamptz - interval '${OVERLAP}' ORDER BY hall_ready.at`,
        values: [heardUpTo],
      });
      try {
        listener?.(rows.map(({ mark }) => mark));
      } catch {
        // Read again with the next word: the hall does not wait for it.
        return;
      }
      heardUpTo = rows.at(-1)?.at ?? heardUpTo;
    },
  };
}
