import { isObject, type JsonObject, textOf } from '../json.ts';
import type { Kind } from '../resource-store.ts';
import type { World } from '../world.ts';
import { PAYMENT_WORDS } from './zaak-fields.ts';

/** A zaak with everything the registry works out: its parts, its latest status, its resultaat. */
export function zaakView(world: World, zaak: JsonObject): JsonObject {
  const parts = (kind: Kind): readonly string[] =>
    world.store.list(kind, { zaak: textOf(zaak.url) }).map((part) => textOf(part.url));
  return {
    ...zaak,
    betalingsindicatieWeergave: PAYMENT_WORDS[textOf(zaak.betalingsindicatie)] ?? '',
    opschorting: isObject(zaak.opschorting) ? { ...zaak.opschorting, eerdereOpschorting: false } : null,
    deelzaken: world.store
      .list('zaken/zaken', { hoofdzaak: textOf(zaak.url) })
      .map((deelzaak) => textOf(deelzaak.url)),
    eigenschappen: parts('zaken/zaakeigenschappen'),
    rollen: parts('zaken/rollen'),
    status: latestStatus(world, textOf(zaak.url)) ?? null,
    zaakinformatieobjecten: parts('zaken/zaakinformatieobjecten'),
    zaakobjecten: [],
    resultaat: parts('zaken/resultaten')[0] ?? null,
  };
}

/** A status, and whether it is the latest of its zaak. */
export function statusView(world: World, status: JsonObject): JsonObject {
  return {
    ...status,
    indicatieLaatstGezetteStatus: latestStatus(world, textOf(status.zaak)) === status.url,
    zaakinformatieobjecten: [],
  };
}

function latestStatus(world: World, zaak: string): string | undefined {
  const moment = (status: JsonObject): number => Date.parse(textOf(status.datumStatusGezet));
  const [latest] = world.store.list('zaken/statussen', { zaak }).toSorted((a, b) => moment(b) - moment(a));
  return latest && textOf(latest.url);
}
