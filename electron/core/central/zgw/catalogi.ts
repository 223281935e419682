import { z } from 'zod';
import { type Answer, failed } from '../central-error.ts';
import type { JsonApi } from '../json-api.ts';
import { allPages } from '../pages.ts';

const Zaaktype = z.object({
  url: z.url(),
  identificatie: z.string(),
  omschrijving: z.string().default(''),
  beginGeldigheid: z.string(),
  eindeGeldigheid: z.string().nullish(),
  productenOfDiensten: z.array(z.string()).default([]),
});
export type Zaaktype = z.infer<typeof Zaaktype>;

const Parts = z.object({
  statustypen: z.array(
    z.object({
      url: z.url(),
      omschrijving: z.string(),
      volgnummer: z.int(),
      isEindstatus: z.boolean().default(false),
    }),
  ),
  roltypen: z.array(z.object({ url: z.url(), omschrijving: z.string(), omschrijvingGeneriek: z.string() })),
  resultaattypen: z.array(
    z.object({
      url: z.url(),
      omschrijving: z.string(),
      archiefnominatie: z.string().nullish(),
      archiefactietermijn: z.string().nullish(),
      brondatumArchiefprocedure: z
        .object({
          afleidingswijze: z.string(),
          datumkenmerk: z.string().nullish(),
          procestermijn: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
  eigenschappen: z.array(
    z.object({
      url: z.url(),
      naam: z.string(),
      specificatie: z.object({ formaat: z.string().optional() }).nullish(),
    }),
  ),
  informatieobjecttypen: z.array(
    z.object({ url: z.url(), omschrijving: z.string(), vertrouwelijkheidaanduiding: z.string().default('') }),
  ),
});

/** One version of a zaaktype with everything that hangs on it. */
export const ZaaktypeVersion = Zaaktype.extend({ ...Parts.shape, etag: z.string().nullable() });
export type ZaaktypeVersion = z.infer<typeof ZaaktypeVersion>;

const Listed = Zaaktype.extend({ concept: z.boolean().default(false) });
/** A version of a zaaktype in a list: published or not, and when it is valid. */
export type ListedZaaktype = z.infer<typeof Listed>;

const Named = z.object({ omschrijving: z.string() });
export type Named = z.infer<typeof Named>;

/** The Catalogi API 1.3.1: which types exist on a day. */
export interface Catalogi {
  /** The statustype at this address. */
  statustype(url: string): Promise<Answer<Named>>;
  /** The resultaattype at this address. */
  resultaattype(url: string): Promise<Answer<Named>>;
  /** The version at this address, without all that hangs on it. */
  zaaktype(url: string): Promise<Answer<Zaaktype>>;
  /** All versions of a zaaktype that we may see: of any day, concepts too. */
  versionsOf(identificatie: string): Promise<Answer<readonly ListedZaaktype[]>>;
  /** The published version of a zaaktype on a day, whole; undefined when there is none. */
  versionOn(identificatie: string, day: string): Promise<Answer<ZaaktypeVersion | undefined>>;
  /** The version at this address, whole. */
  versionAt(url: string): Promise<Answer<ZaaktypeVersion>>;
  /** Whether a version differs from the one we hold with this etag. */
  hasChanged(url: string, etag: string | null): Promise<Answer<boolean>>;
}

/** Lists that came in for a version of which others did not: what is here is not asked again. */
export type KeptLists = Map<string, readonly unknown[]>;

/** See `Catalogi`. */
export function createCatalogi(api: JsonApi, kept: KeptLists): Catalogi {
  const within = (list: string, url: string): string =>
    `/${list}/${encodeURIComponent(url.split('/').at(-1) ?? '')}`;
  const path = (url: string): string => within('zaaktypen', url);
  const versionAt = async (url: string): Promise<Answer<ZaaktypeVersion>> => {
    const answer = await api.getIfChanged(path(url), Zaaktype, null);
    if (!answer.ok) return answer;
    if (answer.value === null) return failed({ kind: 'invalidAnswer', system: api.system, status: 304 });
    const { value: zaaktype, etag } = answer.value;
    const used: string[] = [];
    const list = async <T>(path: string, item: z.ZodType<T>): Promise<Answer<readonly T[]>> => {
      const key = [path, zaaktype.url, etag].join(' ');
      used.push(key);
      const known = kept.get(key) as readonly T[] | undefined;
      if (known) return { ok: true, value: known };
      const answer = await allPages(api, path, item, { query: { zaaktype: zaaktype.url } });
      if (answer.ok) kept.set(key, answer.value);
      return answer;
    };
    const { shape } = Parts;
    const [statustypen, roltypen, resultaattypen, eigenschappen, informatieobjecttypen] = await Promise.all([
      list('/statustypen', shape.statustypen.element),
      list('/roltypen', shape.roltypen.element),
      list('/resultaattypen', shape.resultaattypen.element),
      list('/eigenschappen', shape.eigenschappen.element),
      list('/informatieobjecttypen', shape.informatieobjecttypen.element),
    ]);
    if (!statustypen.ok) return statustypen;
    if (!roltypen.ok) return roltypen;
    if (!resultaattypen.ok) return resultaattypen;
    if (!eigenschappen.ok) return eigenschappen;
    if (!informatieobjecttypen.ok) return informatieobjecttypen;
    for (const key of used) kept.delete(key);
    const value = {
      ...zaaktype,
      etag,
      statustypen: statustypen.value.toSorted((a, b) => a.volgnummer - b.volgnummer),
      roltypen: [...roltypen.value],
      resultaattypen: [...resultaattypen.value],
      eigenschappen: [...eigenschappen.value],
      informatieobjecttypen: [...informatieobjecttypen.value],
    };
    return { ok: true, value };
  };
  return {
    statustype: (url) => api.get(within('statustypen', url), Named),
    resultaattype: (url) => api.get(within('resultaattypen', url), Named),
    zaaktype: (url) => api.get(path(url), Zaaktype),
    versionsOf: (identificatie) =>
      allPages(api, '/zaaktypen', Listed, { query: { identificatie, status: 'alles' } }),
    versionOn: async (identificatie, datumGeldigheid) => {
      const query = { identificatie, datumGeldigheid, status: 'definitief' };
      const found = await allPages(api, '/zaaktypen', Zaaktype, { query });
      if (!found.ok) return found;
      const latest = found.value.toSorted((a, b) => (a.beginGeldigheid < b.beginGeldigheid ? 1 : -1))[0];
      return latest ? versionAt(latest.url) : { ok: true, value: undefined };
    },
    versionAt,
    hasChanged: async (url, etag) => {
      const answer = await api.getIfChanged(path(url), Zaaktype, etag);
      return answer.ok ? { ok: true, value: answer.value !== null } : answer;
    },
  };
}
