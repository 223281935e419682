import type { Hono, MiddlewareHandler } from 'hono';
import { crsCheck } from '../crs.ts';
import { answer, answerCached, apiApp, readBody } from '../exchange.ts';
import { type JsonObject, scalarText, textOf } from '../json.ts';
import { page } from '../paging.ts';
import { notFound } from '../problem.ts';
import { type Collection, mountCollection } from '../resource-routes.ts';
import type { World } from '../world.ts';
import { finishZaak, registerZaak, reserveNumbers } from './convenience.ts';
import {
  createResultaat,
  createZaakeigenschap,
  createZaakinformatieobject,
  updateResultaat,
  updateZaakeigenschap,
} from './part-rules.ts';
import { createRol, ROL_FILTERS } from './rol-rules.ts';
import { createStatus } from './status-rules.ts';
import { createZaak, updateZaak } from './zaak-rules.ts';
import { searchZaken, ZAAK_FILTERS } from './zaak-search.ts';
import { statusView, zaakView } from './zaak-view.ts';

const ZAKEN: Collection = {
  kind: 'zaken/zaken',
  paged: true,
  newestFirst: true,
  filters: ZAAK_FILTERS,
  orderings: ['startdatum', 'einddatum', 'registratiedatum', 'identificatie'],
  view: zaakView,
  create: createZaak,
  update: updateZaak,
};

const PARTS: readonly Collection[] = [
  {
    kind: 'zaken/statussen',
    paged: true,
    newestFirst: true,
    filters: {
      zaak: 'zaak',
      statustype: 'statustype',
      indicatieLaatstGezetteStatus: (status, value, world) =>
        scalarText(statusView(world, status).indicatieLaatstGezetteStatus) === value,
    },
    view: statusView,
    create: createStatus,
  },
  { kind: 'zaken/rollen', paged: true, newestFirst: true, filters: ROL_FILTERS, create: createRol },
  {
    kind: 'zaken/resultaten',
    paged: true,
    newestFirst: true,
    filters: { zaak: 'zaak', resultaattype: 'resultaattype' },
    create: createResultaat,
    update: updateResultaat,
  },
  {
    kind: 'zaken/zaakinformatieobjecten',
    paged: false,
    filters: { zaak: 'zaak', informatieobject: 'informatieobject' },
    create: createZaakinformatieobject,
  },
];

/** The Zaken API 1.5.1 as Open Zaak serves it, as far as a counter needs it. */
export function zakenApp(world: World, authenticate: MiddlewareHandler, experimental: boolean): Hono {
  const app = apiApp(world, '1.5.1', authenticate);
  const zaakPaths = ['/zaken', '/zaken/:uuid'];
  app.on('GET', zaakPaths, crsCheck('Accept-Crs'));
  app.on(['POST', 'PATCH'], [...zaakPaths, '/zaak_registreren'], crsCheck('Content-Crs'));
  app.post('/zaken/_zoek', async (c) => {
    const found = searchZaken(world, ZAKEN, await readBody(c));
    return answer(
      c,
      200,
      page(c, found, (zaak) => zaakView(world, zaak)),
    );
  });
  for (const collection of [ZAKEN, ...PARTS]) mountCollection(app, world, collection);
  mountZaakeigenschappen(app, world);
  if (experimental) mountConvenience(app, world);
  return app;
}

function zaakOf(world: World, uuid: string): JsonObject {
  const zaak = world.store.byUuid('zaken/zaken', uuid);
  if (!zaak) throw notFound();
  return zaak;
}

function mountZaakeigenschappen(app: Hono, world: World): void {
  const path = '/zaken/:zaak/zaakeigenschappen';
  const find = (zaak: string, uuid: string): JsonObject => {
    const found = world.store.byUuid('zaken/zaakeigenschappen', uuid);
    if (!found || found.zaak !== zaakOf(world, zaak).url) throw notFound();
    return found;
  };
  app.get(path, (c) => {
    const zaak = zaakOf(world, c.req.param('zaak'));
    return answer(c, 200, world.store.list('zaken/zaakeigenschappen', { zaak: textOf(zaak.url) }));
  });
  app.post(path, async (c) => {
    const body = { ...(await readBody(c)), zaak: textOf(zaakOf(world, c.req.param('zaak')).url) };
    return answer(
      c,
      201,
      world.store.transaction(() => createZaakeigenschap(world, body)),
    );
  });
  app.get(`${path}/:uuid`, (c) => answerCached(c, find(c.req.param('zaak'), c.req.param('uuid'))));
  app.patch(`${path}/:uuid`, async (c) => {
    const body = await readBody(c);
    const current = find(c.req.param('zaak'), c.req.param('uuid'));
    return answer(
      c,
      200,
      world.store.transaction(() => updateZaakeigenschap(world, current, body)),
    );
  });
}

function mountConvenience(app: Hono, world: World): void {
  app.post('/zaak_registreren', async (c) => {
    const body = await readBody(c);
    return answer(
      c,
      201,
      world.store.transaction(() => registerZaak(world, body)),
    );
  });
  app.post('/zaak_afsluiten/:uuid', async (c) => {
    const body = await readBody(c);
    const zaak = zaakOf(world, c.req.param('uuid'));
    return answer(
      c,
      200,
      world.store.transaction(() => finishZaak(world, zaak, body)),
    );
  });
  app.post('/zaaknummer_reserveren', async (c) => {
    const body = await readBody(c);
    return answer(
      c,
      201,
      world.store.transaction(() => reserveNumbers(world, body)),
    );
  });
}
