import { randomUUID } from 'node:crypto';
import { textOf, type Json, type JsonObject } from './json.ts';
import { invalidField } from './problem.ts';
import type { Kind, ResourceStore } from './resource-store.ts';

/** What every rule of the practice environment works on. */
export interface World {
  readonly store: ResourceStore;
  readonly clock: { now(): Date };
}

/** Origin of every address inside the world; on the wire it is the origin the client called. */
const INSIDE = 'http://practice.invalid';
const LOOPBACK =
  /https?:\/\/(?:127\.0\.0\.1|localhost):\d+(?=\/(?:zaken|documenten|catalogi|klantinteracties)\/api\/v1\/)/g;

/** Text from a client, with the practice server's own addresses (also of an earlier port) turned to the world's. */
export function fromWire(text: string): string {
  return text.replace(LOOPBACK, INSIDE);
}

/** Text to a client, with the world's addresses turned to the origin that client calls. */
export function toWire(text: string, origin: string): string {
  return text.replaceAll(INSIDE, origin);
}

/** The address of a resource within the world. */
export function addressOf(kind: Kind, uuid: string): string {
  const [api, collection] = kind.split('/');
  return `${INSIDE}/${api}/api/v1/${collection}/${uuid}`;
}

/** Gives a body its identity, stores it and returns it. */
export function addResource(world: World, kind: Kind, body: JsonObject, url?: string): JsonObject {
  const uuid = randomUUID();
  const stored = { url: url === undefined ? addressOf(kind, uuid) : `${url}/${uuid}`, uuid, ...body };
  world.store.insert(kind, stored);
  return stored;
}

/** The resource a field refers to by address; 400 `does_not_exist` naming that field if there is none. */
export function resolve(world: World, kind: Kind, url: Json | undefined, name: string): JsonObject {
  const found = world.store.byUrl(kind, textOf(url));
  if (!found) throw invalidField(name, 'does_not_exist', 'Ongeldige hyperlink - object bestaat niet.');
  return found;
}
