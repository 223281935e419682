import { z } from 'zod';
import type { Secrets } from '../../ports.ts';
import type { CentralConfig } from '../../settings/config-schema.ts';
import type { Answer } from '../central-error.ts';
import type { components } from '../generated/klantinteracties.ts';
import type { HttpClient } from '../http-client.ts';
import { createJsonApi } from '../json-api.ts';
import { allPages } from '../pages.ts';

type Schemas = components['schemas'];
type Writable<T, Keys extends keyof T> = Partial<Pick<T, Keys>>;
export type KlantcontactRequest = Pick<
  Schemas['Klantcontact'],
  'kanaal' | 'onderwerp' | 'taal' | 'vertrouwelijk'
> &
  Writable<
    Schemas['Klantcontact'],
    'inhoud' | 'indicatieContactGelukt' | 'plaatsgevondenOp' | 'referentienummer' | 'metadata'
  >;
export type ActorRequest = Pick<
  Schemas['medewerker_ActorSerializer'],
  'naam' | 'soortActor' | 'indicatieActief' | 'actoridentificator'
>;
export type BetrokkeneRequest = Pick<
  Schemas['Betrokkene'],
  'rol' | 'initiator' | 'organisatienaam' | 'contactnaam'
> & { readonly wasPartij: Ref | null; readonly hadKlantcontact: Ref };

/** Klantinteracties refers by id, not by address. */
export interface Ref {
  readonly uuid: string;
}

const Made = z.object({ uuid: z.uuid() });
const Klantcontact = Made.extend({
  referentienummer: z.string().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});
export type Klantcontact = z.infer<typeof Klantcontact>;
const Actor = Made.extend({
  actoridentificator: z.object({ objectId: z.string(), codeObjecttype: z.string().nullish() }).nullish(),
});
const Onderwerpobject = Made.extend({
  onderwerpobjectidentificator: z.object({ objectId: z.string() }).nullish(),
});

/** The Klantinteracties API 0.9.0 (Open Klant), as far as the counter writes and looks up. */
export interface Klantinteracties {
  findKlantcontact(referentienummer: string): Promise<Answer<readonly Klantcontact[]>>;
  createKlantcontact(body: KlantcontactRequest): Promise<Answer<Ref>>;
  findMedewerker(objectId: string): Promise<Answer<Ref | undefined>>;
  createActor(body: ActorRequest): Promise<Answer<Ref>>;
  actorklantcontacten(klantcontact: string, actor: string): Promise<Answer<readonly Ref[]>>;
  createActorklantcontact(actor: string, klantcontact: string): Promise<Answer<Ref>>;
  betrokkenen(klantcontact: string): Promise<Answer<readonly Ref[]>>;
  createBetrokkene(body: BetrokkeneRequest): Promise<Answer<Ref>>;
  /** The link of a contact to a zaak, undefined when there is none. */
  findZaakLink(klantcontact: string, zaakUuid: string): Promise<Answer<Ref | undefined>>;
  createZaakLink(klantcontact: string, zaakUuid: string): Promise<Answer<Ref>>;
  /** True once the server told its time; see `HttpClient`. */
  knowsClock(): boolean;
  serverTime(local: Date): Date;
}

export interface KlantinteractiesDeps {
  readonly http: HttpClient;
  readonly config: CentralConfig['klantinteracties'];
  readonly secrets: Secrets;
}

/** See `Klantinteracties`. */
export function createKlantinteracties({ http, config, secrets }: KlantinteractiesDeps): Klantinteracties {
  const api = createJsonApi({
    http,
    system: 'klantinteracties',
    base: config.url,
    authorize: () => {
      const token = secrets.read(config.secretName);
      return token === undefined ? undefined : { authorization: `Token ${token}` };
    },
  });
  const first = <T>(answer: Answer<readonly T[]>): Answer<T | undefined> =>
    answer.ok ? { ok: true, value: answer.value[0] } : answer;
  return {
    findKlantcontact: (referentienummer) =>
      allPages(api, '/klantcontacten', Klantcontact, { query: { referentienummer } }),
    createKlantcontact: (body) => api.post('/klantcontacten', body, Made),
    findMedewerker: async (objectId) => {
      const query = { actoridentificatorObjectId: objectId, actoridentificatorCodeObjecttype: 'mdw' };
      return first(await allPages(api, '/actoren', Actor, { query }));
    },
    createActor: (body) => api.post('/actoren', body, Made),
    actorklantcontacten: (klantcontact, actor) =>
      allPages(api, '/actorklantcontacten', Made, {
        query: { klantcontact__uuid: klantcontact, actor__uuid: actor },
      }),
    createActorklantcontact: (actor, klantcontact) =>
      api.post(
        '/actorklantcontacten',
        { actor: { uuid: actor }, klantcontact: { uuid: klantcontact } },
        Made,
      ),
    betrokkenen: (klantcontact) =>
      allPages(api, '/betrokkenen', Made, { query: { hadKlantcontact__uuid: klantcontact } }),
    createBetrokkene: (body) => api.post('/betrokkenen', body, Made),
    findZaakLink: async (klantcontact, objectId) => {
      const query = { klantcontact__uuid: klantcontact, onderwerpobjectidentificatorObjectId: objectId };
      return first(await allPages(api, '/onderwerpobjecten', Onderwerpobject, { query }));
    },
    createZaakLink: (klantcontact, zaakUuid) =>
      api.post(
        '/onderwerpobjecten',
        {
          klantcontact: { uuid: klantcontact },
          wasKlantcontact: null,
          onderwerpobjectidentificator: {
            objectId: zaakUuid,
            codeObjecttype: 'zgw-Zaak',
            codeRegister: 'openzaak',
            codeSoortObjectId: 'uuid',
          },
        },
        Made,
      ),
    knowsClock: () => http.knowsClock(config.url),
    serverTime: (local) => http.serverTime(config.url, local),
  };
}
