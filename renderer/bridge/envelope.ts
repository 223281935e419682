import type { CallName, PushMessage } from '../../shared/contract/index.ts';
import type { Answer } from './bridge.ts';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * The answer of a call as it came over the wire, after checking that it is a Result. The value itself was checked by
 * the application; anything that is no Result becomes `internal`.
 */
export function toAnswer<N extends CallName>(name: N, raw: unknown): Answer<N> {
  if (isRecord(raw) && raw['ok'] === true && 'value' in raw) return raw as Answer<N>;
  if (
    isRecord(raw) &&
    raw['ok'] === false &&
    isRecord(raw['error']) &&
    typeof raw['error']['code'] === 'string'
  ) {
    return raw as Answer<N>;
  }
  return { ok: false, error: { code: 'internal', detail: `answer to ${name} is not a result` } };
}

/** An event as it came over the wire; undefined when it is none. */
export function toPush(raw: unknown): PushMessage | undefined {
  return isRecord(raw) && typeof raw['name'] === 'string' && isRecord(raw['data'])
    ? (raw as PushMessage)
    : undefined;
}

/** Text to a value; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
