import { type ServerResponse, STATUS_CODES } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { Fate, Faults, PracticeApi } from './faults.ts';
import { notifyBody, NotifyProblem } from './notify/notify-problem.ts';
import { invalidField, Problem, problemBody } from './problem.ts';

type Exchange = Context<{ Bindings: HttpBindings }>;

export interface FaultGateDeps {
  readonly faults: Faults;
  /** Of the registry; a gateway that refuses or fails for it keeps the time of this machine. */
  readonly clock: { now(): Date };
  /** The next connection meets a certificate that has expired. */
  readonly expireNext: () => void;
}

const DRIPS = 8;

/** Lets every request to one registry meet its fate. */
export function faultGate(
  api: PracticeApi,
  { faults, clock, expireNext }: FaultGateDeps,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const fate: Fate = faults.fate(api);
    const { latencyMs, delayMs, dripMs, retryAfterSeconds } = faults.settings(api);
    if (fate === 'down' || fate === 'refuse' || fate === 'expiredCertificate') {
      if (fate === 'expiredCertificate') expireNext();
      return hangUp(c);
    }
    const wait = latencyMs + (fate === 'delay' ? delayMs : 0);
    if (wait > 0) await delay(wait);
    if (fate === 'serverError')
      return refuse(
        c,
        api,
        new Problem(503, 'service_unavailable', 'Tijdelijk niet beschikbaar', 'Oefenstoring'),
      );
    if (fate === 'tooManyRequests') {
      c.header('Retry-After', String(retryAfterSeconds));
      return refuse(c, api, new Problem(429, 'throttled', 'Te veel aanvragen', 'Oefenstoring'));
    }
    if (fate === 'badRequest') {
      c.header('Date', clock.now().toUTCString());
      return refuse(c, api, invalidField('oefenstoring', 'invalid', 'Oefenstoring: dit veld is niet goed.'));
    }
    if (fate === 'committedLate') await giveUpFirst(c, delayMs);
    await next();
    await distort(c, fate, { dripMs, chance: faults.chance });
    return undefined;
  };
}

/** A gateway that waits no longer, while the registry behind it goes on. */
async function giveUpFirst(c: Exchange, delayMs: number): Promise<void> {
  // Read before the answer: what is not read by then, Node throws away.
  await c.req.arrayBuffer();
  const { outgoing } = c.env as { readonly outgoing: ServerResponse };
  outgoing.writeHead(504, { 'Content-Type': 'text/html' });
  outgoing.end('<!doctype html><title>504 Gateway Time-out</title>');
  await delay(delayMs);
}

function hangUp(c: Exchange): Response {
  c.env.incoming.socket.destroy();
  return c.body(null, 503);
}

function refuse(c: Exchange, api: PracticeApi, problem: Problem): Response {
  if (api === 'notify') return c.json(notifyBody(asNotify(problem)), problem.status as 400);
  return c.body(JSON.stringify(problemBody(problem)), problem.status as 400, {
    'Content-Type': 'application/problem+json',
  });
}

function asNotify({ status, invalidParams, message }: Problem): NotifyProblem {
  if (status === 429)
    return new NotifyProblem(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE');
  const messages = invalidParams.map(({ name, reason }) => `"${name}" ${reason}`);
  return status === 400
    ? new NotifyProblem(400, 'ValidationError', ...messages)
    : new NotifyProblem(status, 'Exception', message);
}

/** Keeps the server from answering. Over another answer Hono would make a new one of it, which is sent after all. */
function leaveAnswered(c: Exchange): void {
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT;
}

/** Does to the answer, when the work is done, what the network does to answers. */
async function distort(
  c: Exchange,
  fate: Fate,
  { dripMs, chance }: { readonly dripMs: number; readonly chance: () => number },
): Promise<void> {
  if (fate === 'committedLate') {
    leaveAnswered(c);
    return;
  }
  if (fate === 'answerLost') {
    c.env.incoming.socket.destroy();
    return;
  }
  if (fate !== 'answerTwice' && fate !== 'cutMidBody' && fate !== 'slowDrip' && fate !== 'wrongJson') return;
  const { res } = c;
  const right = Buffer.from(await res.arrayBuffer());
  const body = fate === 'wrongJson' ? wrong(right, chance()) : right;
  const status = fate === 'wrongJson' && res.status >= 300 ? 200 : res.status;
  const headers = { ...Object.fromEntries(res.headers), 'content-length': String(body.length) };
  leaveAnswered(c);
  const { outgoing } = c.env as { readonly outgoing: ServerResponse };
  const half = Math.floor(body.length / 2);
  switch (fate) {
    case 'cutMidBody':
      outgoing.writeHead(status, headers);
      outgoing.write(body.subarray(0, half), () => outgoing.socket?.destroy());
      return;
    case 'slowDrip':
      outgoing.writeHead(status, headers);
      await drip(outgoing, body, dripMs);
      return;
    case 'answerTwice': {
      const { socket } = outgoing;
      outgoing.writeHead(status, headers);
      outgoing.end(body);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket?.write(
        Buffer.concat([
          Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`),
          body,
        ]),
      );
      return;
    }
    case 'wrongJson':
      outgoing.writeHead(status, headers);
      outgoing.end(body);
  }
}

/** A page of some proxy, half of the answer, or JSON that is something else. */
function wrong(right: Buffer, chance: number): Buffer {
  if (chance < 0.4) return Buffer.from('<!doctype html><title>Even geduld</title>');
  return chance < 0.7 ? right.subarray(0, Math.floor(right.length / 2)) : Buffer.from('{"melding":"ok"}');
}

async function drip(outgoing: ServerResponse, body: Buffer, dripMs: number): Promise<void> {
  for (let drop = 0; drop < DRIPS && !outgoing.destroyed; drop += 1) {
    const [from, to] = [drop, drop + 1].map((at) => Math.floor((at * body.length) / DRIPS));
    outgoing.write(body.subarray(from, to));
    await delay(dripMs / DRIPS);
  }
  outgoing.end();
}
