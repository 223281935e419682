import type { Product } from '../../../shared/domain/product.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Handlers, staffOf } from '../handlers.ts';
import { checkCentral } from './central-check.ts';
import type { CheckDeps } from './systems.ts';

export { checkCentral };

/** The check of the central systems, for IT in the counter window. */
export function centralCheckHandlers(
  deps: CheckDeps & { readonly products: () => readonly Product[] },
): Handlers<'central.check'> {
  return {
    'central.check': {
      kind: 'query',
      run: async (_, context) => {
        const { loginName, name } = staffOf(context);
        return ok(await checkCentral(deps, deps.products(), { loginName, name }));
      },
    },
  };
}
