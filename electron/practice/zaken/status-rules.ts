import { dayInOwnOffset } from '../dates.ts';
import * as field from '../fields.ts';
import { type JsonObject, textOf } from '../json.ts';
import { invalidField, invalidTogether } from '../problem.ts';
import { addResource, resolve, type World } from '../world.ts';
import { closeZaak } from './closing.ts';
import { openZaak } from './zaak-rules.ts';

const STATUS_FIELDS: field.Fields = {
  zaak: field.required(field.address()),
  statustype: field.required(field.address()),
  datumStatusGezet: field.required(field.instant()),
  statustoelichting: field.text(1000),
  gezetdoor: field.nullable(field.address()),
};

/** Sets a status; the eindstatus closes the zaak in the same transaction. */
export function createStatus(world: World, body: JsonObject): JsonObject {
  const fields = field.readFields(STATUS_FIELDS, body);
  const zaak = openZaak(world, fields);
  const statustype = resolve(world, 'catalogi/statustypen', fields.statustype, 'statustype');
  const moment = textOf(fields.datumStatusGezet);
  if (Date.parse(moment) > world.clock.now().getTime())
    throw invalidField('datumStatusGezet', 'date-in-future', 'Datum mag niet in de toekomst liggen.');
  assertSameZaaktype(zaak, statustype);
  if (statustype.isEindstatus === true) closeZaak(world, zaak, dayInOwnOffset(textOf(body.datumStatusGezet)));
  if (!world.store.claim(`status:${textOf(fields.zaak)}:${Date.parse(moment)}`))
    throw invalidTogether('unique', 'De velden zaak, datumStatusGezet moeten een unieke set zijn.');
  return addResource(world, 'zaken/statussen', fields);
}

/** 400 `zaaktype-mismatch` unless a type from the catalogus belongs to the zaaktype of the zaak. */
export function assertSameZaaktype(zaak: JsonObject, type: JsonObject): void {
  if (type.zaaktype !== zaak.zaaktype)
    throw invalidTogether('zaaktype-mismatch', 'Het type hoort niet bij het zaaktype van de zaak.');
}
