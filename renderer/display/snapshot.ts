import type { BoardSnapshot } from '../../shared/contract/hall.ts';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function hasCall(value: unknown): boolean {
  return isRecord(value) && typeof value['number'] === 'string' && typeof value['counter'] === 'number';
}

function isSnapshot(value: unknown): value is BoardSnapshot {
  if (!isRecord(value)) return false;
  const { called, recent, waiting, languages } = value;
  return (
    typeof value['municipality'] === 'string' &&
    typeof value['location'] === 'string' &&
    Array.isArray(languages) &&
    languages.every((language) => language === 'nl' || language === 'en') &&
    Array.isArray(called) &&
    called.every((call) => hasCall(call) && typeof call.callId === 'string' && typeof call.at === 'string') &&
    Array.isArray(recent) &&
    recent.every(hasCall) &&
    Array.isArray(waiting) &&
    waiting.every(
      (group) => isRecord(group) && typeof group['name'] === 'string' && Array.isArray(group['numbers']),
    )
  );
}

/**
 * The board in a message, or null when it is not one. Written out by hand: the schema library would be most of what a
 * display downloads, and the server has checked it.
 */
export function toSnapshot(text: string): BoardSnapshot | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSnapshot(value) ? value : null;
  } catch {
    return null;
  }
}

/** The object in a message, or null when it is not one. */
export function toRecord(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
