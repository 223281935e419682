import { addPeriod, isDay } from '../dates.ts';
import { type JsonObject, objectOf, textOf } from '../json.ts';
import { invalidTogether } from '../problem.ts';
import { resolve, type World } from '../world.ts';
import { keepZaak } from './zaak-rules.ts';

/**
 * Closes a zaak on the day the eindstatus was set (zrc-007), after checking that nothing of it is unfinished, and
 * works out archiefnominatie and archiefactiedatum from the resultaat (zrc-021).
 */
export function closeZaak(world: World, zaak: JsonObject, einddatum: string): void {
  checkParts(world, zaak);
  checkDocuments(world, zaak);
  const [resultaat] = world.store.list('zaken/resultaten', { zaak: textOf(zaak.url) });
  if (!resultaat)
    throw invalidTogether(
      'resultaat-does-not-exist',
      'Zaak has no resultaat, cannot determine the brondatum.',
    );
  const resultaattype = resolve(world, 'catalogi/resultaattypen', resultaat.resultaattype, 'resultaattype');
  keepZaak(world, {
    ...zaak,
    einddatum,
    archiefnominatie: textOf(zaak.archiefnominatie) || textOf(resultaattype.archiefnominatie) || null,
    archiefactiedatum: textOf(zaak.archiefactiedatum) || archiveDay(world, zaak, resultaattype, einddatum),
  });
}

function checkParts(world: World, zaak: JsonObject): void {
  for (const deelzaak of world.store.list('zaken/zaken', { hoofdzaak: textOf(zaak.url) })) {
    if (world.store.list('zaken/resultaten', { zaak: textOf(deelzaak.url) }).length === 0)
      throw invalidTogether('deelzaak-resultaat-does-not-exist', 'Een deelzaak heeft nog geen resultaat.');
    if (deelzaak.einddatum === null)
      throw invalidTogether('deelzaken-not-closed', 'Er zijn deelzaken die nog niet gesloten zijn.');
  }
}

function checkDocuments(world: World, zaak: JsonObject): void {
  for (const relation of world.store.list('zaken/zaakinformatieobjecten', { zaak: textOf(zaak.url) })) {
    const document = world.store.byUrl(
      'documenten/enkelvoudiginformatieobjecten',
      textOf(relation.informatieobject),
    );
    if (textOf(document?.lock) !== '')
      throw invalidTogether(
        'informatieobject-locked',
        'Er zijn gerelateerde informatieobjecten die nog gelocked zijn. Deze moeten eerst unlocked worden.',
      );
    if (document?.indicatieGebruiksrecht === null)
      throw invalidTogether(
        'indicatiegebruiksrecht-unset',
        'Er zijn gerelateerde informatieobjecten waarvoor `indicatieGebruiksrecht` nog niet gespecifieerd is.',
      );
  }
}

/** The day on which the archive acts; null if the retention is for ever or is set by hand. */
function archiveDay(
  world: World,
  zaak: JsonObject,
  resultaattype: JsonObject,
  einddatum: string,
): string | null {
  const term = textOf(resultaattype.archiefactietermijn);
  if (resultaattype.archiefnominatie === 'blijvend_bewaren' && term === '') return null;
  const procedure = objectOf(resultaattype.brondatumArchiefprocedure);
  // Set by hand afterwards: the registry cannot know it, and does not refuse.
  if (procedure.afleidingswijze === 'ander_datumkenmerk') return null;
  const source = sourceDay(world, zaak, procedure, einddatum);
  if (source === undefined || term === '')
    throw invalidTogether('archiefactiedatum-error', 'De archiefactiedatum kan niet worden bepaald.');
  return addPeriod(source, term);
}

function sourceDay(
  world: World,
  zaak: JsonObject,
  procedure: JsonObject,
  einddatum: string,
): string | undefined {
  const url = textOf(zaak.url);
  switch (procedure.afleidingswijze) {
    case 'afgehandeld':
      return einddatum;
    case 'termijn': {
      const term = textOf(procedure.procestermijn);
      return term === '' ? undefined : addPeriod(einddatum, term);
    }
    case 'hoofdzaak': {
      const main = world.store.byUrl('zaken/zaken', textOf(zaak.hoofdzaak));
      return textOf(main?.einddatum) || undefined;
    }
    case 'eigenschap': {
      const naam = textOf(procedure.datumkenmerk);
      const [eigenschap] = world.store.list('zaken/zaakeigenschappen', { zaak: url, naam });
      // As the catalogue writes a datum (JJJJMMDD) or with hyphens: registries read both (ISO 8601).
      const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(textOf(eigenschap?.waarde)) ?? [];
      const value = `${year}-${month}-${day}`;
      return isDay(value) ? value : undefined;
    }
    default:
      // From zaakobjecten, besluiten or related zaken, none of which the practice environment holds.
      return undefined;
  }
}
