import type { Finding } from '../../../shared/contract/central-check.ts';
import type { Product } from '../../../shared/domain/product.ts';
import { closesZaak } from '../../../shared/domain/product-rules.ts';
import { eigenschappenOf } from '../catalogue/index.ts';
import type { ListedZaaktype, ZaaktypeVersion } from '../central/index.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { archiveFindings } from './archive-rule.ts';

const ADD = 'Voeg het toe in de catalogus (in een nieuwe versie van het zaaktype)';

/** Why no zaak of this zaaktype can be made on a day (YYYY-MM-DD), judged by all its versions. */
export function versionFindings(
  identificatie: string,
  versions: readonly ListedZaaktype[],
  day: string,
): readonly Finding[] {
  if (versions.length === 0)
    return [
      {
        what: `De catalogus heeft geen zaaktype ${identificatie} dat deze client mag zien.`,
        advice: `Maak het zaaktype, geef de client er recht op, of pas "zaaktype" aan in het bestand van het product.`,
      },
    ];
  const published = versions.filter(({ concept }) => !concept);
  if (published.length === 0)
    return [
      {
        what: `Het zaaktype ${identificatie} is nog een concept.`,
        advice: 'Publiceer het zaaktype in de catalogus.',
      },
    ];
  const valid = validOn(versions, day);
  const [only] = valid;
  if (only && valid.length === 1) return endFindings(only, versions, day);
  if (valid.length > 1)
    return [
      {
        what: `Van het zaaktype ${identificatie} gelden vandaag ${valid.length} versies.`,
        advice: 'Geef alle versies behalve de nieuwste een einde geldigheid in de catalogus.',
      },
    ];
  const next = published
    .map(({ beginGeldigheid }) => beginGeldigheid)
    .toSorted()
    .find((begin) => begin > day);
  return [
    {
      what:
        next === undefined
          ? `Het zaaktype ${identificatie} geldt niet meer.`
          : `Het zaaktype ${identificatie} geldt pas vanaf ${next}.`,
      advice: 'Publiceer een versie die vandaag geldt.',
    },
  ];
}

/** IT needs some weeks to make and publish a version. */
const SOON_DAYS = 30;

/** The published versions that are valid on a day (YYYY-MM-DD): from `beginGeldigheid` up to `eindeGeldigheid`. */
export function validOn(versions: readonly ListedZaaktype[], day: string): readonly ListedZaaktype[] {
  return versions.filter(
    ({ concept, beginGeldigheid, eindeGeldigheid }) =>
      !concept && beginGeldigheid <= day && (!eindeGeldigheid || day < eindeGeldigheid),
  );
}

function endFindings(
  { identificatie, eindeGeldigheid: end }: ListedZaaktype,
  versions: readonly ListedZaaktype[],
  day: string,
): readonly Finding[] {
  if (!end || end > addDays(day, SOON_DAYS) || validOn(versions, end).length > 0) return [];
  const isMade = versions.some(({ concept, beginGeldigheid }) => concept && beginGeldigheid <= end);
  return [
    {
      what: `Het zaaktype ${identificatie} geldt nog tot ${end}, en daarna niet meer.`,
      advice: isMade
        ? 'Publiceer de versie die als concept klaarstaat, vóór die dag.'
        : `Publiceer een nieuwe versie die vanaf ${end} geldt.`,
      from: end,
    },
  ];
}

/**
 * What the valid version of a zaaktype lacks for one product. `products` are all products: one that completes another
 * is judged together with it.
 */
export function productFindings(
  product: Product,
  version: ZaaktypeVersion,
  products: readonly Product[],
): readonly Finding[] {
  const starts = product.completes === undefined;
  const missing = (kind: string, name: string): Finding => ({
    what: `Het zaaktype ${version.identificatie} heeft geen ${kind} "${name}".`,
    advice: `${ADD}, of pas products/${product.id}.json aan.`,
  });
  return [
    ...(starts ? [...statusFindings(product, version), ...rolFindings(version)] : []),
    ...eigenschappenOf(product)
      .filter((name) => !version.eigenschappen.some(({ naam }) => naam === name))
      .map((name) => missing('eigenschap', name)),
    ...product.informatieobjecttypen
      .filter((name) => !version.informatieobjecttypen.some(({ omschrijving }) => omschrijving === name))
      .map((name) => missing('informatieobjecttype', name)),
    ...(closesZaak(product) ? resultFindings(product, version, products, missing) : []),
  ];
}

function statusFindings({ visits }: Product, { identificatie, statustypen }: ZaaktypeVersion): Finding[] {
  const needed = visits === 2 ? 3 : 2;
  if (statustypen.length >= needed) return [];
  const why =
    visits === 2
      ? 'een eerste, een om op het ophalen te wachten, en een laatste'
      : 'een eerste en een laatste';
  return [
    {
      what: `Het zaaktype ${identificatie} heeft ${statustypen.length} statustypen; dit product heeft er ${needed} nodig: ${why}.`,
      advice: `${ADD}.`,
    },
  ];
}

function rolFindings({ identificatie, roltypen }: ZaaktypeVersion): Finding[] {
  return ['initiator', 'behandelaar']
    .filter((generiek) => !roltypen.some(({ omschrijvingGeneriek }) => omschrijvingGeneriek === generiek))
    .map((generiek) => ({
      what: `Het zaaktype ${identificatie} heeft geen roltype met de generieke omschrijving "${generiek}".`,
      advice: `${ADD}.`,
    }));
}

function resultFindings(
  product: Product,
  version: ZaaktypeVersion,
  products: readonly Product[],
  missing: (kind: string, name: string) => Finding,
): readonly Finding[] {
  const type = version.resultaattypen.find(({ omschrijving }) => omschrijving === product.resultaattype);
  if (!type) return [missing('resultaattype', product.resultaattype)];
  const first = products.find(({ id }) => id === product.completes);
  return archiveFindings(type, version, [first ?? product]);
}
