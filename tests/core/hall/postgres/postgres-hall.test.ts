import { createTestClock } from '../../../helpers/clock.ts';
import { engineSuite } from '../engine-suite.ts';
import { openHall, postgresOfFile } from './hall-bench.ts';

const cluster = postgresOfFile();

engineSuite('PostgreSQL', async () => {
  const clock = createTestClock();
  return { engine: await openHall(await cluster().hall(), clock), clock };
});
