import { hs256, issuedAt } from '../hs256.ts';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const KEY = new RegExp(`-(${UUID})-(${UUID})$`, 'i');

/** An API key as NotifyNL gives it out, in its parts. */
export interface NotifyKey {
  readonly serviceId: string;
  readonly secret: string;
}

/** The parts of an API key `name-<service uuid>-<secret uuid>`; undefined when it is something else. */
export function notifyKey(apiKey: string): NotifyKey | undefined {
  const [, serviceId, secret] = KEY.exec(apiKey.trim()) ?? [];
  return serviceId === undefined || secret === undefined ? undefined : { serviceId, secret };
}

/** The token of one call: NotifyNL takes it for 30 seconds from `iat`, by its own clock. */
export function notifyToken({ serviceId, secret }: NotifyKey, serverNow: Date): string {
  return hs256({ iss: serviceId, iat: issuedAt(serverNow) }, secret);
}
