import { expect, test } from 'vitest';
import { withHallServer } from '../../../../electron/core/hall/postgres/at-once.ts';
import { rebuildPostgresHall } from '../../../../electron/core/hall/postgres/rebuild.ts';
import { createTestClock } from '../../../helpers/clock.ts';
import { PERSONAL, personalDay, withoutReference } from '../long-ago.ts';
import { openHall, postgresOfFile, until } from './hall-bench.ts';

const cluster = postgresOfFile();
const DAY = { from: '2026-11-23', to: '2026-11-23' };

async function hallOfADay() {
  const server = await cluster().hall();
  const clock = createTestClock();
  const engine = await openHall(server, clock);
  await personalDay(engine, '2026-11-23T09:00:00.000Z');
  const admin = (text: string) => cluster().admin(server.database, text);
  const kept = async () =>
    JSON.stringify([
      await admin('SELECT * FROM waarmee.hall_event ORDER BY seq'),
      await admin('SELECT * FROM waarmee.hall_ticket ORDER BY ticket_id'),
    ]);
  /** Whether a workstation says that there may be more. */
  const forget = (before: string, rows = 500) =>
    withHallServer(server, async (run) => {
      const text = 'SELECT hall_forget_personal_data($1, $2, $3) AS more';
      const [row] = await run<{ more: boolean }>({ text, values: ['stadhuis', before, rows] });
      return row?.more;
    });
  return { server, clock, engine, admin, kept, forget };
}

test('after the days of the retention nobody is named, and the figures and a rebuild are as before', async () => {
  const { server, clock, engine, kept } = await hallOfADay();
  const figures = withoutReference(await engine.history(DAY));
  clock.jumpTo('2026-12-24T09:00:00.000Z');
  // Another start, and its first minutes.
  await openHall(server, clock);
  await clock.advance(120_000);
  await until(async () => !(await kept()).includes('afspraak-417'));
  const after = await kept();
  for (const personal of PERSONAL) expect(after).not.toContain(personal);
  expect(withoutReference(await engine.history(DAY))).toEqual(figures);
  const rebuilt = await withHallServer(server, (run) =>
    rebuildPostgresHall(run, 'stadhuis', { mend: false }),
  );
  expect(rebuilt).toMatchObject({ tickets: 2, days: [] });
});

test('it goes day by day and so many rows at a time, what is not due stays, and afterwards nothing is left to do', async () => {
  const { kept, forget } = await hallOfADay();
  expect(await forget('2026-11-23')).toBe(false);
  for (const personal of PERSONAL) expect(await kept()).toContain(personal);
  expect(await forget('2026-11-24', 4)).toBe(true);
  expect(await kept()).toContain('Piet de Vries');
  expect(await forget('2026-11-24', 4)).toBe(true);
  expect(await forget('2026-11-24', 4)).toBe(false);
  for (const personal of PERSONAL) expect(await kept()).not.toContain(personal);
});

test('one workstation does it: another leaves it alone meanwhile', async () => {
  const { server, kept, forget } = await hallOfADay();
  await withHallServer(server, async (run) => {
    await run({ text: 'BEGIN', values: [] });
    await run({ text: "SELECT hall_forget_personal_data('stadhuis', '2026-11-24', 500)", values: [] });
    expect(await forget('2026-11-24')).toBe(false);
    await run({ text: 'ROLLBACK', values: [] });
  });
  expect(await kept()).toContain('afspraak-417');
  expect(await forget('2026-11-24')).toBe(true);
  expect(await kept()).not.toContain('afspraak-417');
});

test.each([
  ['UPDATE waarmee.hall_event SET staff_id = NULL'],
  ['UPDATE waarmee.hall_event SET staff_id = NULL, details = waarmee.hall_blank(details), at = at || at'],
  ["UPDATE waarmee.hall_event SET staff_id = NULL, details = '{}'"],
  ['DELETE FROM waarmee.hall_event'],
])('an event is not changed or removed otherwise: %s', async (statement) => {
  const { admin, forget } = await hallOfADay();
  await expect(admin(statement)).rejects.toThrow('append-only');
  expect(await forget('2026-11-24')).toBe(true);
});
