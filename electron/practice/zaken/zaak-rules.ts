import { dutchDay, instantText } from '../dates.ts';
import { patchFields, readFields } from '../fields.ts';
import { itemsOf, type JsonObject, textOf } from '../json.ts';
import { forbidden, invalidField } from '../problem.ts';
import { addResource, resolve, type World } from '../world.ts';
import { ZAAK_FIELDS } from './zaak-fields.ts';

const SERIES = 'zaaknummer';

/** Makes a zaak, or refuses it as Open Zaak does (zrc-001, zrc-002, zrc-014 of the Zaken API). */
export function createZaak(world: World, body: JsonObject): JsonObject {
  const fields = readFields(ZAAK_FIELDS, body);
  const zaaktype = resolve(world, 'catalogi/zaaktypen', fields.zaaktype, 'zaaktype');
  if (zaaktype.concept === true)
    throw invalidField('zaaktype', 'not-published', 'Het zaaktype is niet gepubliceerd (concept).');
  checkPayment(world, fields);
  checkProducts(fields, zaaktype);
  if (textOf(fields.hoofdzaak) !== '') resolve(world, 'zaken/zaken', fields.hoofdzaak, 'hoofdzaak');
  const identificatie = textOf(fields.identificatie) || reserveNumber(world);
  if (!world.store.claim(`zaak:${textOf(fields.bronorganisatie)}:${identificatie}`))
    throw invalidField(
      'identificatie',
      'identificatie-niet-uniek',
      'Deze identificatie bestaat al voor deze bronorganisatie',
    );
  return addResource(world, 'zaken/zaken', {
    ...fields,
    identificatie,
    registratiedatum: fields.registratiedatum ?? dutchDay(world.clock.now()),
    vertrouwelijkheidaanduiding:
      textOf(fields.vertrouwelijkheidaanduiding) || textOf(zaaktype.vertrouwelijkheidaanduiding),
    einddatum: null,
    laatstGemuteerd: instantText(world.clock.now()),
  });
}

/** Changes a zaak that is still open; `identificatie` and `zaaktype` never change (zrc-002). */
export function updateZaak(world: World, zaak: JsonObject, body: JsonObject): JsonObject {
  assertOpen(zaak);
  for (const name of ['identificatie', 'zaaktype'])
    if (body[name] !== undefined && body[name] !== zaak[name])
      throw invalidField(name, 'wijzigen-niet-toegelaten', 'Dit veld mag niet gewijzigd worden.');
  const changed = patchFields(ZAAK_FIELDS, zaak, body);
  checkPayment(world, changed);
  if (body.productenOfDiensten !== undefined)
    checkProducts(changed, resolve(world, 'catalogi/zaaktypen', zaak.zaaktype, 'zaaktype'));
  return keepZaak(world, changed);
}

/** Stores a changed zaak with the time of the change. */
export function keepZaak(world: World, zaak: JsonObject): JsonObject {
  const kept = { ...zaak, laatstGemuteerd: instantText(world.clock.now()) };
  world.store.replace('zaken/zaken', kept);
  return kept;
}

/** The open zaak that a part belongs to; 403 if it is closed (zrc-007: nobody here may change a closed zaak). */
export function openZaak(world: World, body: JsonObject): JsonObject {
  const zaak = resolve(world, 'zaken/zaken', body.zaak, 'zaak');
  assertOpen(zaak);
  return zaak;
}

/** Hands out the next server-made number, `ZAAK-2026-0000000001`. */
export function reserveNumber(world: World): string {
  const number = String(world.store.next(SERIES)).padStart(10, '0');
  return `ZAAK-${dutchDay(world.clock.now()).slice(0, 4)}-${number}`;
}

function assertOpen(zaak: JsonObject): void {
  if (zaak.einddatum !== null)
    throw forbidden('permission_denied', 'Je mag geen gegevens aanpassen van een gesloten zaak.');
}

function checkPayment(world: World, zaak: JsonObject): void {
  const paidAt = textOf(zaak.laatsteBetaaldatum);
  if (paidAt === '') return;
  if (zaak.betalingsindicatie === 'nvt')
    throw invalidField(
      'laatsteBetaaldatum',
      'betaling-nvt',
      'Laatste betaaldatum kan niet gezet worden als de betalingsindicatie "nvt" is',
    );
  if (Date.parse(paidAt) > world.clock.now().getTime())
    throw invalidField(
      'laatsteBetaaldatum',
      'future_not_allowed',
      'Deze datum mag niet in de toekomst zijn.',
    );
}

function checkProducts(zaak: JsonObject, zaaktype: JsonObject): void {
  const offered = itemsOf(zaaktype.productenOfDiensten);
  if (itemsOf(zaak.productenOfDiensten).some((product) => !offered.includes(product)))
    throw invalidField(
      'productenOfDiensten',
      'invalid-products-services',
      'Niet alle producten/diensten komen voor in de producten/diensten op het zaaktype',
    );
}
