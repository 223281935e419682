import type { Context } from 'hono';
import type { Json, JsonObject } from './json.ts';
import { Problem } from './problem.ts';

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 500;

/** The query parameters of every paged list. */
export const PAGE_PARAMETERS: readonly string[] = ['page', 'pageSize'];

/**
 * One page of a list as the ZGW APIs and Klantinteracties answer it: `{count, next, previous, results}`, pages from 1,
 * 100 items unless `pageSize` (at most 500) says otherwise. A page that does not exist is 404. Only the resources on
 * the page are shown through `view`.
 */
export function page<T>(c: Context, all: readonly T[], view: (item: T) => Json): JsonObject {
  const url = new URL(c.req.url);
  const wanted = Number(url.searchParams.get('page') ?? 1);
  const askedSize = Number(url.searchParams.get('pageSize') ?? DEFAULT_PAGE_SIZE);
  const size = askedSize > 0 ? Math.min(askedSize, MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
  const last = Math.max(1, Math.ceil(all.length / size));
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > last)
    throw new Problem(404, 'not_found', 'Niet gevonden.', 'Ongeldige pagina.');
  const linkTo = (number: number): string | null => {
    if (number < 1 || number > last) return null;
    url.searchParams.set('page', String(number));
    return url.href;
  };
  return {
    count: all.length,
    next: linkTo(wanted + 1),
    previous: linkTo(wanted - 1),
    results: all.slice((wanted - 1) * size, wanted * size).map(view),
  };
}
