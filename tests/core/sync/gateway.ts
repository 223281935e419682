import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Exchange, exchangeFlaws } from '../../helpers/openapi.ts';

/** What happens to a request on its way: broken before or after the work is done, or answered by the test. */
export type Verdict =
  | 'pass'
  | 'dropBefore'
  | 'dropAfter'
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterWork?: boolean;
      /** Takes the work, to have it done when nobody waits for it any more. */
      readonly late?: (work: () => Promise<void>) => void;
    };

export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Counts all requests, from 0. */
  readonly index: number;
}

export interface Gateway {
  readonly origin: string;
  readonly seen: Passing[];
  /** Decides about each request; all pass at first. */
  judge: (passing: Passing) => Verdict | Promise<Verdict>;
  /** What is wrong, by the official specifications, with the requests that were answered and their answers. */
  flaws(): readonly string[];
}

/** Stands between the application and the central systems, as the network does. Ends with the test. */
export async function openGateway(target: () => string): Promise<Gateway> {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway: Gateway = {
    origin,
    seen: [],
    judge: () => 'pass',
    flaws: () =>
      exchanges.flatMap((each) =>
        exchangeFlaws(each).map(
          (flaw) => `${each.method} ${new URL(each.url).pathname} ${each.status}: ${flaw}`,
        ),
      ),
  };
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const bytes = await bytesOf(incoming);
    const body = bytes.toString('utf8');
    const { method = 'GET', url: path = '/' } = incoming;
    const passing: Passing = { method, path, body, headers: incoming.headers, index: gateway.seen.length };
    gateway.seen.push(passing);
    const verdict = await gateway.judge(passing);
    if (typeof verdict === 'object' && verdict.late)
      verdict.late(async () => void (await forward(target(), incoming, passing, bytes)));
    const made = typeof verdict === 'object' && !verdict.afterWork;
    if (made) return answer(outgoing, verdict.status, verdict.headers ?? {}, verdict.body);
    if (verdict === 'dropBefore') return void outgoing.destroy();
    const real = await forward(target(), incoming, passing, bytes);
    if (real === undefined || verdict === 'dropAfter') return void outgoing.destroy();
    if (typeof verdict === 'object')
      return answer(outgoing, verdict.status, verdict.headers ?? {}, verdict.body);
    exchanges.push({
      method,
      url: origin + path,
      requestHeaders: headersOf(incoming),
      requestBody: body === '' ? undefined : body,
      status: real.status,
      responseHeaders: new Headers(real.headers),
      responseBody: real.body,
    });
    answer(outgoing, real.status, real.headers, real.body);
  };
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return gateway;
}

interface Real {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Undefined when the central side broke the connection. */
function forward(
  target: string,
  incoming: IncomingMessage,
  { method, path }: Passing,
  body: Buffer,
): Promise<Real | undefined> {
  return new Promise((resolve) => {
    const passed = request(`${target}${path}`, { method, headers: incoming.headers }, (response) => {
      void bytesOf(response).then((bytes) =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(headersOf(response)),
          body: bytes.toString('utf8'),
        }),
      );
    });
    passed.on('error', () => resolve(undefined));
    passed.end(body);
  });
}

function answer(
  outgoing: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  for (const [name, value] of Object.entries(headers))
    if (!['content-length', 'transfer-encoding', 'connection', 'keep-alive'].includes(name))
      outgoing.setHeader(name, value);
  outgoing.writeHead(status);
  outgoing.end(body);
}

function headersOf(message: IncomingMessage): Headers {
  return new Headers(
    Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** A refusal as the ZGW APIs word it. */
export function problem(status: number, code: string, more: object = {}): Verdict {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      type: 'urn:x',
      code,
      title: 'Fout',
      status,
      detail: '',
      instance: 'urn:y',
      ...more,
    }),
  };
}
