import type { z } from 'zod';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { Clock, Ids, Log, PersonAsker, PersonLookup, PersonSearch, Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { Store } from '../../store/store.ts';
import type { Answer, CentralError } from '../central-error.ts';
import type { CentralHealth } from '../health.ts';
import { createHttpClient } from '../http-client.ts';
import { createProcessingLog, type Processing } from '../processing-log.ts';
import { CandidateAnswer, type Person, PersonAnswer } from './answer.ts';
import { type BrpContext, brpApi } from './brp-api.ts';
import { gezagOver } from './gezag.ts';
import { type BrpCandidate, type BrpPerson, toCandidate, toPerson } from './person.ts';
import { GEZAG_FIELDS, namedPurpose, PERSON_FIELDS } from './purposes.ts';
import { type BrpQuery, queryByBsn, queryFor, withoutVoorvoegsel } from './query.ts';

/** Asking the BRP. A wrong question is refused here and never sent; each question that is sent is logged. */
export interface Brp extends PersonLookup {
  /** Null when the BRP does not know the number. `bsnInvalid`, `brpUnavailable`. */
  byBsn(burgerservicenummer: string, asker: PersonAsker): Promise<Result<BrpPerson | null>>;
  /** `invalidInput` with the field, `tooManyPersons`, `brpUnavailable`. */
  search(by: PersonSearch, asker: PersonAsker): Promise<Result<readonly BrpCandidate[]>>;
  /** The same questions, for whoever asks them when nobody waits: how the BRP failed is told whole. */
  readonly afterwards: BrpAfterwards;
  stop(): Promise<void>;
}

/** What was asked of the BRP: `Failure` when the question or the answer was of no use, `CentralError` when it failed. */
export type Asked<T> = Result<T> | { readonly ok: false; readonly error: CentralError };

/** The BRP for who can wait until it works again. */
export interface BrpAfterwards {
  /** Null when the BRP does not know the number. `bsnInvalid`. */
  byBsn(burgerservicenummer: string, asker: PersonAsker): Promise<Asked<BrpPerson | null>>;
  /** `invalidInput` with the field, `tooManyPersons`. */
  search(by: PersonSearch, asker: PersonAsker): Promise<Asked<readonly BrpCandidate[]>>;
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
      purpose: namedPurpose(config, context.purpose).verwerking,
      staffId: context.staffId,
      visitId: context.visitId ?? null,
      zaakIdentificatie: null,
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
  const failed = (error: CentralError): Asked<never> =>
    error.code === 'tooManyResults' ? fail('tooManyPersons') : { ok: false, error };
  /** What the counter is told. */
  const told = <T>(answer: Asked<T>): Result<T> => {
    if (answer.ok) return answer;
    const { error } = answer;
    if (!('kind' in error)) return { ok: false, error };
    log.warn('brp.failed', {
      kind: error.kind,
      ...(error.status !== undefined && { status: error.status }),
      ...(error.code !== undefined && { code: error.code }),
    });
    return fail('brpUnavailable', { detail: error.code ?? error.kind });
  };
  const candidates = async (
    by: PersonSearch,
    context: PersonAsker,
  ): Promise<Asked<readonly BrpCandidate[]>> => {
    const query = queryFor(by, context.purpose);
    if (!query.ok) return query;
    const answer = await ask(query.value, CandidateAnswer, context);
    return answer.ok ? ok(answer.value.personen.map(toCandidate)) : failed(answer.error);
  };
  const one = async <T>(
    burgerservicenummer: string,
    fields: readonly string[],
    context: BrpContext,
    read: (person: Person) => T,
  ): Promise<Asked<T | null>> => {
    const query = queryByBsn(burgerservicenummer, fields);
    if (!query.ok) return query;
    const answer = await ask(query.value, PersonAnswer, context);
    if (!answer.ok) return failed(answer.error);
    const [person] = answer.value.personen;
    return ok(person ? read(person) : null);
  };

  const afterwards: BrpAfterwards = {
    byBsn: (burgerservicenummer, context) =>
      one(burgerservicenummer, PERSON_FIELDS[context.purpose], context, toPerson),
    search: async (by, context) => {
      const apart = withoutVoorvoegsel(by);
      if (!apart) return candidates(by, context);
      const found = await candidates(apart, context);
      // Some names do begin with such a word.
      return found.ok && found.value.length === 0 ? candidates(by, context) : found;
    },
  };
  return {
    byBsn: async (burgerservicenummer, context) => told(await afterwards.byBsn(burgerservicenummer, context)),
    gezagOver: async (burgerservicenummer, { zaaktype, ...asker }) => {
      const context = { ...asker, purpose: { gezagFor: zaaktype } };
      return told(await one(burgerservicenummer, GEZAG_FIELDS, context, gezagOver));
    },
    search: async (by, context) => told(await afterwards.search(by, context)),
    afterwards,
    stop: () => http.stop(),
  };
}
