import { z } from 'zod';
import type { CentralError, CentralSystem } from './central-error.ts';

/** Errors of before the request left: nothing can have happened at the other side. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

const Coded = z.object({ code: z.string() });
const Problem = z.object({
  code: z.string().max(100).optional().catch(undefined),
  title: z.string().max(500).optional().catch(undefined),
  invalidParams: z
    .array(
      z.object({
        name: z.string().catch(''),
        code: z.string().catch(''),
        reason: z.string().catch(''),
      }),
    )
    .max(100)
    .optional()
    .catch(undefined),
});

/** What NotifyNL answers instead: `{status_code, errors: [{error, message}]}`. */
const NotifyErrors = z.object({
  errors: z.array(z.object({ error: z.string().max(100), message: z.string().max(500) })).min(1),
});

/** The failure of a request that got no answer. Only a connection that was never made proves that nothing was done. */
export function networkFailure(system: CentralSystem, error: unknown): CentralError {
  const parsed = Coded.safeParse(error);
  const code = parsed.success ? parsed.data.code : 'UNKNOWN';
  return { kind: NOT_SENT.has(code) ? 'unreachable' : 'unknownOutcome', system, code };
}

function kindOf(status: number): CentralError['kind'] {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 408 || status === 429 || status >= 500) return 'unknownOutcome';
  if (status >= 400) return 'refused';
  return 'invalidAnswer';
}

/** Milliseconds of a Retry-After header (RFC 9110 10.2.3: seconds or a date); at most an hour. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, 3_600_000) : undefined;
}

/** The failure that an answer other than 2xx stands for, with what its problem document (RFC 7807) tells. */
export function statusFailure(
  system: CentralSystem,
  status: number,
  text: string,
  retryAfter: number | undefined,
): CentralError {
  const { code, title, invalidParams } = problemOf(parseJson(text));
  return {
    kind: kindOf(status),
    system,
    status,
    ...(code !== undefined && { code }),
    ...(title !== undefined && { title }),
    ...(invalidParams !== undefined && { invalidParams }),
    ...(retryAfter !== undefined && { retryAfterMs: retryAfter }),
  };
}

function problemOf(body: unknown): z.infer<typeof Problem> {
  const notify = NotifyErrors.safeParse(body);
  if (notify.success) {
    const { errors } = notify.data;
    return { code: errors[0]?.error, title: errors.map(({ message }) => message).join('; ') };
  }
  return Problem.safeParse(body).data ?? {};
}

/** The JSON value of a text; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
