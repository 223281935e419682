import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { isObject, type Json, type JsonObject } from './json.ts';
import { forbidden } from './problem.ts';
import { scopeOf } from './scopes.ts';

/** Seconds after `iat` in which Open Zaak accepts a token (its setting JWT_EXPIRY), without leeway. */
export const TOKEN_LIFETIME_SECONDS = 3600;

/** What a valid ZGW token is checked against. */
export interface JwtPolicy {
  readonly clientId: string;
  readonly secret: string;
  readonly clock: { now(): Date };
  /** Scopes that the client was not given. */
  readonly withheld: readonly string[];
}

/**
 * Demands `Authorization: Bearer <JWT>`, HS256, with `client_id` and `iat`, as the ZGW APIs do. A token of more than
 * an hour old, or from the future, is refused with 403.
 */
export function jwtCheck(policy: JwtPolicy): MiddlewareHandler {
  return async (c, next) => {
    const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ');
    if (scheme !== 'Bearer' || !token)
      throw forbidden('permission_denied', 'Geen Authorization-header meegegeven.');
    checkToken(token, policy);
    if (policy.withheld.includes(scopeOf(c.req.method, c.req.path)))
      throw forbidden('permission_denied', 'Je hebt geen toestemming om deze actie uit te voeren.');
    await next();
  };
}

/** Checks one token; throws a 403 problem naming what is wrong with it. */
export function checkToken(token: string, policy: JwtPolicy): void {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const header = jwtPart(head);
  const claims = jwtPart(body);
  if (!header || !claims || rest.length > 0 || header.alg !== 'HS256')
    throw forbidden('jwt-decode-error', 'De JWT kan niet gelezen worden.');
  if (claims.client_id !== policy.clientId)
    throw forbidden('invalid-client-identifier', 'Client identifier bestaat niet.');
  const expected = createHmac('sha256', policy.secret).update(`${head}.${body}`).digest();
  const actual = Buffer.from(signature, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw forbidden('invalid-jwt-signature', 'Client credentials zijn niet geldig.');
  if (typeof claims.iat !== 'number')
    throw forbidden('jwt-missing-iat-claim', "The JWT is mising the 'iat' claim.");
  const age = Math.floor(policy.clock.now().getTime() / 1000) - claims.iat;
  if (age < 0) throw forbidden('jwt-not-valid-yet', 'The JWT used for this request is not valid yet.');
  if (age >= TOKEN_LIFETIME_SECONDS)
    throw forbidden('jwt-expired', 'The JWT used for this request is expired.');
}

/** The head or the claims of a token; undefined when it is no JSON object. */
export function jwtPart(encoded: string): JsonObject | undefined {
  try {
    const value = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
