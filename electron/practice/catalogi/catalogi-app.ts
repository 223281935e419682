import type { Hono, MiddlewareHandler } from 'hono';
import { apiApp } from '../exchange.ts';
import { type JsonObject, textOf } from '../json.ts';
import { type Collection, type Match, mountCollection, viewOf } from '../resource-routes.ts';
import type { Kind } from '../resource-store.ts';
import type { World } from '../world.ts';

/** `datumGeldigheid`: valid on that day; the last day of validity itself is out, as in Open Zaak. */
const validOn: Match = (resource, day) => {
  const end = textOf(resource.eindeGeldigheid);
  return textOf(resource.beginGeldigheid) <= day && (end === '' || day < end);
};

/** `status`: published or not, of the resource itself or else of its zaaktype. */
const published: Match = (resource, status, world) => {
  if (status === 'alles') return true;
  const concept =
    resource.concept ?? world.store.byUrl('catalogi/zaaktypen', textOf(resource.zaaktype))?.concept;
  return (concept === true) === (status === 'concept');
};

const contains =
  (field: string): Match =>
  (resource, value) =>
    textOf(resource[field]).toLowerCase().includes(value.toLowerCase());

const DEFAULTS = { status: 'definitief' };
const OF_ZAAKTYPE = {
  zaaktype: 'zaaktype',
  zaaktypeIdentificatie: 'zaaktypeIdentificatie',
  status: published,
};
const VERSIONED = { ...OF_ZAAKTYPE, datumGeldigheid: validOn };

/** The catalogi collections; reading only, since a counter application never changes them. */
const COLLECTIONS: readonly Collection[] = [
  {
    kind: 'catalogi/catalogussen',
    paged: true,
    filters: { domein: 'domein', rsin: 'rsin' },
    view: (world, catalogus) => ({
      ...catalogus,
      zaaktypen: addresses(world, 'catalogi/zaaktypen', { catalogus: textOf(catalogus.url) }),
      informatieobjecttypen: addresses(world, 'catalogi/informatieobjecttypen', {
        catalogus: textOf(catalogus.url),
      }),
    }),
  },
  {
    kind: 'catalogi/zaaktypen',
    paged: true,
    defaults: DEFAULTS,
    filters: {
      catalogus: 'catalogus',
      identificatie: 'identificatie',
      identificatie__icontains: contains('identificatie'),
      omschrijving__icontains: contains('omschrijving'),
      datumGeldigheid: validOn,
      status: published,
    },
    view: (world, zaaktype) => {
      const own = { zaaktype: textOf(zaaktype.url) };
      return {
        ...zaaktype,
        statustypen: addresses(world, 'catalogi/statustypen', own),
        resultaattypen: addresses(world, 'catalogi/resultaattypen', own),
        eigenschappen: addresses(world, 'catalogi/eigenschappen', own),
        roltypen: addresses(world, 'catalogi/roltypen', own),
        informatieobjecttypen: world.store
          .list('catalogi/zaaktype-informatieobjecttypen', own)
          .map((relation) => textOf(relation.informatieobjecttype)),
      };
    },
  },
  {
    kind: 'catalogi/informatieobjecttypen',
    paged: true,
    defaults: DEFAULTS,
    filters: {
      catalogus: 'catalogus',
      omschrijving: 'omschrijving',
      omschrijving__icontains: contains('omschrijving'),
      datumGeldigheid: validOn,
      status: published,
      zaaktype: (type, zaaktype, world) =>
        world.store.list('catalogi/zaaktype-informatieobjecttypen', {
          informatieobjecttype: textOf(type.url),
          zaaktype,
        }).length > 0,
    },
    view: (world, type) => ({
      ...type,
      zaaktypen: world.store
        .list('catalogi/zaaktype-informatieobjecttypen', { informatieobjecttype: textOf(type.url) })
        .map((relation) => textOf(relation.zaaktype)),
    }),
  },
  { kind: 'catalogi/statustypen', paged: true, defaults: DEFAULTS, filters: VERSIONED },
  {
    kind: 'catalogi/roltypen',
    paged: true,
    defaults: DEFAULTS,
    filters: { ...VERSIONED, omschrijving: 'omschrijving', omschrijvingGeneriek: 'omschrijvingGeneriek' },
  },
  { kind: 'catalogi/resultaattypen', paged: true, defaults: DEFAULTS, filters: VERSIONED },
  { kind: 'catalogi/eigenschappen', paged: true, defaults: DEFAULTS, filters: VERSIONED },
  {
    kind: 'catalogi/zaaktype-informatieobjecttypen',
    paged: true,
    defaults: DEFAULTS,
    filters: {
      zaaktype: 'zaaktype',
      informatieobjecttype: 'informatieobjecttype',
      richting: 'richting',
      status: published,
    },
  },
];

/** The Catalogi API 1.3.1 as far as a counter needs it: every type with its filters, paged, with ETags. */
export function catalogiApp(world: World, authenticate: MiddlewareHandler): Hono {
  const app = apiApp(world, '1.3.1', authenticate);
  for (const collection of COLLECTIONS) mountCollection(app, world, withoutUuid(collection));
  return app;
}

/** Types of the Catalogi API are known by their address alone. */
function withoutUuid(collection: Collection): Collection {
  return {
    ...collection,
    view: (world, resource) => {
      const { uuid: _, ...shown } = viewOf(collection, world, resource);
      return shown;
    },
  };
}

function addresses(world: World, kind: Kind, where: JsonObject): readonly string[] {
  return world.store.list(kind, where).map((resource) => textOf(resource.url));
}
