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
type ActorFields = 'naam' | 'soortActor' | 'indicatieActief' | 'actoridentificator';
export type ActorRequest =
  | Pick<Schemas['medewerker_ActorSerializer'], ActorFields>
  | Pick<Schemas['organisatorische_eenheid_ActorSerializer'], ActorFields>;
export type InternetaakRequest = Pick<Schemas['InterneTaak'], 'gevraagdeHandeling' | 'status'> &
  Writable<Schemas['InterneTaak'], 'referentienummer' | 'toelichting'> & {
    readonly aanleidinggevendKlantcontact: Ref;
    readonly toegewezenAanActoren: readonly Ref[];
  };
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
const byUuid = (a: Ref, b: Ref): number => (a.uuid < b.uuid ? -1 : 1);
const Actor = Made.extend({
  actoridentificator: z.object({ objectId: z.string(), codeObjecttype: z.string().nullish() }).nullish(),
});
const Listed = Made.extend({
  kanaal: z.string(),
  onderwerp: z.string(),
  plaatsgevondenOp: z.string().nullish(),
  leiddeTotInterneTaken: z.array(Made).default([]),
});
/** A contact in a list, of any channel. */
export type ListedKlantcontact = z.infer<typeof Listed>;
const ListedPage = z.object({ next: z.string().nullish(), results: z.array(Listed) });
const Internetaak = Made.extend({
  gevraagdeHandeling: z.string(),
  toelichting: z.string().default(''),
  status: z.string(),
  toegewezenOp: z.string().nullish(),
  toegewezenAanActoren: z.array(Made).default([]),
  aanleidinggevendKlantcontact: Made.nullish(),
});
export type Internetaak = z.infer<typeof Internetaak>;
const Betrokkene = Made.extend({ rol: z.string(), wasPartij: Made.nullish() });
export type Betrokkene = z.infer<typeof Betrokkene>;
const Onderwerpobject = Made.extend({
  onderwerpobjectidentificator: z.object({ objectId: z.string() }).nullish(),
});

/** A part of a list; `more` when there are others. */
interface Klantcontacten {
  readonly items: readonly ListedKlantcontact[];
  readonly more: boolean;
}

/** The Klantinteracties API 0.9.0 (Open Klant), as far as the counter writes and looks up. */
export interface Klantinteracties {
  findKlantcontact(referentienummer: string): Promise<Answer<readonly Klantcontact[]>>;
  createKlantcontact(body: KlantcontactRequest): Promise<Answer<Ref>>;
  /** The partij of a person; the only question with a burgerservicenummer in its address. */
  findPersoon(bsn: string): Promise<Answer<Ref | undefined>>;
  /** The first `limit` contacts in which a partij took part. */
  klantcontactenOf(partij: string, limit: number): Promise<Answer<Klantcontacten>>;
  /** The first `limit` contacts about a zaak. */
  klantcontactenAbout(zaakUuid: string, limit: number): Promise<Answer<Klantcontacten>>;
  internetaak(uuid: string): Promise<Answer<Internetaak>>;
  actor(uuid: string): Promise<Answer<{ readonly naam: string }>>;
  /** An actor of a kind: `afd`, `grp` or `mdw`; of more with the same id always the same, that with the lowest uuid. */
  findActor(objectId: string, codeObjecttype: string): Promise<Answer<Ref | undefined>>;
  findInternetaak(referentienummer: string): Promise<Answer<readonly Internetaak[]>>;
  createInternetaak(body: InternetaakRequest): Promise<Answer<Ref>>;
  setToelichting(internetaak: string, toelichting: string): Promise<Answer<Ref>>;
  digitaleAdressen(betrokkene: string): Promise<Answer<readonly Ref[]>>;
  createTelefoonnummer(betrokkene: string, adres: string): Promise<Answer<Ref>>;
  createActor(body: ActorRequest): Promise<Answer<Ref>>;
  actorklantcontacten(klantcontact: string, actor: string): Promise<Answer<readonly Ref[]>>;
  createActorklantcontact(actor: string, klantcontact: string): Promise<Answer<Ref>>;
  betrokkenen(klantcontact: string): Promise<Answer<readonly Betrokkene[]>>;
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
  const findActor = async (objectId: string, codeObjecttype: string): Promise<Answer<Ref | undefined>> => {
    const query = { actoridentificatorObjectId: objectId, actoridentificatorCodeObjecttype: codeObjecttype };
    const answer = await allPages(api, '/actoren', Actor, { query });
    return first(answer.ok ? { ok: true, value: answer.value.toSorted(byUuid) } : answer);
  };
  const listed = async (query: Record<string, string>, limit: number): Promise<Answer<Klantcontacten>> => {
    const all = { ...query, pageSize: String(limit) };
    const answer = await api.get('/klantcontacten', ListedPage, { query: all });
    if (!answer.ok) return answer;
    return { ok: true, value: { items: answer.value.results, more: Boolean(answer.value.next) } };
  };
  return {
    findPersoon: async (bsn) => {
      const query = {
        soortPartij: 'persoon',
        partijIdentificator__codeSoortObjectId: 'bsn',
        partijIdentificator__objectId: bsn,
      };
      return first(await allPages(api, '/partijen', Made, { query }));
    },
    klantcontactenOf: (partij, limit) => listed({ hadBetrokkene__wasPartij__uuid: partij }, limit),
    klantcontactenAbout: (zaakUuid, limit) =>
      listed({ onderwerpobject__onderwerpobjectidentificatorObjectId: zaakUuid }, limit),
    internetaak: (uuid) => api.get(`/internetaken/${encodeURIComponent(uuid)}`, Internetaak),
    actor: (uuid) => api.get(`/actoren/${encodeURIComponent(uuid)}`, z.object({ naam: z.string() })),
    findKlantcontact: (referentienummer) =>
      allPages(api, '/klantcontacten', Klantcontact, { query: { referentienummer } }),
    createKlantcontact: (body) => api.post('/klantcontacten', body, Made),
    findActor,
    findInternetaak: (referentienummer) =>
      allPages(api, '/internetaken', Internetaak, { query: { referentienummer } }),
    createInternetaak: (body) => api.post('/internetaken', body, Made),
    setToelichting: (uuid, toelichting) =>
      api.patch(`/internetaken/${encodeURIComponent(uuid)}`, { toelichting }, Made),
    digitaleAdressen: (betrokkene) =>
      allPages(api, '/digitaleadressen', Made, { query: { verstrektDoorBetrokkene__uuid: betrokkene } }),
    createTelefoonnummer: (betrokkene, adres) =>
      api.post(
        '/digitaleadressen',
        {
          verstrektDoorBetrokkene: { uuid: betrokkene },
          verstrektDoorPartij: null,
          soortDigitaalAdres: 'telefoonnummer',
          adres,
          omschrijving: 'terugbelnummer',
        },
        Made,
      ),
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
      allPages(api, '/betrokkenen', Betrokkene, { query: { hadKlantcontact__uuid: klantcontact } }),
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
