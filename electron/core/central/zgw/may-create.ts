import { z } from 'zod';
import { type Answer, failed } from '../central-error.ts';
import type { CallOptions, JsonApi } from '../json-api.ts';

/**
 * Whether the scope to create is there, told by a request that has to be refused: it names the type alone and lacks
 * every other field that the standard demands. The ZGW APIs look at the scopes first (403), then at the fields (400).
 */
export async function mayCreate(
  api: JsonApi,
  path: string,
  type: object,
  options: CallOptions = {},
): Promise<Answer<boolean>> {
  const answer = await api.post(path, type, z.unknown(), options);
  if (answer.ok) return failed({ kind: 'invalidAnswer', system: api.system, code: 'accepted-incomplete' });
  if (answer.error.kind === 'refused') return { ok: true, value: true };
  return answer.error.kind === 'unauthorized' ? { ok: true, value: false } : answer;
}

/**
 * Whether the scope for a request is there, told by asking it of what does not exist: the ZGW APIs look at the scopes
 * first (403), then for the thing itself (404).
 */
export function mayOnNothing(answer: Answer<unknown>, system: JsonApi['system']): Answer<boolean> {
  if (answer.ok) return failed({ kind: 'invalidAnswer', system, code: 'accepted-unknown' });
  if (answer.error.kind === 'notFound') return { ok: true, value: true };
  return answer.error.kind === 'unauthorized' ? { ok: true, value: false } : answer;
}
