import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Core } from '../core/create-core.ts';
import type { Clock, Log } from '../core/ports.ts';
import {
  DisplayName,
  type DisplayProfile,
  type DisplayReport,
  DisplayStatus,
  MOST_IGNORED,
  SettingName,
} from '../../shared/contract/display.ts';
import { createBoardFeed } from './board-feed.ts';
import { createDisplayRegister } from './display-register.ts';
import { listen, type NodeEnv } from './listen.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { frame, SseHub } from './sse.ts';
import { readStatic } from './static.ts';
import { readTheme } from './theme.ts';
import { type VisitorRoutes, visitorRoutes } from './visitor/routes.ts';

const Sound = DisplayStatus.shape.sound;

export interface DisplayServerOptions {
  readonly board: Core['board'];
  readonly rendererDir: string;
  readonly themeFile: string | null;
  /** How a display shows the board, by the name in its address (`?profile=NAME`). */
  readonly profiles: Readonly<Record<string, DisplayProfile>>;
  /** The pages of visitors on their phones; null: there are none. */
  readonly visitors: VisitorRoutes | null;
  /** The address to listen on, such as 127.0.0.1 or that of the hall's network. */
  readonly address: string;
  /** 0: any free one. */
  readonly port: number;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How many displays at once; one more gets 503. Default 200. */
  readonly maxDisplays?: number;
  /** How many of them from one remote address, with twice as many connections. Default 20. */
  readonly maxPerAddress?: number;
  readonly heartbeatMs?: number;
}

export interface DisplayServer {
  /** The address that a display opens. */
  readonly url: string;
  /** The displays that follow, and those that left lately. */
  list(): readonly DisplayStatus[];
  /** Makes a display load its page anew; false when it is not connected. */
  refresh(displayId: string): boolean;
  stop(): Promise<void>;
}

/**
 * The server of the displays in the hall: reading only, the public board only, on its own port. It knows no calls, no
 * cookies and no core beyond the board. A display gives a sign of life by a GET too; nothing else can be told here. Rejects when the address or port is not available.
 */
export async function startDisplayServer(options: DisplayServerOptions): Promise<DisplayServer> {
  const { maxDisplays = 200, maxPerAddress = 20 } = options;
  const displays = new SseHub({
    clock: options.clock,
    heartbeatMs: options.heartbeatMs ?? 5000,
    maxConnections: maxDisplays,
    maxPerAddress,
    maxBufferedBytes: 512 * 1024,
  });
  const feed = createBoardFeed(options.board, (text) => displays.broadcastLatest(text), options.log);
  const page = await readFile(path.join(options.rendererDir, 'display.html'), 'utf8');
  // The page's built files carry hashes, so the page itself tells one version from another.
  const version = createHash('sha256').update(`${options.version}\n${page}`).digest('hex').slice(0, 16);
  const versionedPage = page.replace('data-version=""', `data-version="${version}"`);
  const register = createDisplayRegister(options.clock, randomUUID);
  const app = new Hono<NodeEnv>();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    c.header('cache-control', 'no-store');
    if (c.req.method !== 'GET') {
      c.header('allow', 'GET');
      return c.text('method not allowed', 405);
    }
    return next();
  });

  app.get('/', (c) => c.redirect('/display', 303));
  app.get('/display', (c) => c.html(versionedPage));
  app.get('/board', async (c) => c.json(await options.board.current()));
  app.get('/board/events', async (c) => {
    // Read first: a hall that can't be read is an answer 503, not a stream without a picture.
    const newest = await feed.latest();
    const stream = displays.attach(c.env.outgoing, SECURITY_HEADERS);
    if (!stream) {
      c.header('retry-after', '30');
      return c.text('too many displays', 503);
    }
    const { profile = null, display, page: shown } = c.req.query();
    const settings = profile === null ? {} : own(options.profiles, profile);
    stream.send(frame(version, 'version'));
    register.arrived(stream, {
      name: DisplayName.safeParse(display).data ?? null,
      profile: profile === null ? null : (DisplayName.safeParse(profile).data ?? '?'),
      profileKnown: settings !== undefined,
      address: c.env.incoming.socket.remoteAddress ?? '?',
      page: DisplayStatus.shape.page.safeParse(shown).data ?? null,
      upToDate: shown === version,
    });
    stream.send(frame(JSON.stringify(settings ?? null), 'profile'));
    stream.sendLatest(newest);
    return RESPONSE_ALREADY_SENT;
  });
  // The only thing a display says: that its page runs, under the id it was given, and how it fares.
  app.get('/board/seen', (c) => {
    return register.seen(c.req.query('id') ?? '', readReport(c.req.query()))
      ? c.body(null, 204)
      : c.text('not found', 404);
  });
  app.get('/theme.css', async (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    return c.body(await readTheme(options.themeFile));
  });
  app.get('/assets/*', async (c) => {
    const file = await readStatic(options.rendererDir, (c.env.incoming.url ?? '').replace(/[?#].*$/s, ''));
    if (!file) return c.text('not found', 404);
    c.header('content-type', file.type);
    c.header('cache-control', file.cacheControl);
    return c.body(file.body);
  });
  if (options.visitors) app.route('/w', visitorRoutes(options.visitors));
  app.notFound((c) => c.text('not found', 404));
  app.onError((error, c) => {
    options.log.warn('display.failed', { error: error.name });
    return c.text('not available now', 503);
  });

  // Beside its stream a display needs a few connections for its page and assets.
  const server = await listen(
    app,
    options.address,
    options.port,
    maxDisplays * 2 + 16,
    maxPerAddress * 2,
  ).catch((error: unknown) => {
    feed.stop();
    displays.stop();
    throw error;
  });
  return {
    url: `http://${options.address}:${server.port}/display`,
    list: register.list,
    refresh: register.refresh,
    stop: async () => {
      feed.stop();
      displays.stop();
      await server.stop();
    },
  };
}

/** Anybody in the network can say anything here: what is no report is left out. */
function readReport({ sound, ignored = '' }: Readonly<Record<string, string>>): DisplayReport {
  const names = new Set(ignored.split(',').filter((name) => SettingName.safeParse(name).success));
  return { sound: Sound.safeParse(sound).data ?? 'unknown', ignored: [...names].slice(0, MOST_IGNORED) };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
