import { instantText } from '../dates.ts';
import * as field from '../fields.ts';
import { isObject, type Json, type JsonObject, textOf } from '../json.ts';
import { invalidField, within } from '../problem.ts';
import type { Match } from '../resource-routes.ts';
import { addResource, resolve, type World } from '../world.ts';
import { assertSameZaaktype } from './status-rules.ts';
import { openZaak } from './zaak-rules.ts';

const maybe = (max: number, pattern?: RegExp): field.Field => field.optional(field.text(max, pattern));

const RESIDENCE = field.optional(
  field.nullable(
    field.group({
      aoaIdentificatie: field.required(field.text(100)),
      wplWoonplaatsNaam: field.required(field.text(80)),
      gorOpenbareRuimteNaam: field.required(field.text(80)),
      aoaPostcode: field.text(7),
      aoaHuisnummer: { ...field.count(), required: true },
      aoaHuisletter: field.text(1),
      aoaHuisnummertoevoeging: field.text(4),
      inpLocatiebeschrijving: field.text(1000),
    }),
  ),
);
const ABROAD = field.optional(field.nullable(field.anyObject()));

/** `betrokkeneIdentificatie` per `betrokkeneType`; a key that is not sent stays away. */
const IDENTIFICATION: Readonly<Record<string, field.Fields>> = {
  natuurlijk_persoon: {
    inpBsn: field.optional(field.elevenTest()),
    anpIdentificatie: maybe(17),
    inpA_nummer: maybe(10, /^[1-9]\d{9}$/),
    geslachtsnaam: maybe(200),
    voorvoegselGeslachtsnaam: maybe(80),
    voorletters: maybe(20),
    voornamen: maybe(200),
    geslachtsaanduiding: field.optional(field.choice('m', 'v', 'o')),
    geboortedatum: maybe(18),
    verblijfsadres: RESIDENCE,
    subVerblijfBuitenland: ABROAD,
  },
  niet_natuurlijk_persoon: {
    innNnpId: field.optional(field.elevenTest()),
    annIdentificatie: maybe(17),
    kvkNummer: maybe(8),
    vestigingsNummer: maybe(24),
    statutaireNaam: maybe(500),
    bezoekadres: maybe(1000),
    verblijfsadres: RESIDENCE,
    subVerblijfBuitenland: ABROAD,
  },
  vestiging: {
    vestigingsNummer: maybe(24),
    handelsnaam: field.optional(field.listOf(field.text(625))),
    kvkNummer: maybe(8),
    verblijfsadres: RESIDENCE,
    subVerblijfBuitenland: ABROAD,
  },
  organisatorische_eenheid: { identificatie: maybe(255), naam: maybe(255), isGehuisvestIn: maybe(255) },
  medewerker: {
    identificatie: maybe(128),
    achternaam: maybe(200),
    voorletters: maybe(20),
    voorvoegselAchternaam: maybe(10),
  },
};

const ROL_FIELDS: field.Fields = {
  zaak: field.required(field.address()),
  betrokkene: field.address(),
  betrokkeneType: field.required(field.choice(...Object.keys(IDENTIFICATION))),
  afwijkendeNaamBetrokkene: field.text(625),
  roltype: field.required(field.address()),
  roltoelichting: field.text(1000),
  indicatieMachtiging: field.choice('gemachtigde', 'machtiginggever'),
  contactpersoonRol: field.nullable(
    field.group({
      naam: field.required(field.text(200)),
      emailadres: field.text(254, /^[^@\s]+@[^@\s]+\.[^@\s]+$/),
      functie: field.text(50),
      telefoonnummer: field.text(20),
    }),
  ),
  beginGeldigheid: field.nullable(field.day()),
  eindeGeldigheid: field.nullable(field.day()),
};

/** Of these a zaak has at most one. */
const ONCE = ['initiator', 'zaakcoordinator'];

/** Adds somebody to a zaak; a second initiator is refused with `max-occurences`. */
export function createRol(world: World, body: JsonObject): JsonObject {
  const fields = field.readFields(ROL_FIELDS, body);
  const zaak = openZaak(world, fields);
  const roltype = resolve(world, 'catalogi/roltypen', fields.roltype, 'roltype');
  assertSameZaaktype(zaak, roltype);
  const betrokkeneIdentificatie = readIdentification(fields, body);
  const omschrijvingGeneriek = textOf(roltype.omschrijvingGeneriek);
  const sameRole = { zaak: textOf(zaak.url), omschrijvingGeneriek };
  if (ONCE.includes(omschrijvingGeneriek) && world.store.list('zaken/rollen', sameRole).length > 0)
    throw invalidField(
      'roltype',
      'max-occurences',
      `There are already 1 \`ROLs\` with rolomschrijving set to '${omschrijvingGeneriek}'`,
    );
  return addResource(world, 'zaken/rollen', {
    ...fields,
    omschrijving: textOf(roltype.omschrijving),
    omschrijvingGeneriek,
    registratiedatum: instantText(world.clock.now()),
    statussen: [],
    ...(betrokkeneIdentificatie !== undefined && { betrokkeneIdentificatie }),
  });
}

/** Query parameters of `GET /rollen`. */
export const ROL_FILTERS: Readonly<Record<string, string | Match>> = {
  zaak: 'zaak',
  betrokkene: 'betrokkene',
  betrokkeneType: 'betrokkeneType',
  roltype: 'roltype',
  omschrijving: 'omschrijving',
  omschrijvingGeneriek: 'omschrijvingGeneriek',
  betrokkeneIdentificatie__natuurlijkPersoon__inpBsn: identifiedBy('natuurlijk_persoon', 'inpBsn'),
  betrokkeneIdentificatie__medewerker__identificatie: identifiedBy('medewerker', 'identificatie'),
  betrokkeneIdentificatie__organisatorischeEenheid__identificatie: identifiedBy(
    'organisatorische_eenheid',
    'identificatie',
  ),
};

/** Matches a rol on one key of its betrokkeneIdentificatie. */
export function identifiedBy(type: string, key: string): Match {
  return (rol, value) =>
    rol.betrokkeneType === type &&
    isObject(rol.betrokkeneIdentificatie) &&
    rol.betrokkeneIdentificatie[key] === value;
}

function readIdentification(fields: JsonObject, body: JsonObject): Json | undefined {
  const sent = body.betrokkeneIdentificatie;
  if (!isObject(sent)) {
    if (textOf(fields.betrokkene) !== '') return undefined;
    throw invalidField(
      'nonFieldErrors',
      'invalid-betrokkene',
      'betrokkene or betrokkeneIdentificatie must be provided',
    );
  }
  const allowed = IDENTIFICATION[textOf(fields.betrokkeneType)] ?? {};
  return within('betrokkeneIdentificatie', () => field.readFields(allowed, sent));
}
