import type { Hono, MiddlewareHandler } from 'hono';
import { answer, apiApp, readBody } from '../exchange.ts';
import * as field from '../fields.ts';
import { type JsonObject, objectOf, scalarText, textOf } from '../json.ts';
import { invalidTogether, notFound, within } from '../problem.ts';
import { type Collection, mountCollection } from '../resource-routes.ts';
import type { World } from '../world.ts';
import { createZaakinformatieobject } from '../zaken/part-rules.ts';
import { mergeParts, partsOf, uploadPart } from './bestandsdelen.ts';
import { assertLock, createDocument, DOCUMENTS, lockDocument, updateDocument } from './document-rules.ts';

const REGISTER_FIELDS: field.Fields = {
  enkelvoudiginformatieobject: { ...field.anyObject(), required: true, nullable: false },
  zaakinformatieobject: { ...field.anyObject(), required: true, nullable: false },
};

/** How the Documenten API behaves where that is a server setting. */
export interface DocumentenOptions {
  readonly experimental: boolean;
  /** Greatest bestandsdeel in bytes. */
  readonly partSize: number;
}

/** The Documenten API 1.4.2 as Open Zaak serves it, as far as a counter needs it. */
export function documentenApp(
  world: World,
  authenticate: MiddlewareHandler,
  options: DocumentenOptions,
): Hono {
  const app = apiApp(world, '1.4.2', authenticate);
  mountCollection(app, world, {
    kind: DOCUMENTS,
    paged: true,
    newestFirst: true,
    filters: {
      identificatie: 'identificatie',
      bronorganisatie: 'bronorganisatie',
      informatieobjecttype: 'informatieobjecttype',
      titel: (document, value) => textOf(document.titel).toLowerCase().includes(value.toLowerCase()),
      auteur: (document, value) => textOf(document.auteur).toLowerCase().includes(value.toLowerCase()),
      locked: (document, value) => String(textOf(document.lock) !== '') === value,
      objectinformatieobjecten__object: (document, object) =>
        world.store.list('documenten/objectinformatieobjecten', {
          informatieobject: textOf(document.url),
          object,
        }).length > 0,
    },
    view: documentView,
    onlyWhenCreated: (document) => (textOf(document.lock) === '' ? {} : { lock: textOf(document.lock) }),
    create: (_, body) => createDocument(world, body, options.partSize),
    update: updateDocument,
  });
  mountCollection(app, world, OBJECT_RELATIONS);
  mountContent(app, world);
  if (options.experimental)
    app.post('/document_registreren', async (c) => {
      const body = await readBody(c);
      return answer(
        c,
        201,
        world.store.transaction(() => registerDocument(world, body, options.partSize)),
      );
    });
  return app;
}

const OBJECT_RELATIONS: Collection = {
  kind: 'documenten/objectinformatieobjecten',
  paged: false,
  filters: { informatieobject: 'informatieobject', object: 'object' },
  view: (_, { uuid: _uuid, ...shown }) => shown,
};

/** A document as shown: where its content is, and its open bestandsdelen. Its lock is told once, to its maker. */
function documentView(world: World, document: JsonObject): JsonObject {
  const { lock, uuid: _, ...shown } = document;
  const bestandsdelen = partsOf(world, document);
  const whole = bestandsdelen.length === 0 && document.bestandsomvang !== null;
  return {
    ...shown,
    inhoud: whole ? `${textOf(document.url)}/download?versie=${scalarText(document.versie)}` : null,
    locked: textOf(lock) !== '',
    bestandsdelen,
  };
}

function registerDocument(world: World, body: JsonObject, partSize: number): JsonObject {
  const parts = field.readFields(REGISTER_FIELDS, body);
  const document = within('enkelvoudiginformatieobject', () =>
    createDocument(world, objectOf(parts.enkelvoudiginformatieobject), partSize),
  );
  const relation = { ...objectOf(parts.zaakinformatieobject), informatieobject: textOf(document.url) };
  const zaakinformatieobject = within('zaakinformatieobject', () =>
    createZaakinformatieobject(world, relation),
  );
  return {
    enkelvoudiginformatieobject: { ...documentView(world, document), lock: textOf(document.lock) },
    zaakinformatieobject,
  };
}

function mountContent(app: Hono, world: World): void {
  const path = '/enkelvoudiginformatieobjecten/:uuid';
  const find = (uuid: string): JsonObject => {
    const document = world.store.byUuid(DOCUMENTS, uuid);
    if (!document) throw notFound();
    return document;
  };
  app.get(`${path}/download`, (c) => {
    const bytes = world.store.content(textOf(find(c.req.param('uuid')).uuid));
    if (!bytes) throw notFound();
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/octet-stream' });
  });
  app.post(`${path}/lock`, (c) => {
    const locked = world.store.transaction(() => lockDocument(world, find(c.req.param('uuid'))));
    return answer(c, 200, { lock: textOf(locked.lock) });
  });
  app.post(`${path}/unlock`, async (c) => {
    const { lock } = await readBody(c);
    const document = find(c.req.param('uuid'));
    if (textOf(lock) === '' || lock !== document.lock)
      throw invalidTogether('incorrect-lock-id', 'Lock id is niet correct.');
    world.store.transaction(() => {
      mergeParts(world, document);
      world.store.replace(DOCUMENTS, { ...document, lock: '' });
    });
    return c.body(null, 204);
  });
  app.put('/bestandsdelen/:uuid', async (c) => {
    const part = world.store.byUuid('documenten/bestandsdelen', c.req.param('uuid'));
    const form = await c.req.parseBody();
    const document = part && world.store.byUuid(DOCUMENTS, textOf(part.document));
    if (!part || !document) throw notFound();
    assertLock(document, typeof form.lock === 'string' ? form.lock : undefined);
    const bytes =
      form.inhoud instanceof File ? new Uint8Array(await form.inhoud.arrayBuffer()) : new Uint8Array();
    return answer(
      c,
      200,
      world.store.transaction(() => uploadPart(world, part, document, bytes)),
    );
  });
}
