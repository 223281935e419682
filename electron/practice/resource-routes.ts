import type { Hono } from 'hono';
import { answer, answerCached, readBody, readQuery } from './exchange.ts';
import { type Json, type JsonObject, scalarText, valueAt } from './json.ts';
import { PAGE_PARAMETERS, page } from './paging.ts';
import { notFound } from './problem.ts';
import type { Kind } from './resource-store.ts';
import type { World } from './world.ts';

/** Decides whether a resource answers to the value of one query parameter. */
export type Match = (resource: JsonObject, value: string, world: World) => boolean;

/** A collection of an API as data: what it filters on, how it is made, changed and shown. */
export interface Collection {
  readonly kind: Kind;
  /** Bare lists (`[...]`) exist beside paged ones in the Zaken and Documenten API. */
  readonly paged: boolean;
  /** Query parameter -> dotted path that must hold exactly that text, or a test of its own. */
  readonly filters: Readonly<Record<string, string | Match>>;
  /** Adds what the registry works out itself; the stored resource itself if left out. */
  readonly view?: (world: World, resource: JsonObject) => JsonObject;
  /** What only the answer to the creation holds, beside the view. */
  readonly onlyWhenCreated?: (resource: JsonObject) => JsonObject;
  readonly create?: (world: World, body: JsonObject) => JsonObject;
  readonly update?: (world: World, current: JsonObject, body: JsonObject) => JsonObject;
  /** Values of parameters that the client leaves out. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Order of the list; oldest first if left out. */
  readonly newestFirst?: boolean;
  /** Fields that `ordering` may name, with `-` before it for the last first. */
  readonly orderings?: readonly string[];
}

/** The resource as a client sees it. */
export function viewOf(collection: Collection, world: World, resource: JsonObject): JsonObject {
  return collection.view ? collection.view(world, resource) : resource;
}

/** The resources of a collection that answer to all of the given parameters. */
export function search(
  collection: Collection,
  world: World,
  parameters: Readonly<Record<string, string>>,
): readonly JsonObject[] {
  const exact: Record<string, Json> = {};
  const tests: ((resource: JsonObject) => boolean)[] = [];
  for (const [name, value] of Object.entries({ ...collection.defaults, ...parameters })) {
    const filter = collection.filters[name];
    if (filter === undefined) continue;
    if (typeof filter === 'function') tests.push((resource) => filter(resource, value, world));
    else if (value === 'true' || value === 'false')
      tests.push((resource) => scalarText(valueAt(resource, filter)) === value);
    else exact[filter] = value;
  }
  const found = world.store
    .list(collection.kind, exact)
    .filter((resource) => tests.every((test) => test(resource)));
  return collection.newestFirst ? found.toReversed() : found;
}

function inOrder(
  found: readonly JsonObject[],
  { orderings }: Collection,
  ordering: string | undefined,
): readonly JsonObject[] {
  const name = ordering?.replace(/^-/, '') ?? '';
  if (!orderings?.includes(name)) return found;
  const sorted = found.toSorted((a, b) => scalarText(a[name] ?? '').localeCompare(scalarText(b[name] ?? '')));
  return ordering?.startsWith('-') ? sorted.toReversed() : sorted;
}

/** Mounts list, read, create and update of a collection, as far as it has them. */
export function mountCollection(app: Hono, world: World, collection: Collection): void {
  const path = `/${collection.kind.split('/')[1]}`;
  const view = (resource: JsonObject): JsonObject => viewOf(collection, world, resource);
  const find = (uuid: string): JsonObject => {
    const found = world.store.byUuid(collection.kind, uuid);
    if (!found) throw notFound();
    return found;
  };

  app.get(path, (c) => {
    const parameters = readQuery(c, [
      ...Object.keys(collection.filters),
      ...(collection.paged ? PAGE_PARAMETERS : []),
      ...(collection.orderings ? ['ordering'] : []),
    ]);
    const found = inOrder(search(collection, world, parameters), collection, parameters['ordering']);
    return answer(c, 200, collection.paged ? page(c, found, view) : found.map(view));
  });
  app.get(`${path}/:uuid`, (c) => answerCached(c, view(find(c.req.param('uuid')))));
  const { create, update, onlyWhenCreated } = collection;
  if (create)
    app.post(path, async (c) => {
      const body = await readBody(c);
      const created = world.store.transaction(() => create(world, body));
      return answer(c, 201, { ...view(created), ...onlyWhenCreated?.(created) });
    });
  if (update)
    app.patch(`${path}/:uuid`, async (c) => {
      const body = await readBody(c);
      const current = find(c.req.param('uuid'));
      return answer(c, 200, view(world.store.transaction(() => update(world, current, body))));
    });
}
