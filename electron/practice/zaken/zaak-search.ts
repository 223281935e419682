import { itemsOf, type JsonObject, objectOf, scalarText, textOf } from '../json.ts';
import { invalidTogether, Problem } from '../problem.ts';
import { type Collection, type Match, search } from '../resource-routes.ts';
import type { World } from '../world.ts';
import { identifiedBy } from './rol-rules.ts';

/** A zaak matches on its rollen: some rol of it answers to `match`. */
const someRol =
  (match: Match): Match =>
  (zaak, value, world) =>
    world.store.list('zaken/rollen', { zaak: textOf(zaak.url) }).some((rol) => match(rol, value, world));

const onDay =
  (name: string, holds: (day: string, value: string) => boolean): Match =>
  (zaak, value) =>
    textOf(zaak[name]) !== '' && holds(textOf(zaak[name]), value);

/** Parameters that `GET /zaken` and `POST /zaken/_zoek` share. `kenmerk` is `bron:kenmerk`. */
export const ZAAK_FILTERS: Readonly<Record<string, string | Match>> = {
  identificatie: 'identificatie',
  bronorganisatie: 'bronorganisatie',
  zaaktype: 'zaaktype',
  omschrijving: 'omschrijving',
  kenmerk: (zaak, value) =>
    itemsOf(zaak.kenmerken).some(
      (each) => `${textOf(objectOf(each).bron)}:${textOf(objectOf(each).kenmerk)}` === value,
    ),
  kenmerk__bron: (zaak, value) => itemsOf(zaak.kenmerken).some((each) => objectOf(each).bron === value),
  startdatum: 'startdatum',
  startdatum__gte: onDay('startdatum', (day, value) => day >= value),
  startdatum__lte: onDay('startdatum', (day, value) => day <= value),
  einddatum: 'einddatum',
  einddatum__gt: onDay('einddatum', (day, value) => day > value),
  einddatum__isnull: (zaak, value) => String(zaak.einddatum === null) === value,
  rol__omschrijvingGeneriek: someRol((rol, value) => rol.omschrijvingGeneriek === value),
  rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: someRol(
    identifiedBy('natuurlijk_persoon', 'inpBsn'),
  ),
  rol__betrokkeneIdentificatie__medewerker__identificatie: someRol(
    identifiedBy('medewerker', 'identificatie'),
  ),
};

/** Lists in a search body: the zaak holds one of the values in the named field. */
const ONE_OF: Readonly<Record<string, string>> = {
  uuid__in: 'uuid',
  zaaktype__in: 'zaaktype',
  bronorganisatie__in: 'bronorganisatie',
};

/** Answers a `_zoek` body; empty is refused, and so is a key that the practice environment does not search on. */
export function searchZaken(world: World, zaken: Collection, body: JsonObject): readonly JsonObject[] {
  if (Object.keys(body).length === 0)
    throw new Problem(
      400,
      'empty_search_body',
      'Search body must not be empty.',
      'Search body must not be empty.',
    );
  const parameters: Record<string, string> = {};
  const tests: ((zaak: JsonObject) => boolean)[] = [];
  for (const [name, value] of Object.entries(body)) {
    const listed = ONE_OF[name];
    if (listed !== undefined) tests.push((zaak) => itemsOf(value).includes(zaak[listed] ?? null));
    else if (ZAAK_FILTERS[name] !== undefined) parameters[name] = scalarText(value);
    else throw invalidTogether('unknown-parameters', `Onbekende zoekparameter: ${name}`);
  }
  return search(zaken, world, parameters).filter((zaak) => tests.every((test) => test(zaak)));
}
