import { onTestFinished } from 'vitest';
import { createSqliteHall } from '../../../electron/core/hall/sqlite-hall.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { createTestIds } from '../../helpers/ids.ts';
import { openTestStore } from '../../helpers/store.ts';
import { hallConfig, ONLY_B } from './config.ts';
import { engineSuite } from './engine-suite.ts';

engineSuite('SQLite', async (noShow, counters) => {
  const clock = createTestClock();
  const store = openTestStore({ clock });
  const engine = createSqliteHall({
    store,
    clock,
    ...counters,
    ids: createTestIds(),
    config: hallConfig({ ...(noShow && { noShow }), profiles: [ONLY_B] }),
  });
  onTestFinished(() => engine.stop());
  return { engine, clock };
});
