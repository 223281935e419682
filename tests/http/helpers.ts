import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Caller } from '../../electron/core/handlers.ts';
import type { LoopbackOptions } from '../../electron/http/loopback.ts';
import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import type { PushMessage } from '../../shared/contract/index.ts';
import { ok } from '../../shared/lib/result.ts';
import { testFolder } from '../helpers/store.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** The address to come from; all of 127.0.0.0/8 is this computer. */
  readonly from?: string;
}

function open(origin: string, sent: Sent): Promise<IncomingMessage> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method: sent.method ?? 'GET',
        path: sent.path,
        headers: sent.headers ?? {},
        agent: false,
        localAddress: sent.from,
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}

/** One request with exactly these headers, as a hostile client could send it. */
export async function send(origin: string, sent: Sent): Promise<Answer> {
  const response = await open(origin, sent);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

export interface EventStream {
  readonly response: IncomingMessage;
  /** Resolves with the text so far as soon as it contains `text`. */
  until(text: string): Promise<string>;
  close(): void;
}

/** Opens a server-sent event stream; closed when the test ends. */
export async function openEvents(origin: string, sent: Sent): Promise<EventStream> {
  const response = await open(origin, sent);
  let seen = '';
  let look: () => void = () => undefined;
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    seen += chunk;
    look();
  });
  const close = () => void response.destroy();
  onTestFinished(close);
  return {
    response,
    close,
    until: (text) =>
      new Promise((resolve) => {
        look = () => seen.includes(text) && resolve(seen);
        look();
      }),
  };
}

/** A folder with built pages in miniature, next to a file that must never be served. */
export function pagesFolder(): string {
  const parent = testFolder();
  const root = path.join(parent, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'counter.html'), '<!doctype html><title>Waarmee</title>');
  writeFileSync(
    path.join(root, 'display.html'),
    '<!doctype html><html data-version=""><title>Scherm</title></html>',
  );
  writeFileSync(path.join(root, 'assets', 'counter-1a2b.js'), 'void 0;');
  mkdirSync(path.join(root, 'assets', 'face-mesh-0a1b2c3d'));
  for (const name of ['face-worker-x_1-Z.js', 'face_mesh.js', 'model.wasm', 'model.data', 'graph.binarypb'])
    writeFileSync(path.join(root, 'assets', 'face-mesh-0a1b2c3d', name), 'void 0;');
  writeFileSync(path.join(root, 'assets', 'notes.txt'), 'not of a kind that is served');
  writeFileSync(path.join(parent, 'secret.json'), '{}');
  mkdirSync(path.join(parent, 'renderer-other'));
  writeFileSync(path.join(parent, 'renderer-other', 'secret.json'), '{}');
  return root;
}

export interface FakeDoor {
  readonly core: Awaited<LoopbackOptions['core']>;
  readonly calls: { readonly name: string; readonly input: unknown; readonly caller: Caller }[];
  readonly listeners: Map<(message: PushMessage) => void, Caller>;
}

/** A core that answers every call with its own input and remembers who called. */
export function fakeDoor(): FakeDoor {
  const calls: { name: string; input: unknown; caller: Caller }[] = [];
  const listeners = new Map<(message: PushMessage) => void, Caller>();
  return {
    calls,
    listeners,
    core: {
      dispatch: async (name, input, caller) => {
        calls.push({ name, input, caller });
        return ok(input);
      },
      subscribe: (caller, listener) => {
        listeners.set(listener, caller);
        return () => listeners.delete(listener);
      },
    },
  };
}

/** A board with one called number. */
export function boardSnapshot(revision: number): BoardSnapshot {
  return {
    revision,
    now: '2026-11-23T09:00:00.000Z',
    municipality: 'Oefenstad',
    location: 'Hal',
    languages: ['nl'],
    gong: true,
    speech: true,
    called: [{ callId: `call-${revision}`, number: 'P012', counter: 3, at: '2026-11-23T08:59:00.000Z' }],
    recent: [{ number: 'R020', counter: 1 }],
    waiting: [
      {
        letter: 'P',
        name: 'Paspoort en ID-kaart',
        count: 2,
        numbers: ['P013', 'P014'],
        expected: { fromMinutes: 5, toMinutes: 15 },
      },
    ],
  };
}
