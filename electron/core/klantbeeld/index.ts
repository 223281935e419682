import type { z } from 'zod';
import {
  KlantbeeldContacten,
  KlantbeeldTaken,
  KlantbeeldZaken,
} from '../../../shared/contract/klantbeeld.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Answer } from '../central/index.ts';
import { type CallContext, type Handlers, staffOf } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/index.ts';
import { createKept, type KlantbeeldSource } from './kept.ts';
import type { KlantbeeldReader } from './reader.ts';

export { createKlantbeeldSweep } from './kept.ts';
export { zaakHandlers } from './zaak-status.ts';
export { createKlantbeeldReader, type KlantbeeldReader } from './reader.ts';

/**
 * What the municipality knows of the person of a visit. Each source answers by itself; one that is away gives what it
 * told before, with when, as long as that is kept.
 */
export function klantbeeldHandlers(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly reader: KlantbeeldReader;
  /** The burgerservicenummer of the person of an open visit at this counter; null without one, undefined without visit. */
  readonly bsnOf: (visitId: string, counter: number) => string | null | undefined;
}): Handlers<`klantbeeld.${KlantbeeldSource}`> {
  const kept = createKept(deps.store);
  const look = async <T extends { readonly at: string }>(
    source: KlantbeeldSource,
    schema: z.ZodType<T>,
    visitId: string,
    context: CallContext,
    ask: (bsn: string) => Promise<Answer<object>>,
  ): Promise<Result<T>> => {
    const bsn = deps.bsnOf(visitId, context.caller.counter);
    if (bsn === undefined) return fail('noVisit');
    if (bsn === null) return fail('notFound', { field: 'burgerservicenummer' });
    context.audit('klantbeeld.read', 'visit', visitId, source);
    const answer = await ask(bsn);
    if (answer.ok) {
      const at = deps.clock.now().toISOString();
      kept.put(bsn, source, { at, told: answer.value });
      return ok(schema.parse({ ...answer.value, at, live: true }));
    }
    const before = kept.get(bsn, source);
    const told = schema.safeParse({ ...(before?.told as object), at: before?.at, live: false });
    return told.success
      ? ok(told.data)
      : fail('centralUnavailable', { detail: answer.error.code ?? answer.error.kind });
  };
  return {
    'klantbeeld.zaken': {
      kind: 'effect',
      run: ({ visitId }, context) =>
        look('zaken', KlantbeeldZaken, visitId, context, (bsn) => deps.reader.zaken(bsn, staffOf(context))),
    },
    'klantbeeld.contacten': {
      kind: 'effect',
      run: ({ visitId }, context) =>
        look('contacten', KlantbeeldContacten, visitId, context, (bsn) =>
          deps.reader.contacten(bsn, staffOf(context)),
        ),
    },
    'klantbeeld.taken': {
      kind: 'effect',
      run: ({ visitId }, context) =>
        look('taken', KlantbeeldTaken, visitId, context, (bsn) => deps.reader.taken(bsn, staffOf(context))),
    },
  };
}
