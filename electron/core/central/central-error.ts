import type { CentralExchange } from '../../../shared/contract/workstation.ts';

/** The central systems, as the clerk sees their state. */
export type CentralSystem = 'zaken' | 'documenten' | 'catalogi' | 'klantinteracties' | 'brp' | 'notify';

/** One refused field of a request: `invalidParams` of the Dutch API standards (RFC 7807 with an extension). */
export interface InvalidParam {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
}

/**
 * How a central system failed us. `unreachable`: the request did not arrive, nothing happened. `unknownOutcome`: it may
 * have been carried out (broken connection, time-out, 408, 429, 5xx): look up before repeating. `refused`: 400 and its
 * like, repeating won't help. `invalidAnswer`: an answer that is not what the standard says, outcome unknown.
 */
export interface CentralError {
  readonly kind:
    | 'unreachable'
    | 'unknownOutcome'
    | 'refused'
    | 'unauthorized'
    | 'conflict'
    | 'notFound'
    | 'invalidAnswer';
  readonly system: CentralSystem;
  readonly status?: number;
  /** Machine code of the system, such as `invalid` or `jwt-expired`; or of the network, such as ECONNREFUSED. */
  readonly code?: string;
  readonly title?: string;
  readonly invalidParams?: readonly InvalidParam[];
  /** What the system asked us to wait (Retry-After), in milliseconds. */
  readonly retryAfterMs?: number;
  /** It was not asked: it did not answer a moment ago. */
  readonly notAsked?: true;
  /** What was asked and answered, for whoever must find out why. */
  readonly exchange?: CentralExchange;
}

/** What a central system answered, or how it failed: failures are values. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CentralError };

/** The failed answer. */
export function failed(error: CentralError): { readonly ok: false; readonly error: CentralError } {
  return { ok: false, error };
}
