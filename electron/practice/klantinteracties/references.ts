import * as field from '../fields.ts';
import { type Json, type JsonObject, objectOf, textOf, valueAt } from '../json.ts';
import { invalidField } from '../problem.ts';
import type { Collection, Match } from '../resource-routes.ts';
import type { Kind } from '../resource-store.ts';
import { addResource, type World } from '../world.ts';

/** A field that refers to another resource by `{ "uuid": ... }`. */
export function reference(): field.Field {
  return field.group({ uuid: field.required(field.text(36)) });
}

/** A resource of Klantinteracties as data. */
export interface KlantResource {
  readonly kind: Kind;
  readonly fields: field.Fields;
  /** Field that holds a reference -> the collection it refers to. */
  readonly references: Readonly<Record<string, Kind>>;
  readonly filters: Collection['filters'];
  readonly view?: Collection['view'];
  /** Rules over the whole resource, before it is stored; throws a problem. `current` is absent for a new one. */
  readonly rules?: (world: World, resource: JsonObject, current?: JsonObject) => void;
  /** What the registry fills in when the resource is made. */
  readonly initial?: (world: World) => JsonObject;
  /** What else is stored along with a new resource. */
  readonly afterCreate?: (world: World, resource: JsonObject, body: JsonObject) => void;
}

/** Turns the description into a collection with create and update. */
export function klantCollection(resource: KlantResource): Collection {
  return {
    kind: resource.kind,
    paged: true,
    filters: resource.filters,
    ...(resource.view && { view: resource.view }),
    create: (world, body) => createKlantResource(world, resource, body),
    update: (world, current, body) => {
      const changed = linked(world, resource, field.patchFields(resource.fields, current, body));
      resource.rules?.(world, changed, current);
      world.store.replace(resource.kind, changed);
      return changed;
    },
  };
}

/** Makes one resource by its description. */
export function createKlantResource(world: World, resource: KlantResource, body: JsonObject): JsonObject {
  const fields = linked(world, resource, field.readFields(resource.fields, body));
  resource.rules?.(world, fields);
  const stored = addResource(world, resource.kind, { ...resource.initial?.(world), ...fields });
  resource.afterCreate?.(world, stored, body);
  return stored;
}

/** The short form in which one resource mentions another. */
export function mention(resource: JsonObject): JsonObject {
  return { uuid: textOf(resource.uuid), url: textOf(resource.url) };
}

/** Mentions of all resources of a collection that refer to this one at a path. */
export function mentionsOf(
  world: World,
  kind: Kind,
  path: string,
  uuid: Json | undefined,
): readonly JsonObject[] {
  return world.store.list(kind, { [path]: textOf(uuid) }).map(mention);
}

/** Matches when some resource that refers to this one at `path` matches. */
export function someReferrer(kind: Kind, path: string, match: Match): Match {
  return (resource, value, world) =>
    world.store
      .list(kind, { [path]: textOf(resource.uuid) })
      .some((referrer) => match(referrer, value, world));
}

/** Matches when the resource that this one refers to at `path` matches. */
export function referred(kind: Kind, path: string, match: Match): Match {
  return (resource, value, world) => {
    const target = world.store.byUuid(kind, textOf(valueAt(resource, `${path}.uuid`)));
    return target !== undefined && match(target, value, world);
  };
}

/** Matches when the value at a path is exactly this text. */
export function holds(path: string): Match {
  return (resource, value) => valueAt(resource, path) === value;
}

function linked(world: World, resource: KlantResource, fields: JsonObject): JsonObject {
  const links = Object.entries(resource.references).flatMap(([name, kind]): [string, Json][] => {
    const value = fields[name];
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) return [[name, target(world, kind, value, name)]];
    return [[name, value.map((each: Json, index) => target(world, kind, each, `${name}.${index}`))]];
  });
  return { ...fields, ...Object.fromEntries(links) };
}

function target(world: World, kind: Kind, value: Json, name: string): JsonObject {
  const found = world.store.byUuid(kind, textOf(objectOf(value).uuid));
  if (!found) throw invalidField(`${name}.uuid`, 'does_not_exist', 'Het object bestaat niet.');
  return mention(found);
}
