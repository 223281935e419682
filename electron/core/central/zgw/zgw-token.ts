import { hs256, issuedAt } from '../hs256.ts';

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
  const claims = {
    iss: clientId,
    iat: issuedAt(serverNow),
    client_id: clientId,
    user_id: user.id,
    user_representation: user.name,
  };
  return hs256(claims, secret);
}
