import { requestFlaws } from '../helpers/openapi.ts';
import type { SentRequest } from './counter-process.ts';

/** Judges requests by the official specifications. */
export interface RequestCheck {
  saw(request: SentRequest): void;
  count(): number;
  /** Each flaw once, with the operation. */
  flaws(): readonly string[];
}

/** See `RequestCheck`. Judging waits until it is asked for, so that a run is not held up. */
export function createRequestCheck(): RequestCheck {
  const seen: SentRequest[] = [];
  return {
    saw: (request) => void seen.push(request),
    count: () => seen.length,
    flaws: () => [
      ...new Set(
        seen.flatMap(({ method, url, headers, body }) =>
          requestFlaws({
            method,
            url,
            requestHeaders: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
            requestBody: body ?? undefined,
          }).map((flaw) => `${method} ${new URL(url).pathname.replaceAll(/[0-9a-f-]{36}/g, '…')}: ${flaw}`),
        ),
      ),
    ],
  };
}
