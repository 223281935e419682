import { createTestClock } from '../../../helpers/clock.ts';
import { hallConfig, ONLY_B } from '../config.ts';
import { engineSuite } from '../engine-suite.ts';
import { openHall, postgresOfFile } from './hall-bench.ts';

const cluster = postgresOfFile();

engineSuite('PostgreSQL', async (noShow, counters) => {
  const clock = createTestClock();
  return {
    engine: await openHall(await cluster().hall(), clock, {
      ...counters,
      config: hallConfig({ ...(noShow && { noShow }), profiles: [ONLY_B] }),
    }),
    clock,
  };
});
