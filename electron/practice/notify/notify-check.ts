import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { jwtPart } from '../jwt.ts';
import { NotifyProblem } from './notify-problem.ts';

/** Who may send. */
export interface NotifyAccess {
  readonly serviceId: string;
  readonly secret: string;
  /** How far `iat` may be from the clock of the server; 30 in the real one. */
  readonly leewaySeconds: number;
}

/** `Authorization: Bearer <JWT>`, HS256 with `iss` and `iat`. */
export function notifyCheck(access: NotifyAccess, clock: { now(): Date }): MiddlewareHandler {
  return async (c, next) => {
    const header = c.req.header('Authorization');
    if (header === undefined) throw denied('Unauthorized: authentication token must be provided', 401);
    if (!header.startsWith('Bearer '))
      throw denied('Unauthorized: authentication bearer scheme must be used', 401);
    judge(header.slice(7), access, clock.now());
    await next();
  };
}

function judge(token: string, { serviceId, secret, leewaySeconds }: NotifyAccess, now: Date): void {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  const claims = jwtPart(body);
  if (rest.length > 0 || jwtPart(head)?.alg !== 'HS256' || !claims)
    throw denied('Invalid token: not a valid JSON web token');
  if (typeof claims.iss !== 'string') throw denied('Invalid token: iss field not provided');
  if (claims.iss !== serviceId) throw denied('Invalid token: service not found');
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const actual = Buffer.from(signature, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw denied('Invalid token: API key not found');
  const { iat } = claims;
  if (typeof iat !== 'number' || Math.abs(now.getTime() / 1000 - iat) > leewaySeconds)
    throw denied('Error: Your system clock must be accurate to within 30 seconds');
}

function denied(message: string, status = 403): NotifyProblem {
  return new NotifyProblem(status, 'AuthError', message);
}
