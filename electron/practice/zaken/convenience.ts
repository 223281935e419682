import * as field from '../fields.ts';
import { itemsOf, type Json, type JsonObject, objectOf, textOf } from '../json.ts';
import { invalidField, within } from '../problem.ts';
import type { World } from '../world.ts';
import { createResultaat, createZaakinformatieobject } from './part-rules.ts';
import { createRol } from './rol-rules.ts';
import { createStatus } from './status-rules.ts';
import { createZaak, reserveNumber, updateZaak } from './zaak-rules.ts';
import { statusView, zaakView } from './zaak-view.ts';

const REGISTER_FIELDS: field.Fields = {
  zaak: { ...field.anyObject(), required: true, nullable: false },
  rollen: { ...field.listOf(field.anyObject()), required: true },
  status: { ...field.anyObject(), required: true, nullable: false },
  zaakinformatieobjecten: field.listOf(field.anyObject()),
  zaakobjecten: field.listOf(field.anyObject()),
};
const CLOSE_FIELDS: field.Fields = {
  zaak: { ...field.anyObject(), required: true, nullable: false },
  resultaat: { ...field.anyObject(), required: true, nullable: false },
  status: { ...field.anyObject(), required: true, nullable: false },
};
const RESERVE_FIELDS: field.Fields = {
  bronorganisatie: field.required(field.elevenTest()),
  aantal: field.byDefault(1, field.count()),
};

/** `zaak_registreren` (experimental in Open Zaak): zaak, rollen, documents and first status, all or nothing. */
export function registerZaak(world: World, body: JsonObject): JsonObject {
  const parts = field.readFields(REGISTER_FIELDS, body);
  if (itemsOf(parts.zaakobjecten).length > 0)
    throw invalidField('zaakobjecten', 'invalid', 'De oefenomgeving kent geen zaakobjecten.');
  const zaak = within('zaak', () => createZaak(world, objectOf(parts.zaak)));
  const ofZaak = (part: Json | undefined): JsonObject => ({ ...objectOf(part), zaak: textOf(zaak.url) });
  const rollen = itemsOf(parts.rollen).map((rol, index) =>
    within(`rollen.${index}`, () => createRol(world, ofZaak(rol))),
  );
  const zaakinformatieobjecten = itemsOf(parts.zaakinformatieobjecten).map((relation, index) =>
    within(`zaakinformatieobjecten.${index}`, () => createZaakinformatieobject(world, ofZaak(relation))),
  );
  const status = within('status', () => createStatus(world, ofZaak(parts.status)));
  return {
    zaak: zaakView(world, zaak),
    rollen,
    zaakinformatieobjecten,
    zaakobjecten: [],
    status: statusView(world, status),
  };
}

/** `zaak_afsluiten` (experimental in Open Zaak): changes, resultaat and eindstatus, all or nothing. */
export function finishZaak(world: World, zaak: JsonObject, body: JsonObject): JsonObject {
  const parts = field.readFields(CLOSE_FIELDS, body);
  const ofZaak = (part: Json | undefined): JsonObject => ({ ...objectOf(part), zaak: textOf(zaak.url) });
  within('zaak', () => updateZaak(world, zaak, objectOf(parts.zaak)));
  const resultaat = within('resultaat', () => createResultaat(world, ofZaak(parts.resultaat)));
  const status = within('status', () => createStatus(world, ofZaak(parts.status)));
  const closed = world.store.byUrl('zaken/zaken', textOf(zaak.url)) ?? zaak;
  if (closed.einddatum === null)
    throw invalidField('status.statustype', 'invalid', 'Het statustype is geen eindstatus.');
  return { zaak: zaakView(world, closed), resultaat, status: statusView(world, status) };
}

/** `zaaknummer_reserveren` (experimental in Open Zaak): one object for one number, a list for more. */
export function reserveNumbers(world: World, body: JsonObject): Json {
  const { aantal } = field.readFields(RESERVE_FIELDS, body);
  if (typeof aantal !== 'number' || aantal < 1) throw invalidField('aantal', 'min_value', 'Minimaal 1.');
  const numbers = Array.from({ length: aantal }, () => ({ zaaknummer: reserveNumber(world) }));
  const [only] = numbers;
  return numbers.length === 1 && only ? only : numbers;
}
