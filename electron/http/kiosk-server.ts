import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Core } from '../core/create-core.ts';
import type { Log } from '../core/ports.ts';
import { listen, type NodeEnv } from './listen.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { readStatic } from './static.ts';
import { readTheme } from './theme.ts';

const MAX_BODY_BYTES = 4096;
/** Numbers at once, and how fast new ones come back: no hall is as fast as a script that presses for fun. */
const BURST = 10;
const REFILL_MS = 3000;

export interface KioskServerOptions {
  readonly core: Pick<Core, 'dispatch'>;
  readonly rendererDir: string;
  readonly themeFile: string | null;
  /** The address to listen on. */
  readonly address: string;
  /** 0: any free one. */
  readonly port: number;
  /** What the kiosk has in its address as `?key=`; null: every program on this PC may be the kiosk. */
  readonly key: string | null;
  /** The workstation's counter: whose devices print. */
  readonly counter: number;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  readonly log: Log;
}

export interface KioskServer {
  /** The address of the kiosk, without its key. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The server of the touch kiosk: its page and the calls meant for a kiosk, on a port of its own. From elsewhere than this
 * PC it needs the key. Rejects when the address or port is not available.
 */
export async function startKioskServer(options: KioskServerOptions): Promise<KioskServer> {
  const { core, log } = options;
  const caller = { audience: 'kiosk', client: 'kiosk', counter: options.counter } as const;
  const app = new Hono<NodeEnv>();
  let cookieName = '';
  let left = BURST;
  let refilledAt = options.elapsed();

  /** One number taken from the bucket; false when it is empty. */
  function mayTake(): boolean {
    const back = Math.floor((options.elapsed() - refilledAt) / REFILL_MS);
    left = Math.min(BURST, left + back);
    refilledAt += back * REFILL_MS;
    if (left === 0) return false;
    left -= 1;
    return true;
  }

  const isKey = (text: string | undefined): boolean =>
    options.key === null || (text !== undefined && timingSafeEqual(digest(text), digest(options.key)));

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    c.header('cache-control', 'no-store');
    if (c.req.method !== 'GET' && c.req.method !== 'POST') return c.text('method not allowed', 405);
    return next();
  });
  app.get('/', async (c, next) => {
    const key = c.req.query('key');
    if (key === undefined) return next();
    if (isKey(key))
      setCookie(c, cookieName, key, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: YEAR_S });
    // The key leaves the address bar.
    return c.redirect('/', 303);
  });
  app.use(async (c, next) =>
    isKey(getCookie(c, cookieName))
      ? next()
      : c.text('Deze zuil heeft geen toegang. Open het adres met zijn sleutel (?key=...).', 403),
  );
  app.post(
    '/call/:name',
    async (c, next) => {
      const { host } = c.env.incoming.headers;
      if (c.req.header('origin') !== `http://${host}`) return c.text('foreign origin', 403);
      if (c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
        return c.text('only application/json', 415);
      return next();
    },
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('larger than 4 KB', 413) }),
    async (c) => {
      const name = c.req.param('name');
      if (name !== 'kiosk.state' && !mayTake()) {
        log.warn('kiosk.tooFast', {});
        c.header('retry-after', '3');
        return c.text('too many numbers at once', 429);
      }
      const input: unknown = await c.req.json().catch(() => undefined);
      return c.json(await core.dispatch(name, input, caller));
    },
  );
  app.get('/theme.css', async (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    return c.body(await readTheme(options.themeFile));
  });
  app.get('*', async (c) => {
    const urlPath = (c.env.incoming.url ?? '').replace(/[?#].*$/s, '');
    if (urlPath !== '/' && !urlPath.startsWith('/assets/')) return c.text('not found', 404);
    const file = await readStatic(options.rendererDir, urlPath === '/' ? '/kiosk.html' : urlPath);
    if (!file) return c.text('not found', 404);
    c.header('content-type', file.type);
    c.header('cache-control', file.cacheControl);
    return c.body(file.body);
  });
  app.onError((error, c) => {
    log.warn('kiosk.failed', { error: error.name });
    return c.text('not available now', 503);
  });

  const server = await listen(app, options.address, options.port, 32);
  cookieName = `waarmee-kiosk-${server.port}`;
  return { url: `http://${options.address}:${server.port}/`, stop: () => server.stop() };
}

const YEAR_S = 365 * 86_400;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
