import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A window that was let in: who it is to the application, and at which counter it stands. */
export interface AdmittedWindow {
  /** Random per window and run; says nothing about the cookie, so it may be logged. */
  readonly client: string;
  readonly counter: number;
}

export interface Admissions {
  /** A new one-time token for one window at `counter`. */
  mint(counter: number): string;
  /** Trades a token for a cookie value, once; null for a token that is unknown or was used before. */
  redeem(token: string): string | null;
  /** The window of a cookie value; null when it is unknown. */
  windowOf(cookie: string | undefined): AdmittedWindow | null;
}

const MAX_TOKENS = 50;
const MAX_WINDOWS = 200;

/**
 * Keeps who may talk to the loopback server, in memory only: after a restart every window needs a new link. Values are
 * looked up by their SHA-256, so neither a comparison's duration nor a memory dump gives one away.
 */
export function createAdmissions(): Admissions {
  const tokens = new Map<string, number>();
  const windows = new Map<string, AdmittedWindow>();

  function put<V>(map: Map<string, V>, max: number, value: V): string {
    const secret = randomBytes(32).toString('base64url');
    map.set(digest(secret), value);
    // The oldest goes first: a Map keeps the order of insertion.
    for (const oldest of map.keys()) {
      if (map.size <= max) break;
      map.delete(oldest);
    }
    return secret;
  }

  return {
    mint: (counter) => put(tokens, MAX_TOKENS, counter),
    redeem(token) {
      const key = digest(token);
      const counter = tokens.get(key);
      if (counter === undefined) return null;
      tokens.delete(key);
      return put(windows, MAX_WINDOWS, { client: randomUUID(), counter });
    },
    windowOf: (cookie) => (cookie === undefined ? null : (windows.get(digest(cookie)) ?? null)),
  };
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
