import * as field from '../fields.ts';
import { isObject, itemsOf, type Json, type JsonObject, objectOf, textOf } from '../json.ts';
import { passesElevenTest } from '../numbers.ts';
import { invalidField, invalidTogether, within } from '../problem.ts';
import type { Match } from '../resource-routes.ts';
import {
  createKlantResource,
  holds,
  type KlantResource,
  mentionsOf,
  reference,
  referred,
  someReferrer,
} from './references.ts';

const PARTIJEN = 'klantinteracties/partijen';
const BETROKKENEN = 'klantinteracties/betrokkenen';
const ADRESSEN = 'klantinteracties/digitaleadressen';
const IDENTIFICATOREN = 'klantinteracties/partij-identificatoren';
const KLANTCONTACTEN = 'klantinteracties/klantcontacten';

const PHONE =
  /^(0[1-9]\d{8}|0800\d{4,7}|088\d{7}|090[069]\d{4,7}|116\d{3}|1400|14\d{2,4}|\+\d{9,15}|00\d{7,13})$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

const NAME = field.nullable(
  field.group({
    voorletters: field.text(10),
    voornaam: field.text(200),
    voorvoegselAchternaam: field.text(10),
    achternaam: field.text(200),
  }),
);

/** Matches a partij on one part of one of its identificatoren. */
export function identifiedPartij(part: string): Match {
  return someReferrer(IDENTIFICATOREN, 'identificeerdePartij.uuid', holds(`partijIdentificator.${part}`));
}

/** How a partij is known in another register, such as by burgerservicenummer in the BRP. */
export const PARTIJ_IDENTIFICATOR: KlantResource = {
  kind: IDENTIFICATOREN,
  fields: {
    identificeerdePartij: reference(),
    anderePartijIdentificator: field.text(200),
    partijIdentificator: {
      ...field.group({
        codeObjecttype: field.required(
          field.choice('natuurlijk_persoon', 'niet_natuurlijk_persoon', 'vestiging'),
        ),
        codeSoortObjectId: field.required(field.choice('bsn', 'vestigingsnummer', 'kvk_nummer', 'rsin')),
        objectId: field.required(field.text(200)),
        codeRegister: field.required(field.choice('brp', 'hr')),
      }),
      required: true,
      nullable: false,
    },
    subIdentificatorVan: reference(),
  },
  references: { identificeerdePartij: PARTIJEN, subIdentificatorVan: IDENTIFICATOREN },
  filters: {
    anderePartijIdentificator: 'anderePartijIdentificator',
    partijIdentificatorObjectId: 'partijIdentificator.objectId',
    partijIdentificatorCodeObjecttype: 'partijIdentificator.codeObjecttype',
    partijIdentificatorCodeRegister: 'partijIdentificator.codeRegister',
    partijIdentificatorCodeSoortObjectId: 'partijIdentificator.codeSoortObjectId',
  },
  rules: (world, resource, current) => {
    const { codeObjecttype, codeSoortObjectId, objectId, codeRegister } = objectOf(
      resource.partijIdentificator,
    );
    if (codeSoortObjectId === 'bsn' && !passesElevenTest(textOf(objectId)))
      throw invalidField('partijIdentificator.objectId', 'invalid', 'Deze waarde is ongeldig.');
    const key = `identificator:${[codeObjecttype, codeSoortObjectId, objectId, codeRegister].map(textOf).join(':')}`;
    const same =
      JSON.stringify(current?.partijIdentificator) === JSON.stringify(resource.partijIdentificator);
    if (!same && !world.store.claim(key))
      throw invalidTogether('unique', '`PartijIdentificator` moet uniek zijn.');
  },
};

/** A person or organisation the municipality knows. */
export const PARTIJ: KlantResource = {
  kind: PARTIJEN,
  fields: {
    interneNotitie: field.text(1000),
    soortPartij: field.required(field.choice('persoon', 'organisatie', 'contactpersoon')),
    indicatieGeheimhouding: { ...field.flag(null), nullable: true },
    voorkeurstaal: field.text(3),
    indicatieActief: { ...field.flag(), required: true },
    bezoekadres: field.nullable(field.anyObject()),
    correspondentieadres: field.nullable(field.anyObject()),
    partijIdentificatie: field.optional(field.anyObject()),
    voorkeursDigitaalAdres: reference(),
  },
  references: { voorkeursDigitaalAdres: ADRESSEN },
  filters: {
    soortPartij: 'soortPartij',
    indicatieActief: 'indicatieActief',
    indicatieGeheimhouding: 'indicatieGeheimhouding',
    partijIdentificator__objectId: identifiedPartij('objectId'),
    partijIdentificator__codeObjecttype: identifiedPartij('codeObjecttype'),
    partijIdentificator__codeRegister: identifiedPartij('codeRegister'),
    partijIdentificator__codeSoortObjectId: identifiedPartij('codeSoortObjectId'),
  },
  initial: () => ({
    nummer: null,
    rekeningnummers: [],
    voorkeursRekeningnummer: null,
    vertegenwoordigden: [],
  }),
  afterCreate: (world, partij, body) => {
    itemsOf(body.partijIdentificatoren).forEach((identificator, index) => {
      const owned = { ...objectOf(identificator), identificeerdePartij: { uuid: textOf(partij.uuid) } };
      within(`partijIdentificatoren.${index}`, () => createKlantResource(world, PARTIJ_IDENTIFICATOR, owned));
    });
  },
  view: (world, partij) => ({
    ...partij,
    ...(isObject(partij.partijIdentificatie) && { partijIdentificatie: identificationView(partij) }),
    betrokkenen: mentionsOf(world, BETROKKENEN, 'wasPartij.uuid', partij.uuid),
    categorieRelaties: [],
    digitaleAdressen: mentionsOf(world, ADRESSEN, 'verstrektDoorPartij.uuid', partij.uuid),
    partijIdentificatoren: world.store.list(IDENTIFICATOREN, {
      'identificeerdePartij.uuid': textOf(partij.uuid),
    }),
  }),
};

