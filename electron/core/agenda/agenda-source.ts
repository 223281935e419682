import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { trustedAuthorities } from '../central/index.ts';
import type { AgendaConfig } from '../settings/agenda-schema.ts';

/** An agenda as its source has it; null when it did not change since `version`. */
export interface SourceText {
  readonly text: string;
  /** By which the source knows what we have; null when it gives nothing of the kind. */
  readonly version: string | null;
}

/** Where an agenda comes from. Rejects when it is not there, too slow, too large, or answers otherwise than with 200 or 304. */
export type AgendaSource = (version: string | null) => Promise<SourceText | null>;

const MAX_BYTES = 8 * 1024 * 1024;
const DEADLINE_MS = 15_000;

/** The file or the web address of the configuration; `token` is sent to a web address alone. */
export function agendaSource(
  { source }: Pick<AgendaConfig, 'source'>,
  { token, authorities }: { readonly token: string | undefined; readonly authorities: readonly string[] },
): AgendaSource {
  return path.isAbsolute(source) ? fromFile(source) : fromWeb(source, token, authorities);
}

function fromFile(file: string): AgendaSource {
  return async (version) => {
    const { mtimeMs, size } = await stat(file);
    if (size > MAX_BYTES) throw new Error('too large');
    const now = `${mtimeMs}/${size}`;
    return now === version ? null : { text: await readFile(file, 'utf8'), version: now };
  };
}

/** Conditional requests of RFC 9110, section 13: by ETag, else by Last-Modified. */
function fromWeb(url: string, token: string | undefined, authorities: readonly string[]): AgendaSource {
  return async (version) => {
    const { Agent, request } = await import('undici');
    const dispatcher = new Agent({
      connect: { ca: trustedAuthorities(authorities), timeout: DEADLINE_MS },
      maxResponseSize: MAX_BYTES,
    });
    try {
      const answer = await request(url, {
        dispatcher,
        headers: {
          accept: 'text/calendar, application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(version !== null && { [isDate(version) ? 'if-modified-since' : 'if-none-match']: version }),
        },
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      const text = await answer.body.text();
      if (answer.statusCode === 304) return null;
      if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
      const { etag, 'last-modified': modified } = answer.headers;
      return { text, version: [etag, modified].flat().find((one) => one !== undefined) ?? null };
    } finally {
      await dispatcher.close();
    }
  };
}

/** An entity tag is quoted, a date is not. */
const isDate = (version: string): boolean => !version.endsWith('"');
