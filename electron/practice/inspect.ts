import { isObject, type Json, type JsonObject } from './json.ts';
import type { Kind } from './resource-store.ts';
import { toWire, type World } from './world.ts';

/** Everything clients made in the practice world, as stored, oldest first. */
export interface PracticeSnapshot {
  readonly zaken: readonly JsonObject[];
  readonly statussen: readonly JsonObject[];
  readonly rollen: readonly JsonObject[];
  readonly resultaten: readonly JsonObject[];
  readonly zaakeigenschappen: readonly JsonObject[];
  readonly zaakinformatieobjecten: readonly JsonObject[];
  readonly documenten: readonly JsonObject[];
  readonly actoren: readonly JsonObject[];
  readonly klantcontacten: readonly JsonObject[];
  readonly actorklantcontacten: readonly JsonObject[];
  readonly partijen: readonly JsonObject[];
  readonly betrokkenen: readonly JsonObject[];
  readonly digitaleadressen: readonly JsonObject[];
  readonly onderwerpobjecten: readonly JsonObject[];
  readonly internetaken: readonly JsonObject[];
  /** Messages that NotifyNL took. */
  readonly notifications: readonly JsonObject[];
}

/** Takes a snapshot, with addresses as a client of `origin` knows them. */
export function inspectWorld(world: World, origin: string): PracticeSnapshot {
  const shown = (kind: Kind): readonly JsonObject[] => {
    const resources = JSON.parse(toWire(JSON.stringify(world.store.list(kind)), origin)) as readonly Json[];
    return resources.filter(isObject);
  };
  return {
    zaken: shown('zaken/zaken'),
    statussen: shown('zaken/statussen'),
    rollen: shown('zaken/rollen'),
    resultaten: shown('zaken/resultaten'),
    zaakeigenschappen: shown('zaken/zaakeigenschappen'),
    zaakinformatieobjecten: shown('zaken/zaakinformatieobjecten'),
    documenten: shown('documenten/enkelvoudiginformatieobjecten'),
    actoren: shown('klantinteracties/actoren'),
    klantcontacten: shown('klantinteracties/klantcontacten'),
    actorklantcontacten: shown('klantinteracties/actorklantcontacten'),
    partijen: shown('klantinteracties/partijen'),
    betrokkenen: shown('klantinteracties/betrokkenen'),
    digitaleadressen: shown('klantinteracties/digitaleadressen'),
    onderwerpobjecten: shown('klantinteracties/onderwerpobjecten'),
    internetaken: shown('klantinteracties/internetaken'),
    notifications: shown('notify/notifications'),
  };
}
