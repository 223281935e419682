import { createHmac } from 'node:crypto';
import path from 'node:path';
import { afterEach } from 'vitest';
import { type Practice, type PracticeOptions, startPractice } from '../../electron/practice/index.ts';
import type { Json, JsonObject } from '../../electron/practice/json.ts';
import { createTestClock, type TestClock } from '../helpers/clock.ts';
import { validatingFetch } from '../helpers/openapi.ts';

/** The official fictitious test persons. */
export const PERSONS_FILE = path.join(import.meta.dirname, '../../resources/testdata/brp-testpersonen.json');
/** RSIN of the municipality in the tests. */
export const RSIN = '002220647';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
  /** The body of a bare list. */
  readonly list: readonly JsonObject[];
  /** Codes of `invalidParams`, each as `name: code`. */
  readonly refused: readonly string[];
  /** Results of a page. */
  readonly results: readonly JsonObject[];
}

/** A practice environment in a test, with clients that check every exchange against the official specifications. */
export interface TestPractice {
  readonly practice: Practice;
  readonly clock: TestClock;
  /** Calls an API with its own credentials. `path` starts with the API, or is a whole address. */
  call(
    method: string,
    path: string,
    body?: Json,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: Json, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  patch(path: string, body: Json): Promise<Answer>;
}

const running: Practice[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((practice) => practice.stop()));
});

/** Starts a practice environment in memory that stops after the test. */
export async function startTestPractice(options: Partial<PracticeOptions> = {}): Promise<TestPractice> {
  const clock = createTestClock('2026-11-23T09:00:00.000Z');
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile: PERSONS_FILE,
    clock,
    tls: false,
    ...options,
  });
  running.push(practice);
  const send = validatingFetch(practice.origin);
  const call: TestPractice['call'] = async (method, target, body, headers = {}) => {
    const url = new URL(target, practice.origin);
    const sent = { ...defaultHeaders(practice, url, clock.now()), ...headers };
    const init: RequestInit = {
      method,
      headers: Object.fromEntries(Object.entries(sent).filter(([, v]) => v !== '')),
    };
    return read(await send(url, body === undefined ? init : { ...init, body: JSON.stringify(body) }));
  };
  return {
    practice,
    clock,
    call,
    get: (target, headers) => call('GET', target, undefined, headers),
    post: (target, body, headers) => call('POST', target, body, headers),
    patch: (target, body) => call('PATCH', target, body),
  };
}

/** A ZGW token. Claims set to undefined are left out. */
export function zgwToken(
  practice: Practice,
  claims: Readonly<Record<string, unknown>>,
  secret?: string,
): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const clientId = practice.credentials.zgwClientId;
  const signed = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode({ iss: clientId, client_id: clientId, ...claims })}`;
  const signature = createHmac('sha256', secret ?? practice.credentials.zgwSecret)
    .update(signed)
    .digest('base64url');
  return `${signed}.${signature}`;
}

/** Whole seconds since 1970, as in `iat`. */
export function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

function defaultHeaders(practice: Practice, url: URL, now: Date): Record<string, string> {
  // Without kept connections: a world that restarts on its port would break the one that the client still holds.
  const json = { 'Content-Type': 'application/json', Connection: 'close' };
  if (url.pathname.startsWith('/klantinteracties'))
    return { ...json, Authorization: `Token ${practice.credentials.klantinteractiesToken}` };
  if (url.pathname.startsWith('/haalcentraal'))
    return { ...json, 'X-API-KEY': practice.credentials.brpApiKey };
  const token = zgwToken(practice, {
    iat: seconds(now),
    user_id: 'jansen',
    user_representation: 'J. Jansen',
  });
  const crs = { 'Accept-Crs': 'EPSG:4326', 'Content-Crs': 'EPSG:4326' };
  return { ...json, ...crs, Authorization: `Bearer ${token}` };
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const body = parsed as JsonObject;
  const list = Array.isArray(parsed) ? (parsed as readonly JsonObject[]) : [];
  const params = (body.invalidParams ?? []) as readonly { name: string; code: string }[];
  return {
    status: response.status,
    headers: response.headers,
    body,
    list,
    refused: params.map(({ name, code }) => `${name}: ${code}`),
    results: (body.results ?? []) as readonly JsonObject[],
  };
}
