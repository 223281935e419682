import { createHmac } from 'node:crypto';

/** The real end user of a call: lands in the audit trail of the zaaksysteem. */
export interface ZgwUser {
  readonly id: string;
  readonly name: string;
}

/**
 * A JSON Web Token as the ZGW APIs want it: HS256 over the client's secret, `iss` equal to `client_id`. Made for every
 * call, because the server counts its age from `iat`, which must not lie in the server's future.
 */
export function zgwToken(clientId: string, secret: string, user: ZgwUser, serverNow: Date): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({
    iss: clientId,
    iat: Math.floor(serverNow.getTime() / 1000),
    client_id: clientId,
    user_id: user.id,
    user_representation: user.name,
  })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
