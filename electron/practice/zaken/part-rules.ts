import { instantText } from '../dates.ts';
import * as field from '../fields.ts';
import { type JsonObject, textOf } from '../json.ts';
import { invalidField, invalidTogether } from '../problem.ts';
import { addResource, resolve, type World } from '../world.ts';
import { assertSameZaaktype } from './status-rules.ts';
import { openZaak } from './zaak-rules.ts';

const RESULTAAT_FIELDS: field.Fields = {
  zaak: field.required(field.address()),
  resultaattype: field.required(field.address()),
  toelichting: field.text(1000),
};
const EIGENSCHAP_FIELDS: field.Fields = {
  zaak: field.required(field.address()),
  eigenschap: field.required(field.address()),
  waarde: { ...field.text(Number.MAX_SAFE_INTEGER), required: true },
};
const RELATION_FIELDS: field.Fields = {
  zaak: field.required(field.address()),
  informatieobject: field.required(field.address()),
  titel: field.text(200),
  beschrijving: field.text(Number.MAX_SAFE_INTEGER),
  vernietigingsdatum: field.nullable(field.instant()),
  status: field.nullable(field.address()),
};

/** Sets the resultaat of a zaak; there is at most one. */
export function createResultaat(world: World, body: JsonObject): JsonObject {
  const fields = field.readFields(RESULTAAT_FIELDS, body);
  const zaak = openZaak(world, fields);
  const type = resolve(world, 'catalogi/resultaattypen', fields.resultaattype, 'resultaattype');
  if (!world.store.claim(`resultaat:${textOf(zaak.url)}`))
    throw invalidField('zaak', 'unique', 'Er bestaat al een resultaat voor deze zaak.');
  assertSameZaaktype(zaak, type);
  return addResource(world, 'zaken/resultaten', fields);
}

/** Changes the resultaat of an open zaak. */
export function updateResultaat(world: World, resultaat: JsonObject, body: JsonObject): JsonObject {
  const zaak = openZaak(world, resultaat);
  const changed = field.patchFields(RESULTAAT_FIELDS, resultaat, { ...body, zaak: textOf(zaak.url) });
  assertSameZaaktype(zaak, resolve(world, 'catalogi/resultaattypen', changed.resultaattype, 'resultaattype'));
  world.store.replace('zaken/resultaten', changed);
  return changed;
}

/** Adds the value of an eigenschap; the registry does not mind a second value of the same eigenschap. */
export function createZaakeigenschap(world: World, body: JsonObject): JsonObject {
  const fields = field.readFields(EIGENSCHAP_FIELDS, body);
  const zaak = openZaak(world, fields);
  const eigenschap = resolve(world, 'catalogi/eigenschappen', fields.eigenschap, 'eigenschap');
  assertSameZaaktype(zaak, eigenschap);
  const collection = `${textOf(zaak.url)}/zaakeigenschappen`;
  return addResource(
    world,
    'zaken/zaakeigenschappen',
    { ...fields, naam: textOf(eigenschap.naam) },
    collection,
  );
}

/** Changes the value of an eigenschap of an open zaak; nothing else of it can change. */
export function updateZaakeigenschap(world: World, current: JsonObject, body: JsonObject): JsonObject {
  openZaak(world, current);
  for (const name of ['zaak', 'eigenschap'])
    if (body[name] !== undefined && body[name] !== current[name])
      throw invalidField(name, 'wijzigen-niet-toegelaten', 'Dit veld mag niet gewijzigd worden.');
  const changed = field.patchFields(EIGENSCHAP_FIELDS, current, body);
  world.store.replace('zaken/zaakeigenschappen', changed);
  return changed;
}

/** Ties a document to a zaak, once, and mirrors the tie in the Documenten API (zrc-005). */
export function createZaakinformatieobject(world: World, body: JsonObject): JsonObject {
  const fields = field.readFields(RELATION_FIELDS, body);
  const zaak = openZaak(world, fields);
  const documents = 'documenten/enkelvoudiginformatieobjecten';
  const document = resolve(world, documents, fields.informatieobject, 'informatieobject');
  const type = {
    zaaktype: textOf(zaak.zaaktype),
    informatieobjecttype: textOf(document.informatieobjecttype),
  };
  if (world.store.list('catalogi/zaaktype-informatieobjecttypen', type).length === 0)
    throw invalidTogether(
      'missing-zaaktype-informatieobjecttype-relation',
      'Het informatieobjecttype hoort niet bij het zaaktype van de zaak.',
    );
  if (!world.store.claim(`zaakinformatieobject:${textOf(zaak.url)}:${textOf(document.url)}`))
    throw invalidTogether('unique', 'De velden zaak, informatieobject moeten een unieke set zijn.');
  addResource(world, 'documenten/objectinformatieobjecten', {
    informatieobject: textOf(document.url),
    object: textOf(zaak.url),
    objectType: 'zaak',
  });
  return addResource(world, 'zaken/zaakinformatieobjecten', {
    ...fields,
    aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
    registratiedatum: instantText(world.clock.now()),
  });
}
