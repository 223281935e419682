import type { Run } from './hall-database.ts';
import { ASSIGNMENTS, CLAIM, DISPLAYS, PERSONAL_DATA, READY, TABLES, TEAM_TABLES } from './tables.ts';

/**
 * Every step of the shape of a hall in PostgreSQL, oldest first; a step is never changed, only followed. Of a routine that a
 * later step replaces whole the earlier text is left out: nobody calls it in between.
 */
const STEPS: readonly string[] = [
  TABLES,
  // Answers come in the order of time: an index that costs a claim nothing.
  'CREATE INDEX hall_command_at ON hall_command USING brin (at)',
  TEAM_TABLES,
  ASSIGNMENTS,
  // Was the claim of then; the last one took its place.
  'SELECT 1',
  // A version that can't read it keeps away, see NewerHallError.
  `COMMENT ON COLUMN hall_event.kind IS 'also: arrived'`,
  PERSONAL_DATA,
  READY,
  DISPLAYS,
  CLAIM,
];

/** The tables were made by a newer version, which may keep what this one does not know. */
export class NewerHallError extends Error {
  override readonly name = 'NewerHallError';
}

/** Any number, the same in every version: one workstation at a time changes the tables. */
const LOCK = 7_212_553;

/**
 * Brings the tables up to date in the first schema of the connection's search path, in one transaction; several
 * workstations may start at once. Throws NewerHallError when they are ahead of this version.
 */
export async function migrate(run: Run): Promise<void> {
  const plain = (text: string) => run({ text, values: [] });
  const version = async (): Promise<number> => {
    const [row] = await run<{ version: number | null }>({
      text: `SELECT max(version) AS version FROM hall_schema`,
      values: [],
    });
    return row?.version ?? 0;
  };
  const there = await run({
    text: `SELECT 1 FROM pg_class WHERE oid = to_regclass('hall_schema')`,
    values: [],
  });
  if (there.length > 0 && (await upToDate(version))) return;
  await plain('BEGIN');
  try {
    await run({ text: 'SELECT pg_advisory_xact_lock($1::bigint)', values: [LOCK] });
    await plain(
      'CREATE TABLE IF NOT EXISTS hall_schema (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const from = await version();
    for (const [index, step] of STEPS.entries()) {
      if (index < from) continue;
      await plain(step);
      await run({ text: 'INSERT INTO hall_schema (version) VALUES ($1)', values: [index + 1] });
    }
    await plain('COMMIT');
  } catch (error) {
    await plain('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function upToDate(version: () => Promise<number>): Promise<boolean> {
  const there = await version();
  if (there > STEPS.length)
    throw new NewerHallError(`the hall has version ${there}, this program knows ${STEPS.length}`);
  return there === STEPS.length;
}
