import type { Hono, MiddlewareHandler } from 'hono';
import { answer, apiApp, readBody } from '../exchange.ts';
import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';
import { invalidField, Problem, within } from '../problem.ts';
import { mountCollection } from '../resource-routes.ts';
import type { World } from '../world.ts';
import { ACTOR, ACTORKLANTCONTACT, INTERNETAAK, KLANTCONTACT, ONDERWERPOBJECT } from './contact-resources.ts';
import { BETROKKENE, DIGITAAL_ADRES, PARTIJ, PARTIJ_IDENTIFICATOR } from './partij-resources.ts';
import { createKlantResource, type KlantResource, klantCollection } from './references.ts';

const RESOURCES = [
  ACTOR,
  KLANTCONTACT,
  ACTORKLANTCONTACT,
  PARTIJ,
  PARTIJ_IDENTIFICATOR,
  BETROKKENE,
  DIGITAAL_ADRES,
  ONDERWERPOBJECT,
  INTERNETAAK,
];

/** The Klantinteracties API 0.9.0 as Open Klant 2.18 serves it, as far as a counter needs it. */
export function klantinteractiesApp(world: World, token: string): Hono {
  const app = apiApp(world, '0.9.0', tokenCheck(token));
  for (const resource of RESOURCES) mountCollection(app, world, klantCollection(resource));
  app.post('/maak-klantcontact', async (c) => {
    const body = await readBody(c);
    return answer(
      c,
      201,
      world.store.transaction(() => makeKlantcontact(world, body)),
    );
  });
  return app;
}

/** `Authorization: Token <token>`, a fixed one; anything else is 401. */
function tokenCheck(token: string): MiddlewareHandler {
  return async (c, next) => {
    const header = c.req.header('Authorization');
    const [code, detail] =
      header === undefined
        ? ['not_authenticated', 'Authenticatiegegevens zijn niet opgegeven.']
        : ['authentication_failed', 'Ongeldige token.'];
    if (header !== `Token ${token}`) throw new Problem(401, code, detail, detail);
    await next();
  };
}

/** Contact, betrokkene and onderwerpobject in one transaction. */
function makeKlantcontact(world: World, body: JsonObject): JsonObject {
  if (!isObject(body.klantcontact)) throw invalidField('klantcontact', 'required', 'Dit veld is vereist.');
  const contact = within('klantcontact', () =>
    createKlantResource(world, KLANTCONTACT, objectOf(body.klantcontact)),
  );
  const toContact = { uuid: textOf(contact.uuid) };
  const made = (name: string, resource: KlantResource, reference: string): JsonObject | undefined => {
    if (!isObject(body[name])) return undefined;
    const part = { ...objectOf(body[name]), [reference]: toContact };
    const created = within(name, () => createKlantResource(world, resource, part));
    return resource.view ? resource.view(world, created) : created;
  };
  const betrokkene = made('betrokkene', BETROKKENE, 'hadKlantcontact');
  const onderwerpobject = made('onderwerpobject', ONDERWERPOBJECT, 'klantcontact');
  return {
    klantcontact: KLANTCONTACT.view?.(world, contact) ?? contact,
    ...(betrokkene && { betrokkene }),
    ...(onderwerpobject && { onderwerpobject }),
  };
}
