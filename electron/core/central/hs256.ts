import { createHmac } from 'node:crypto';

/** A JSON Web Token (RFC 7519) signed with HMAC SHA-256 over the secret (RFC 7515, compact serialisation). */
export function hs256(claims: object, secret: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Whole seconds since 1970, as the claim `iat` has them. */
export function issuedAt(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
