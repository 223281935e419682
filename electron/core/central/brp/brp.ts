import type { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock, Ids, Log, PersonLookup, PersonSearch, Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { Store } from '../../store/store.ts';
import type { Answer, CentralError } from '../central-error.ts';
import type { CentralHealth } from '../health.ts';
import { createHttpClient } from '../http-client.ts';
import { createJsonApi, type JsonApi } from '../json-api.ts';
import { CandidateAnswer, PersonAnswer } from './answer.ts';
import { type BrpCandidate, type BrpPerson, toCandidate, toPerson } from './person.ts';
import { createProcessingLog, type Processing } from './processing-log.ts';
import { type BrpQuery, queryByBsn, queryFor, withoutVoorvoegsel } from './query.ts';

/** Who asks the BRP, and why: both are logged, and sent along where the configured headers say so. */
export interface BrpContext {
  readonly staffId: string;
  readonly purpose: string;
  /** For headers; the staffId when absent. */
  readonly loginName?: string;
  readonly visitId?: string;
}

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
  const { config, clock, ids, log, health } = deps;
  const http = createHttpClient({
    clock,
    health,
    timeoutMs: deps.timeoutSeconds * 1000,
    connections: CONNECTIONS,
    authorities: deps.authorities ?? [],
  });
  const record = createProcessingLog(deps.store);
  const api = (context: BrpContext, traceId: string): JsonApi =>
    createJsonApi({
      http,
      system: 'brp',
      base: config.url.replace(/\/personen\/?$/, ''),
      authorize: () => {
        const key = deps.secrets.read(config.secretName);
        return key === undefined
          ? undefined
          : {
              ...headersFor(config.headers, context),
              'x-api-key': key,
              traceparent: `00-${traceId}-${traceId.slice(0, 16)}-01`,
            };
      },
    });

  const ask = async <T extends { readonly personen: readonly { readonly burgerservicenummer: string }[] }>(
    query: BrpQuery,
    schema: z.ZodType<T>,
    context: BrpContext,
  ): Promise<Answer<T>> => {
    const traceId = ids.uuid().replaceAll('-', '');
    const startedAt = clock.now().toISOString();
    const answer = await api(context, traceId).post('/personen', query, schema);
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

/** The configured headers, with who asks (`{gebruiker}`) and why (`{verwerking}`) filled in; at most 242 characters. */
export function headersFor(
  configured: Readonly<Record<string, string>>,
  { loginName, staffId, purpose }: BrpContext,
): Record<string, string> {
  const values: Readonly<Record<string, string>> = { gebruiker: loginName ?? staffId, verwerking: purpose };
  return Object.fromEntries(
    Object.entries(configured).map(([name, value]) => [
      name.toLowerCase(),
      value
        .replaceAll(/\{(gebruiker|verwerking)\}/g, (_, key: string) => values[key] ?? '')
        .replaceAll(/[^\x20-\x7e]/g, '?')
        .slice(0, 242),
    ]),
  );
}
