import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startPractice } from '../../../electron/practice/index.ts';

/**
 * Central systems in a process of their own that remember nothing and answer at once, or after a fixed delay: a bench of
 * the pump must not measure a database of the other side. Only the catalogue is real; it is asked once.
 */
export type ToCaseSystem =
  | { readonly type: 'delay'; readonly ms: number }
  /** Refuses every connection until it is switched on. */
  | { readonly type: 'on'; readonly on: boolean }
  /** Keeps the next requests that change something, until they are asked for. */
  | { readonly type: 'record' }
  | { readonly type: 'recorded' }
  | { readonly type: 'count' };

/** A request as it came in. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The first message tells where it is; each next one answers a question. */
export type FromCaseSystem =
  | { readonly origin: string; readonly zgwClientId: string; readonly zgwSecret: string }
  | { readonly recorded: readonly Recorded[] }
  | { readonly changes: number };

const personsFile = path.resolve(import.meta.dirname, '../../../resources/testdata/brp-testpersonen.json');
const practice = await startPractice({
  databaseFile: ':memory:',
  personsFile,
  clock: { now: () => new Date() },
  port: 0,
  tls: false,
});
const NOTHING = JSON.stringify({ count: 0, next: null, previous: null, results: [] });
/** A real answer repeats what was sent; it is about as long. */
const FILLER = 'x'.repeat(800);
const catalogue = new Map<string, Promise<string>>();
let [delayMs, on, changes] = [0, true, 0];
let recorded: Recorded[] | undefined;

function fromCatalogue({ url = '', headers }: IncomingMessage): Promise<string> {
  const known = catalogue.get(url);
  if (known) return known;
  const answer = new Promise<string>((resolve, reject) => {
    const { host, authorization } = headers;
    const asked = request(`${practice.origin}${url}`, { headers: { host, authorization } }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end();
  });
  catalogue.set(url, answer);
  return answer;
}

async function answerOf(incoming: IncomingMessage): Promise<string> {
  const { url = '', method, headers } = incoming;
  if (method !== 'GET') {
    const uuid = randomUUID();
    return JSON.stringify({ url: `http://${headers.host}${url}/${uuid}`, uuid, filler: FILLER });
  }
  return url.startsWith('/catalogi/') ? fromCatalogue(incoming) : NOTHING;
}

function reply(incoming: IncomingMessage, outgoing: ServerResponse): void {
  void answerOf(incoming).then((text) => {
    const body = Buffer.from(text);
    outgoing
      .writeHead(incoming.method === 'GET' ? 200 : 201, {
        'content-type': 'application/json',
        'content-length': body.length,
      })
      .end(body);
  });
}

const server = createServer((incoming, outgoing) => {
  if (!on) {
    incoming.socket.destroy();
    return;
  }
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => void (recorded && parts.push(part)));
  incoming.on('end', () => {
    if (incoming.method !== 'GET') {
      changes += 1;
      recorded?.push(recordOf(incoming, Buffer.concat(parts).toString('utf8')));
    }
    if (delayMs > 0) setTimeout(reply, delayMs, incoming, outgoing);
    else reply(incoming, outgoing);
  });
});
server.keepAliveTimeout = 60_000;

function recordOf({ method = '', url = '', headers }: IncomingMessage, body: string): Recorded {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name)
      ? [[name, value]]
      : [],
  );
  return { method, path: url, headers: Object.fromEntries(kept), body };
}

const say = (message: FromCaseSystem): void => void process.send?.(message);
process.on('message', (asked: ToCaseSystem) => {
  if (asked.type === 'delay') delayMs = asked.ms;
  if (asked.type === 'on') on = asked.on;
  if (asked.type === 'record') recorded = [];
  const answered = recorded ?? [];
  if (asked.type === 'recorded') recorded = undefined;
  say(asked.type === 'recorded' ? { recorded: answered } : { changes });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const { zgwClientId, zgwSecret } = practice.credentials;
  say({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, zgwClientId, zgwSecret });
});
