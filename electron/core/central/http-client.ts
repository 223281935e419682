import type { Pool } from 'undici';
import type { CentralExchange } from '../../../shared/contract/workstation.ts';
import type { Clock } from '../ports.ts';
import { type Answer, type CentralSystem, failed } from './central-error.ts';
import { exchangeOf } from './exchange.ts';
import type { CentralHealth } from './health.ts';
import { networkFailure, retryAfterMs, statusFailure } from './http-failure.ts';
import { createRepeatedAnswers } from './repeated-answers.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { trustedAuthorities } from './trusted-authorities.ts';

export interface HttpRequest {
  readonly system: CentralSystem;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
  /** The question and this answer, for when the answer turns out to be no good. */
  readonly exchange: () => CentralExchange;
}

/**
 * HTTP to the central systems: no redirects, nothing repeated by itself. Changes share kept connections; each question has
 * one of its own. A proxy that sends an answer twice gives the copy to the next request on the connection, and HTTP/1.1 has
 * nothing that tells them apart: a look-up that is given another's empty list would have a thing made again.
 */
export interface HttpClient {
  /** 2xx and 304 are answers; everything else is a failure with its kind. Never throws for what the network does. */
  send(request: HttpRequest): Promise<Answer<HttpAnswer>>;
  /** The time at the server of this address, never ahead of it. */
  serverNow(url: string): Date;
  /** The server's time for a moment of the local clock. */
  serverTime(url: string, local: Date): Date;
  /** True when an earlier answer told of the same new thing: this is a copy of that answer. */
  isRepeated(madeUrl: string): boolean;
  /** False until an answer of this server told its time. */
  knowsClock(url: string): boolean;
  /** Breaks off what is under way. */
  stop(): Promise<void>;
}

export interface HttpClientDeps {
  readonly clock: Clock;
  readonly health: CentralHealth;
  /** Longest wait for an answer, and for the whole of it. */
  readonly timeoutMs: number;
  readonly connections: number;
  /** PEM of certificate authorities to trust beside those of this computer. */
  readonly authorities?: readonly string[];
  /** Largest answer that is read, in bytes. */
  readonly maxAnswerBytes?: number;
}

const DEFAULT_MAX_ANSWER = 8 * 1024 * 1024;

/** See `HttpClient`. */
export function createHttpClient(deps: HttpClientDeps): HttpClient {
  const { clock, health, timeoutMs } = deps;
  interface Peer {
    readonly time: ServerClock;
    /** Opened by the first request; the library is not loaded before. */
    readonly pools: Map<'changes' | 'questions', Promise<Pool>>;
  }
  const peers = new Map<string, Peer>();
  let stopped = false;
  const peer = (origin: string): Peer => {
    const known = peers.get(origin) ?? { time: createServerClock(), pools: new Map() };
    peers.set(origin, known);
    return known;
  };
  const openPool = async (origin: string): Promise<Pool> => {
    const { Pool } = await import('undici');
    const ca = origin.startsWith('https:') ? trustedAuthorities(deps.authorities ?? []) : undefined;
    const pool = new Pool(origin, {
      connections: deps.connections,
      connect: { timeout: timeoutMs, ...(ca && { ca }) },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxResponseSize: deps.maxAnswerBytes ?? DEFAULT_MAX_ANSWER,
    });
    if (stopped) void pool.destroy();
    return pool;
  };

  const exchange = async (request: HttpRequest): Promise<Answer<HttpAnswer>> => {
    const { system, method, headers } = request;
    const url = new URL(request.url);
    const { time, pools } = peer(url.origin);
    // The BRP is only ever asked.
    const alone = method === 'GET' || system === 'brp';
    const use = alone ? 'questions' : 'changes';
    const opening = pools.get(use) ?? openPool(url.origin);
    pools.set(use, opening);
    const sentAt = clock.now().getTime();
    try {
      const pool = await opening;
      const answer = await pool.request({
        method,
        path: url.pathname + url.search,
        headers,
        // Closes the connection after the answer.
        reset: alone,
        ...(request.body !== undefined && { body: request.body }),
        signal: AbortSignal.timeout(2 * timeoutMs),
      });
      const text = await answer.body.text();
      const exchanged = () => exchangeOf(request, answer.statusCode, text);
      const now = clock.now();
      const { statusCode: status } = answer;
      const fine = (status >= 200 && status < 300) || status === 304;
      const failure = fine
        ? undefined
        : statusFailure(system, status, text, retryAfterMs(one(answer.headers['retry-after']), now));
      // That it is down or too busy can be said by a gateway, with a clock of its own.
      if (failure?.kind !== 'unknownOutcome') time.learn(one(answer.headers.date), sentAt, now.getTime());
      return failure
        ? failed({ ...failure, exchange: exchanged() })
        : { ok: true, value: { status, etag: one(answer.headers.etag), text, exchange: exchanged } };
    } catch (error) {
      return failed({ ...networkFailure(system, error), exchange: exchangeOf(request, null, '') });
    }
  };

  return {
    send: async (request) => {
      const answer = await exchange(request);
      health.report(request.system, answer.ok ? undefined : answer.error);
      return answer;
    },
    isRepeated: createRepeatedAnswers(),
    serverNow: (url) => peer(new URL(url).origin).time.at(clock.now().getTime()),
    serverTime: (url, local) => peer(new URL(url).origin).time.at(local.getTime()),
    knowsClock: (url) => peer(new URL(url).origin).time.known(),
    stop: async () => {
      stopped = true;
      const pools = [...peers.values()].flatMap((each) => [...each.pools.values()]);
      await Promise.all(pools.map(async (pool) => (await pool).destroy()));
    },
  };
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
