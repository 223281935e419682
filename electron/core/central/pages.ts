import { z } from 'zod';
import { type Answer, failed } from './central-error.ts';
import type { CallOptions, JsonApi } from './json-api.ts';

const MAX_PAGES = 20;

interface Page<T> {
  readonly next?: string | null | undefined;
  readonly results: readonly T[];
}

const pages = new WeakMap<z.ZodType, z.ZodType>();

/** Making a schema costs more than using it, so each is made once. */
function pageOf<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  const known = pages.get(item) as z.ZodType<Page<T>> | undefined;
  if (known) return known;
  const made: z.ZodType<Page<T>> = z.object({ next: z.string().nullish(), results: z.array(item) });
  pages.set(item, made);
  return made;
}

/**
 * All results of a paged list. Pages are asked by number at the address we know: the `next` of an answer only tells
 * that there is more, it is never followed.
 */
export async function allPages<T>(
  api: JsonApi,
  path: string,
  item: z.ZodType<T>,
  options: CallOptions = {},
): Promise<Answer<readonly T[]>> {
  const Page = pageOf(item);
  const all: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const query = { ...options.query, ...(page > 1 && { page: String(page) }) };
    const answer = await api.get(path, Page, { ...options, query });
    if (!answer.ok) return answer;
    all.push(...answer.value.results);
    if (answer.value.next === null || answer.value.next === undefined) return { ok: true, value: all };
  }
  return failed({ kind: 'invalidAnswer', system: api.system, code: 'too-many-pages' });
}
