import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { originOf } from '../exchange.ts';
import { isObject, type Json, type JsonObject, objectOf, textOf } from '../json.ts';
import type { Kind } from '../resource-store.ts';
import type { World } from '../world.ts';
import { type NotifyAccess, notifyCheck } from './notify-check.ts';
import { notifyBody, NotifyProblem } from './notify-problem.ts';
import { judgeRequest } from './notify-rules.ts';
import { fillIn, type PracticeTemplate, TEMPLATES } from './templates.ts';

const NOTIFICATIONS: Kind = 'notify/notifications';
const PAGE = 250;

/** NotifyNL (v2, as GOV.UK Notify), as far as a counter needs it. It keeps what it is given and sends nothing. */
export function notifyApp(world: World, access: NotifyAccess, onTaken: () => void): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Date', world.clock.now().toUTCString());
  });
  app.use(notifyCheck(access, world.clock));
  app.onError((error, c) =>
    refuse(
      c,
      error instanceof NotifyProblem ? error : new NotifyProblem(500, 'Exception', 'Internal server error'),
    ),
  );
  app.notFound((c) => refuse(c, new NotifyProblem(404, 'NotFound', 'No result found')));
  for (const channel of ['email', 'sms'] as const)
    app.post(`/v2/notifications/${channel}`, async (c) => {
      const body = await readBody(c);
      const template = judgeRequest(channel, body);
      const made = send(world, template, body, originOf(c));
      onTaken();
      return c.json(made, 201);
    });
  app.get('/v2/notifications', (c) => {
    const reference = c.req.query('reference');
    const all = world.store.list(NOTIFICATIONS, reference === undefined ? {} : { reference });
    const newest = all.toReversed().slice(0, PAGE).map(shown);
    return c.json({ notifications: newest, links: { current: c.req.url } });
  });
  app.get('/v2/notifications/:id', (c) => {
    const found = world.store.byUuid(NOTIFICATIONS, c.req.param('id'));
    if (!found) throw new NotifyProblem(404, 'NoResultFound', 'No result found');
    return c.json(shown(found));
  });
  app.get('/v2/template/:id', (c) => {
    const template = TEMPLATES.find(({ id }) => id === c.req.param('id'));
    if (!template) throw new NotifyProblem(404, 'NoResultFound', 'No result found');
    return c.json({ ...template, version: 1 });
  });
  return app;
}

function send(world: World, template: PracticeTemplate, body: JsonObject, origin: string): JsonObject {
  const personalisation = objectOf(body.personalisation ?? {});
  const uuid = randomUUID();
  const uri = `${origin}/notify/v2/notifications/${uuid}`;
  const templateOf = {
    id: template.id,
    version: 1,
    uri: `${origin}/notify/v2/template/${template.id}`,
  };
  const subject = template.subject === null ? null : fillIn(template.subject, personalisation);
  const text = fillIn(template.body, personalisation);
  const reference = body.reference ?? null;
  world.store.insert(NOTIFICATIONS, {
    uuid,
    url: uri,
    reference,
    email_address: body.email_address ?? null,
    phone_number: body.phone_number ?? null,
    type: template.type,
    status: 'delivered',
    template: templateOf,
    subject,
    body: text,
    personalisation,
    created_at: world.clock.now().toISOString(),
  });
  const content =
    template.type === 'email'
      ? { body: text, subject, from_email: 'oefenstad@notifynl.example' }
      : { body: text, from_number: 'Oefenstad' };
  return { id: uuid, reference, content, uri, template: templateOf, scheduled_for: null };
}

function shown({ uuid, url: _url, personalisation: _kept, ...rest }: JsonObject): JsonObject {
  const { created_at: at } = rest;
  return { id: textOf(uuid), ...rest, sent_at: at ?? null, completed_at: at ?? null, scheduled_for: null };
}

async function readBody(c: Context): Promise<JsonObject> {
  const body = await c.req.json<Json>().catch(() => null);
  if (!isObject(body)) throw new NotifyProblem(400, 'BadRequestError', 'Invalid JSON supplied in POST data');
  return body;
}

function refuse(c: Context, problem: NotifyProblem): Response {
  return c.json(notifyBody(problem), problem.status as ContentfulStatusCode);
}

/** One message that was taken, as a person reads it. */
export interface TakenMessage {
  readonly messageId: string;
  /** UTC. */
  readonly at: string;
  readonly to: string;
  /** Null for a text message. */
  readonly subject: string | null;
  readonly text: string;
}

/** The last messages, newest first. */
export function takenMessages({ store }: World, most: number): readonly TakenMessage[] {
  return store
    .list(NOTIFICATIONS)
    .slice(-most)
    .toReversed()
    .map((each) => ({
      messageId: textOf(each.uuid),
      at: textOf(each.created_at),
      to: textOf(each.email_address ?? each.phone_number),
      subject: each.subject === null ? null : textOf(each.subject),
      text: textOf(each.body),
    }));
}
