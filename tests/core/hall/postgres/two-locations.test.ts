import { expect, test } from 'vitest';
import { createTestClock } from '../../../helpers/clock.ts';
import { configAt, holdsAnyNight } from '../two-locations.ts';
import { openHall, postgresOfFile } from './hall-bench.ts';

const cluster = postgresOfFile();

test('property: two locations in one database, any night, clocks that jump: no number twice, nobody lost or called elsewhere', async () => {
  const tickets = await holdsAnyNight(async (start) => {
    const clock = createTestClock(start);
    const server = await cluster().hall();
    const halls = await Promise.all(
      ['stadhuis', 'wijkpost'].map((id) => openHall(server, clock, { config: configAt(id) })),
    );
    const stop = async () => {
      for (const hall of halls) await hall.stop();
    };
    return { clock, halls, stop };
  }, 12);
  expect(tickets).toBeGreaterThan(12);
});
