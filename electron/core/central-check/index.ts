import type { Product } from '../../../shared/domain/product.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Events } from '../events.ts';
import { type Handlers, staffOf } from '../handlers.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../store/index.ts';
import { createCatalogue } from '../sync/index.ts';
import { checkCentral } from './central-check.ts';
import { keepDailyCheck } from './daily-check.ts';
import type { CheckDeps } from './systems.ts';
import { createWarningBook } from './warning-book.ts';

export { checkCentral };

export interface CentralCheckDeps extends CheckDeps {
  readonly store: Store;
  readonly log: Log;
  readonly events: Events;
  readonly products: () => readonly Product[];
  /** Numbers from 0 up to 1, for the spread of the daily check. */
  readonly random?: () => number;
}

/** The check of the central systems for IT: by hand, and of the zaaktypen once a day by itself. */
export function createCentralCheck(deps: CentralCheckDeps): {
  readonly handlers: Handlers<'central.check' | 'central.warning'>;
  /** Resolves when no check runs by itself. */
  idle(): Promise<void>;
  stop(): Promise<void>;
} {
  const book = createWarningBook(deps.store);
  const daily = keepDailyCheck({
    ...deps,
    book,
    catalogue: createCatalogue(deps.store, deps.clock),
    random: deps.random ?? Math.random,
    changed: () => deps.events.publish({ name: 'central.changed', data: {} }),
  });
  return {
    handlers: {
      'central.check': {
        kind: 'query',
        run: async (_, context) => {
          const { loginName, name } = staffOf(context);
          const { check, rows } = await checkCentral(deps, deps.products(), { loginName, name });
          daily.note(rows);
          return ok(check);
        },
      },
      'central.warning': { kind: 'query', run: () => ok(book.read()) },
    },
    idle: daily.idle,
    stop: daily.stop,
  };
}
