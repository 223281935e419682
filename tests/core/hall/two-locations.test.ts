import { expect, test } from 'vitest';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { createIds } from '../../../electron/hosting/system.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { openTestStore } from '../../helpers/store.ts';
import { configAt, holdsAnyNight } from './two-locations.ts';

test('property: two locations in one file, any night, clocks that jump: no number twice, nobody lost or called elsewhere', async () => {
  const tickets = await holdsAnyNight(async (start) => {
    const clock = createTestClock(start);
    const store = openTestStore({ clock });
    const halls = ['stadhuis', 'wijkpost'].map((id) =>
      createSqliteHall({ store, clock, ids: createIds(), config: configAt(id) }),
    );
    const stop = async () => {
      for (const hall of halls) await hall.stop();
      await store.close();
    };
    return { clock, halls, stop };
  }, 40);
  expect(tickets).toBeGreaterThan(40);
});
