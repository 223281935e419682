import type { Json, JsonObject } from '../json.ts';
import { itemsOf, textOf } from '../json.ts';
import type { Kind } from '../resource-store.ts';
import { addResource, type World } from '../world.ts';
import type { PracticeCatalogue, PracticeResultaattype, PracticeZaaktype } from './catalogue-data.ts';

const SELECTION_LIST = 'https://selectielijst.example/api/v1';

/** Fills an empty world with a catalogus; does nothing in a world that has one. */
export function seedCatalogue(world: World, data: PracticeCatalogue): void {
  if (world.store.list('catalogi/catalogussen').length > 0) return;
  world.store.transaction(() => {
    const catalogus = addResource(world, 'catalogi/catalogussen', {
      domein: data.domein,
      rsin: data.rsin,
      contactpersoonBeheerNaam: 'Functioneel beheer',
      contactpersoonBeheerTelefoonnummer: '',
      contactpersoonBeheerEmailadres: '',
      besluittypen: [],
      naam: data.naam,
      versie: '1',
      begindatumVersie: data.beginGeldigheid,
    });
    const validity = { beginGeldigheid: data.beginGeldigheid, eindeGeldigheid: null };
    const lifetime = { ...validity, beginObject: data.beginGeldigheid, eindeObject: null };
    const documentTypes = new Map<string, Json>();
    for (const type of data.informatieobjecttypen) {
      const added = addResource(world, 'catalogi/informatieobjecttypen', {
        catalogus: textOf(catalogus.url),
        omschrijving: type.omschrijving,
        vertrouwelijkheidaanduiding: type.vertrouwelijkheid,
        ...lifetime,
        concept: false,
        besluittypen: [],
        informatieobjectcategorie: 'balie',
        trefwoord: [],
      });
      documentTypes.set(type.omschrijving, textOf(added.url));
    }
    for (const type of data.zaaktypen)
      seedZaaktype(world, data, type, textOf(catalogus.url), lifetime, documentTypes);
  });
}

function seedZaaktype(
  world: World,
  data: PracticeCatalogue,
  type: PracticeZaaktype,
  catalogus: string,
  lifetime: JsonObject,
  documentTypes: ReadonlyMap<string, Json>,
): void {
  const zaaktype = addResource(world, 'catalogi/zaaktypen', zaaktypeBody(type, catalogus, lifetime));
  const part = (kind: Kind, body: JsonObject): JsonObject =>
    addResource(world, kind, {
      zaaktype: textOf(zaaktype.url),
      zaaktypeIdentificatie: type.identificatie,
      catalogus,
      ...lifetime,
      ...body,
    });

  type.statustypen.forEach((omschrijving, index) =>
    part('catalogi/statustypen', {
      omschrijving,
      omschrijvingGeneriek: '',
      statustekst: '',
      volgnummer: index + 1,
      isEindstatus: index === type.statustypen.length - 1,
      informeren: false,
      doorlooptijd: null,
      toelichting: '',
      checklistitemStatustype: [],
      eigenschappen: [],
      zaakobjecttypen: [],
    }),
  );
  for (const roltype of data.roltypen) part('catalogi/roltypen', roltype);
  for (const resultaattype of type.resultaattypen)
    part('catalogi/resultaattypen', resultaattypeBody(resultaattype));
  for (const { naam, definitie, formaat, lengte } of type.eigenschappen)
    part('catalogi/eigenschappen', {
      naam,
      definitie,
      specificatie: { groep: '', formaat, lengte, kardinaliteit: '1', waardenverzameling: [] },
      toelichting: '',
      statustype: null,
    });
  type.informatieobjecttypen.forEach((name, index) =>
    addResource(world, 'catalogi/zaaktype-informatieobjecttypen', {
      zaaktype: textOf(zaaktype.url),
      zaaktypeIdentificatie: type.identificatie,
      informatieobjecttype: documentTypes.get(name) ?? null,
      volgnummer: index + 1,
      richting: 'inkomend',
      statustype: null,
      catalogus,
    }),
  );
}

function zaaktypeBody(type: PracticeZaaktype, catalogus: string, lifetime: JsonObject): JsonObject {
  return {
    identificatie: type.identificatie,
    omschrijving: type.omschrijving,
    omschrijvingGeneriek: '',
    vertrouwelijkheidaanduiding: 'vertrouwelijk',
    doel: 'Afhandelen van een aanvraag aan de balie',
    aanleiding: 'Bezoek aan de balie',
    toelichting: '',
    indicatieInternOfExtern: 'extern',
    handelingInitiator: 'aanvragen',
    onderwerp: type.omschrijving,
    handelingBehandelaar: 'behandelen',
    doorlooptijd: type.doorlooptijd,
    servicenorm: null,
    opschortingEnAanhoudingMogelijk: false,
    verlengingMogelijk: false,
    verlengingstermijn: null,
    trefwoorden: ['balie'],
    publicatieIndicatie: false,
    publicatietekst: '',
    verantwoordingsrelatie: [],
    productenOfDiensten: itemsOf(type.productenOfDiensten),
    selectielijstProcestype: `${SELECTION_LIST}/procestypen/1`,
    referentieproces: { naam: 'Balieproces', link: '' },
    concept: type.concept ?? false,
    verantwoordelijke: 'Publiekszaken',
    ...lifetime,
    ...(type.eindeGeldigheid !== undefined && { eindeGeldigheid: type.eindeGeldigheid }),
    versiedatum: lifetime.beginGeldigheid ?? null,
    catalogus,
    besluittypen: [],
    deelzaaktypen: [],
    gerelateerdeZaaktypen: [],
    zaakobjecttypen: [],
  };
}

function resultaattypeBody(type: PracticeResultaattype): JsonObject {
  return {
    omschrijving: type.omschrijving,
    resultaattypeomschrijving: `${SELECTION_LIST}/resultaattypeomschrijvingen/1`,
    omschrijvingGeneriek: type.omschrijving,
    selectielijstklasse: `${SELECTION_LIST}/resultaten/1`,
    toelichting: '',
    archiefnominatie: type.archiefnominatie,
    archiefactietermijn: type.archiefactietermijn,
    brondatumArchiefprocedure: {
      afleidingswijze: type.afleidingswijze,
      datumkenmerk: type.datumkenmerk ?? '',
      einddatumBekend: false,
      objecttype: '',
      registratie: '',
      procestermijn: type.procestermijn ?? null,
    },
    procesobjectaard: '',
    indicatieSpecifiek: null,
    procestermijn: null,
    besluittypen: [],
    besluittypeOmschrijving: [],
    informatieobjecttypen: [],
    informatieobjecttypeOmschrijving: [],
  };
}
