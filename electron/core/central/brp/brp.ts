import type { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock, Ids, Log, PersonLookup, PersonSearch, Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { Store } from '../../store/store.ts';
import type { Answer, CentralError } from '../central-error.ts';
import type { CentralHealth } from '../health.ts';
import { createHttpClient } from '../http-client.ts';
import { CandidateAnswer, PersonAnswer } from './answer.ts';
import { type BrpContext, brpApi } from './brp-api.ts';
import { type BrpCandidate, type BrpPerson, toCandidate, toPerson } from './person.ts';
import { createProcessingLog, type Processing } from './processing-log.ts';
import { type BrpQuery, queryByBsn, queryFor, withoutVoorvoegsel } from './query.ts';

/** Asking the BRP. A wrong question is refused here and never sent; each question that is sent is logged. */
export interface Brp extends PersonLookup {
  /** Null when the BRP does not know the number. `bsnInvalid`, `brpUnavailable`. */
  byBsn(burgerservicenummer: string, context: BrpContext): Promise<Result<BrpPerson | null>>;
  /** `invalidInput` with the field, `tooManyPersons`, `brpUnavailable`. */
  search(by: PersonSearch, context: BrpContext): Promise<Result<readonly BrpCandidate[]>>;
  stop(): Promise<void>;
}

export interface BrpDeps {
  readonly config: CentralConfig['brp'];
  readonly timeoutSeconds: number;
  /** See `HttpClientDeps`. */
  readonly authorities?: readonly string[];
  readonly secrets: Secrets;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly health: CentralHealth;
}

const CONNECTIONS = 4;

/** The BRP API Personen 2.7 behind the municipality's gateway. */
export function createBrp(deps: BrpDeps): Brp {
  const { config, clock, ids, log, health, secrets } = deps;
  const http = createHttpClient({
    clock,
    health,
    timeoutMs: deps.timeoutSeconds * 1000,
    connections: CONNECTIONS,
    authorities: deps.authorities ?? [],
  });
  const record = createProcessingLog(deps.store);
  const ask = async <T extends { readonly personen: readonly { readonly burgerservicenummer: string }[] }>(
    query: BrpQuery,
    schema: z.ZodType<T>,
    context: BrpContext,
  ): Promise<Answer<T>> => {
    const traceId = ids.uuid().replaceAll('-', '');
    const startedAt = clock.now().toISOString();
    const answer = await brpApi({ http, config, secrets }, context, traceId).post('/personen', query, schema);
    const line = (subject: string | null, outcome: string): Processing => ({
      traceId,
      activity: query.type === 'RaadpleegMetBurgerservicenummer' ? 'brp.raadplegen' : 'brp.zoeken',
      purpose: context.purpose,
      staffId: context.staffId,
      visitId: context.visitId ?? null,
      subject,
      outcome,
      startedAt,
      endedAt: clock.now().toISOString(),
    });
    const asked =
      query.type === 'RaadpleegMetBurgerservicenummer' ? (query.burgerservicenummer[0] ?? null) : null;
    if (!answer.ok) record([line(asked, answer.error.code ?? answer.error.kind)]);
    else if (answer.value.personen.length === 0) record([line(asked, 'nobody')]);
    else record(answer.value.personen.map(({ burgerservicenummer }) => line(burgerservicenummer, 'shown')));
    return answer;
  };
  const failure = (error: CentralError): Result<never> => {
    if (error.code === 'tooManyResults') return fail('tooManyPersons');
    log.warn('brp.failed', {
      kind: error.kind,
      ...(error.status !== undefined && { status: error.status }),
      ...(error.code !== undefined && { code: error.code }),
    });
    return fail('brpUnavailable', { detail: error.code ?? error.kind });
  };
  const candidates = async (
    by: PersonSearch,
    context: BrpContext,
  ): Promise<Result<readonly BrpCandidate[]>> => {
    const query = queryFor(by);
    if (!query.ok) return query;
    const answer = await ask(query.value, CandidateAnswer, context);
    return answer.ok ? ok(answer.value.personen.map(toCandidate)) : failure(answer.error);
  };

  return {
    byBsn: async (burgerservicenummer, context) => {
      const query = queryByBsn(burgerservicenummer);
      if (!query.ok) return query;
      const answer = await ask(query.value, PersonAnswer, context);
      if (!answer.ok) return failure(answer.error);
      const [person] = answer.value.personen;
      return ok(person ? toPerson(person) : null);
    },
    search: async (by, context) => {
      const apart = withoutVoorvoegsel(by);
      if (!apart) return candidates(by, context);
      const found = await candidates(apart, context);
      // Some names do begin with such a word.
      return found.ok && found.value.length === 0 ? candidates(by, context) : found;
    },
    stop: () => http.stop(),
  };
}
