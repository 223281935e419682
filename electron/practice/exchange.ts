import { createHash } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isObject, type Json, type JsonObject } from './json.ts';
import { invalidTogether, notFound, Problem, problemBody } from './problem.ts';
import { fromWire, toWire, type World } from './world.ts';

/**
 * A hono app for one API behind its own authentication: stamps the API version and the world's time on each answer,
 * and words every refusal.
 */
export function apiApp(world: World, version: string, authenticate: MiddlewareHandler): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('API-version', version);
    c.header('Date', world.clock.now().toUTCString());
  });
  app.use(authenticate);
  app.onError((error, c) => {
    const problem =
      error instanceof Problem ? error : new Problem(500, 'error', 'Server error', error.message);
    return send(c, problem.status, problemBody(problem), 'application/problem+json');
  });
  return app;
}

/** 404 for an address that leads nowhere. */
export function answerNotFound(c: Context): Response {
  return send(c, 404, problemBody(notFound()), 'application/problem+json');
}

/** The JSON object a client sent; 400 `parse_error` if it is no JSON object. */
export async function readBody(c: Context): Promise<JsonObject> {
  const body = parse(fromWire(await c.req.text()));
  if (!isObject(body)) throw new Problem(400, 'parse_error', 'Malformed request.', 'JSON parse error');
  return body;
}

/** The query parameters a client sent, once each; 400 `unknown-parameters` for a name the operation does not have. */
export function readQuery(c: Context, known: readonly string[]): Readonly<Record<string, string>> {
  const query = c.req.query();
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw invalidTogether('unknown-parameters', `Onbekende query parameters: ${unknown.join(', ')}`);
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, fromWire(value)]));
}

/** Answers JSON. A created resource says where it is. */
export function answer(c: Context, status: number, body: Json): Response {
  if (status === 201 && isObject(body) && typeof body.url === 'string')
    c.header('Location', toWire(body.url, originOf(c)));
  return send(c, status, body, 'application/json');
}

/** Answers one resource with its ETag, or 304 without a body if the client already has it. */
export function answerCached(c: Context, body: JsonObject): Response {
  const tag = `"${createHash('md5').update(JSON.stringify(body)).digest('hex')}"`;
  c.header('ETag', tag);
  const held = (c.req.header('If-None-Match') ?? '').split(',').map((each) => each.trim());
  return held.includes(tag) ? c.body(null, 304) : answer(c, 200, body);
}

/** The origin under which this client reaches the practice server. */
export function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

function send(c: Context, status: number, body: Json, contentType: string): Response {
  c.header('Content-Type', contentType);
  return c.body(toWire(JSON.stringify(body), originOf(c)), status as ContentfulStatusCode);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
