import { z } from 'zod';
import type { Answer } from '../central-error.ts';
import { type BrpApiDeps, type BrpContext, brpApi } from './brp-api.ts';
import { PERSON_FIELDS } from './purposes.ts';

/** A number of nine digits that nobody has or will have. */
const NOBODY = '000000000';

/**
 * Asks the BRP for a person who does not exist, with every field that the counter asks: shows that the address, the key
 * and the authorisation for those fields are right, without anybody's data. Hence it is in no log of processing.
 */
export async function probeBrp(
  deps: BrpApiDeps,
  context: BrpContext,
  traceId: string,
): Promise<Answer<unknown>> {
  const query = {
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [NOBODY],
    fields: [...PERSON_FIELDS.check],
  };
  return brpApi(deps, context, traceId).post(
    '/personen',
    query,
    z.object({ personen: z.array(z.unknown()) }),
  );
}