/** Who took part in a contact on the customer's side. */
export const BETROKKENE: KlantResource = {
  kind: BETROKKENEN,
  fields: {
    wasPartij: reference(),
    hadKlantcontact: { ...reference(), required: true, nullable: false },
    bezoekadres: field.nullable(field.anyObject()),
    correspondentieadres: field.nullable(field.anyObject()),
    contactnaam: NAME,
    rol: field.required(field.choice('vertegenwoordiger', 'klant')),
    organisatienaam: field.text(200),
    initiator: { ...field.flag(), required: true },
  },
  references: { wasPartij: PARTIJEN, hadKlantcontact: KLANTCONTACTEN },
  filters: {
    hadKlantcontact__uuid: 'hadKlantcontact.uuid',
    hadKlantcontact__url: 'hadKlantcontact.url',
    hadKlantcontact__referentienummer: referred(KLANTCONTACTEN, 'hadKlantcontact', holds('referentienummer')),
    wasPartij__uuid: 'wasPartij.uuid',
    wasPartij__url: 'wasPartij.url',
    wasPartij__partijIdentificator__objectId: referred(PARTIJEN, 'wasPartij', identifiedPartij('objectId')),
    wasPartij__partijIdentificator__codeSoortObjectId: referred(
      PARTIJEN,
      'wasPartij',
      identifiedPartij('codeSoortObjectId'),
    ),
    organisatienaam: 'organisatienaam',
  },
  view: (world, betrokkene) => ({
    ...betrokkene,
    digitaleAdressen: mentionsOf(world, ADRESSEN, 'verstrektDoorBetrokkene.uuid', betrokkene.uuid),
    volledigeNaam: fullName(betrokkene.contactnaam),
  }),
};

/** An e-mail address, telephone number or other digital address. */
export const DIGITAAL_ADRES: KlantResource = {
  kind: ADRESSEN,
  fields: {
    verstrektDoorBetrokkene: reference(),
    verstrektDoorPartij: reference(),
    adres: field.required(field.text(80)),
    soortDigitaalAdres: field.required(field.choice('email', 'telefoonnummer', 'overig')),
    isStandaardAdres: field.flag(),
    omschrijving: field.text(40),
    referentie: field.text(50, /^[-a-zA-Z0-9_]+$/),
    verificatieDatum: field.nullable(field.day()),
  },
  references: { verstrektDoorBetrokkene: BETROKKENEN, verstrektDoorPartij: PARTIJEN },
  filters: {
    adres: 'adres',
    soortDigitaalAdres: 'soortDigitaalAdres',
    isStandaardAdres: 'isStandaardAdres',
    referentie: 'referentie',
    verstrektDoorBetrokkene__uuid: 'verstrektDoorBetrokkene.uuid',
    verstrektDoorBetrokkene__url: 'verstrektDoorBetrokkene.url',
    verstrektDoorPartij__uuid: 'verstrektDoorPartij.uuid',
    verstrektDoorPartij__url: 'verstrektDoorPartij.url',
  },
  rules: (_, resource) => {
    const form = { email: EMAIL, telefoonnummer: PHONE }[textOf(resource.soortDigitaalAdres)];
    if (form && !form.test(textOf(resource.adres)))
      throw invalidField('adres', 'invalid', 'Voer een geldig e-mailadres of telefoonnummer in.');
  },
};

function identificationView(partij: JsonObject): JsonObject {
  const identification = objectOf(partij.partijIdentificatie);
  if (partij.soortPartij === 'organisatie') return identification;
  return { ...identification, volledigeNaam: fullName(identification.contactnaam) };
}

function fullName(name: Json | undefined): string {
  const { voorletters, voornaam, voorvoegselAchternaam, achternaam } = objectOf(name);
  return [textOf(voornaam) || textOf(voorletters), textOf(voorvoegselAchternaam), textOf(achternaam)]
    .filter((part) => part !== '')
    .join(' ');
}
