import { Hono } from 'hono';
import type { Core } from '../../core/create-core.ts';
import { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { NodeEnv } from '../listen.ts';
import { PAGE_CSS, PAGE_JS } from './assets.ts';
import { visitorPage } from './page.ts';

export interface VisitorRoutes {
  readonly pages: Core['visitorPages'];
  /** Municipality and location, above every page. */
  readonly where: string;
}

/**
 * The pages behind the codes on tickets, by an address that nobody can guess: what it says of a ticket is all that can be
 * asked here. Every answer closes its connection, so that phones never hold the places of the displays.
 */
export function visitorRoutes({ pages, where }: VisitorRoutes): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.use(async (c, next) => {
    await next();
    c.header('connection', 'close');
  });
  app.get('/page.css', (c) => c.body(PAGE_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/page.js', (c) => c.body(PAGE_JS, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/:name', async (c) => {
    const place = await pages.find(c.req.param('name'));
    const language = languageOf(c.req.query('taal'), c.req.header('accept-language'));
    return c.html(visitorPage({ place, language, where }), place ? 200 : 404);
  });
  return app;
}

/** What the kiosk was set to, else what the phone asks for first and we speak (RFC 9110, section 12.5.4), else Dutch. */
function languageOf(chosen: string | undefined, accepted: string | undefined): KioskLanguage {
  const wished = (accepted ?? '').split(',').map((one) => {
    const [tag = '', ...rest] = one.trim().split(';');
    const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
    return { language: KioskLanguage.safeParse(tag.split('-')[0]?.toLowerCase()).data, quality };
  });
  const [first] = wished
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return KioskLanguage.safeParse(chosen).data ?? first?.language ?? 'nl';
}
