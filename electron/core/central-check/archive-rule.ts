import type { Finding } from '../../../shared/contract/central-check.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { ZaaktypeVersion } from '../central/index.ts';

type Resultaattype = ZaaktypeVersion['resultaattypen'][number];

/**
 * Why the zaaksysteem could not work out when the archive may destroy a zaak with this result (ZGW zrc-021): it would
 * refuse the eindstatus. `filledBy` are the products that fill the eigenschappen of the zaak.
 */
export function archiveFindings(
  type: Resultaattype,
  version: ZaaktypeVersion,
  filledBy: readonly Product[],
): readonly Finding[] {
  const name = `Het resultaattype "${type.omschrijving}" van ${version.identificatie}`;
  const { archiefnominatie, archiefactietermijn, brondatumArchiefprocedure: rule } = type;
  if (archiefnominatie === 'blijvend_bewaren' && !archiefactietermijn) return [];
  if (!archiefactietermijn)
    return [
      {
        what: `${name} heeft geen archiefactietermijn. De zaak kan daardoor niet dicht.`,
        advice: 'Vul de archiefactietermijn in de catalogus in, in een nieuwe versie van het zaaktype.',
      },
    ];
  const derived = rule?.afleidingswijze ?? '';
  switch (derived) {
    case 'afgehandeld':
    // Set by hand afterwards, the zaaksysteem does not refuse.
    case 'ander_datumkenmerk':
      return [];
    case 'termijn':
      return rule?.procestermijn
        ? []
        : [
            {
              what: `${name} leidt de archiefdatum af van een procestermijn, maar die is leeg.`,
              advice: 'Vul de procestermijn in de catalogus in.',
            },
          ];
    case 'eigenschap':
      return eigenschapFindings(name, rule?.datumkenmerk ?? '', version, filledBy);
    default:
      return [
        {
          what: `${name} leidt de archiefdatum af van "${derived}". Dat weet de balie niet, dus de zaak kan niet dicht.`,
          advice: 'Kies in de catalogus de afleidingswijze "afgehandeld", of een ander resultaattype.',
        },
      ];
  }
}

function eigenschapFindings(
  name: string,
  eigenschap: string,
  version: ZaaktypeVersion,
  filledBy: readonly Product[],
): readonly Finding[] {
  if (!version.eigenschappen.some(({ naam }) => naam === eigenschap))
    return [
      {
        what: `${name} leidt de archiefdatum af van de eigenschap "${eigenschap}", die het zaaktype niet heeft.`,
        advice: 'Herstel het datumkenmerk in de catalogus, of voeg de eigenschap toe.',
      },
    ];
  return filledBy
    .filter((product) => !alwaysADate(product, eigenschap))
    .map(({ id }) => ({
      what: `${name} leidt de archiefdatum af van de eigenschap "${eigenschap}", maar het product ${id} vult daar niet altijd een datum in.`,
      advice: `Geef products/${id}.json een verplicht veld van het type date voor deze eigenschap, of wijzig de afleidingswijze.`,
    }));
}

function alwaysADate(product: Product, eigenschap: string): boolean {
  const source = product.eigenschappen[eigenschap];
  if (source === undefined) return false;
  if ('constant' in source) return /^\d{4}-\d\d-\d\d$/.test(source.constant);
  return product.steps.some(
    (step) =>
      step.kind === 'form' &&
      step.fields.some(({ id, type, required }) => id === source.field && type === 'date' && required),
  );
}
