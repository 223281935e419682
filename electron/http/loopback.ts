import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Core } from '../core/create-core.ts';
import type { Caller } from '../core/handlers.ts';
import type { Clock, Log } from '../core/ports.ts';
import { type AdmittedWindow, createAdmissions } from './admissions.ts';
import { listen, type NodeEnv } from './listen.ts';
import { NO_ACCESS_PAGE } from './pages.ts';
import { counterHeaders, SECURITY_HEADERS } from './security-headers.ts';
import { frame, SseHub } from './sse.ts';
import { readStatic } from './static.ts';
import { readTheme } from './theme.ts';

const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const MAX_WINDOWS = 32;

type LoopbackCore = Pick<Core, 'dispatch' | 'subscribe'>;

export interface LoopbackOptions {
  /** May still be starting: pages are served meanwhile, calls wait for it. */
  readonly core: LoopbackCore | Promise<LoopbackCore>;
  /** Folder of the built pages, with counter.html. */
  readonly rendererDir: string;
  /** CSS file with the municipality's theme, or null for the application's own. */
  readonly themeFile: string | null;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly heartbeatMs?: number;
}

export interface Loopback {
  readonly origin: string;
  /** A link that opens one window at `counter`, once. */
  mintLink(target: { readonly counter: number }): string;
  stop(): Promise<void>;
}

interface LoopbackEnv extends NodeEnv {
  Variables: { window: AdmittedWindow };
}

/**
 * The counter window's server: this PC alone, one-time link to an HttpOnly cookie, exact Host (against DNS rebinding),
 * own Origin and JSON for every call, no CORS. Rejects when the port is taken.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { core, log } = options;
  const admissions = createAdmissions();
  const events = new SseHub({
    clock: options.clock,
    heartbeatMs: options.heartbeatMs ?? 10_000,
    maxConnections: MAX_WINDOWS,
    maxBufferedBytes: 1024 * 1024,
  });
  let origin = '';
  // Cookies do not keep ports apart (RFC 6265, section 8.5), so the name does: two counters in one browser stay two.
  let cookieName = '';
  const app = new Hono<LoopbackEnv>();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    const { host } = c.env.incoming.headers;
    if (`http://${host}` !== origin || !c.env.incoming.url?.startsWith('/'))
      return c.text('misdirected request', 421);
    // HEAD too: Hono would answer it as GET, and a look ahead must not use up a link.
    if (c.req.method !== 'GET' && c.req.method !== 'POST') return c.text('method not allowed', 405);
    return next();
  });

  app.get('/', async (c, next) => {
    const token = c.req.query('link');
    if (token === undefined) return next();
    const cookie = admissions.redeem(token);
    if (cookie !== null) {
      setCookie(c, cookieName, cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
      log.info('loopback.windowAdmitted');
    }
    c.header('cache-control', 'no-store');
    return cookie !== null || admissions.windowOf(getCookie(c, cookieName))
      ? c.redirect('/', 303)
      : noAccess(c);
  });

  app.use(async (c, next) => {
    const window = admissions.windowOf(getCookie(c, cookieName));
    if (!window) return noAccess(c);
    c.set('window', window);
    return next();
  });

  app.post(
    '/call/:name',
    async (c, next) => {
      if (c.req.header('origin') !== origin) return c.text('foreign origin', 403);
      const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') return c.text('only application/json', 415);
      return next();
    },
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.json(refusal('larger than 4 MB'), 413) }),
    async (c) => {
      const input = await readJson(c);
      if (input === undefined) return c.json(refusal('not JSON'), 400);
      c.header('cache-control', 'no-store');
      const application = await core;
      return c.json(await application.dispatch(c.req.param('name'), input.value, callerOf(c.get('window'))));
    },
  );

  app.get('/events', async (c) => {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return c.text('foreign origin', 403);
    const application = await core;
    // The window may have gone while the application was starting.
    if (c.env.outgoing.destroyed) return RESPONSE_ALREADY_SENT;
    const stream = events.attach(c.env.outgoing, SECURITY_HEADERS);
    if (!stream) return c.text('too many windows', 503);
    stream.onClose(
      application.subscribe(callerOf(c.get('window')), (message) =>
        stream.send(frame(JSON.stringify(message))),
      ),
    );
    return RESPONSE_ALREADY_SENT;
  });

  app.get('/theme.css', async (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    c.header('cache-control', 'no-store');
    return c.body(await readTheme(options.themeFile));
  });

  app.get('*', async (c) => {
    const urlPath = (c.env.incoming.url ?? '').replace(/[?#].*$/s, '');
    const file = await readStatic(options.rendererDir, urlPath === '/' ? '/counter.html' : urlPath);
    if (!file) return c.text('not found', 404);
    for (const [name, value] of Object.entries(counterHeaders(urlPath))) c.header(name, value);
    c.header('content-type', file.type);
    c.header('cache-control', file.cacheControl);
    return c.body(file.body);
  });

  app.all('*', (c) => c.text('method not allowed', 405));
  app.onError((error, c) => {
    log.error('loopback.failed', { error: error.name });
    return c.json({ ok: false, error: { code: 'internal' } }, 500);
  });

  const server = await listen(app, HOST, options.port, 256);
  origin = `http://${HOST}:${server.port}`;
  cookieName = `waarmee-${server.port}`;
  return {
    origin,
    mintLink: ({ counter }) => `${origin}/?link=${admissions.mint(counter)}`,
    stop: async () => {
      events.stop();
      await server.stop();
    },
  };
}

function callerOf(window: AdmittedWindow): Caller {
  return { audience: 'counter', client: window.client, counter: window.counter };
}

function noAccess(c: Context): Response | Promise<Response> {
  // A call gets plain text, which the window rightly takes for "not connected"; a person gets the page.
  return c.req.method === 'GET' && c.req.path !== '/events'
    ? c.html(NO_ACCESS_PAGE, 403)
    : c.text('no access', 403);
}

function refusal(detail: string): { ok: false; error: { code: 'invalidInput'; detail: string } } {
  return { ok: false, error: { code: 'invalidInput', detail: `body: ${detail}` } };
}

async function readJson(c: Context): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: await c.req.json() };
  } catch {
    return undefined;
  }
}
