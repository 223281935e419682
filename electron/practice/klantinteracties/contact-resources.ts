import { instantText } from '../dates.ts';
import * as field from '../fields.ts';
import { isObject, objectOf, textOf } from '../json.ts';
import { invalidField } from '../problem.ts';
import type { World } from '../world.ts';
import { holds, type KlantResource, mentionsOf, reference, referred, someReferrer } from './references.ts';
import { identifiedPartij } from './partij-resources.ts';

const KLANTCONTACTEN = 'klantinteracties/klantcontacten';
const ACTOREN = 'klantinteracties/actoren';
const PARTIJEN = 'klantinteracties/partijen';
const BETROKKENEN = 'klantinteracties/betrokkenen';
const ONDERWERPOBJECTEN = 'klantinteracties/onderwerpobjecten';

const REFERENTIENUMMER = field.nullable(field.text(10, /^\d+$/));
const METADATA: field.Field = {
  ...field.byDefault({}, field.anyObject()),
  check: (value) =>
    isObject(value) && Object.values(value).every((each) => typeof each === 'string' && each.length <= 255)
      ? []
      : [{ name: '', code: 'invalid', reason: 'Alleen tekstwaarden van hoogstens 255 karakters.' }],
};

/** The four parts of an object identificator, as text. */
export const OBJECT_IDENTIFICATION = field.nullable(
  field.group({
    objectId: field.text(200),
    codeObjecttype: field.text(200),
    codeRegister: field.text(200),
    codeSoortObjectId: field.text(200),
  }),
);

/** Somebody or something on the municipality's side. */
export const ACTOR: KlantResource = {
  kind: ACTOREN,
  fields: {
    naam: field.required(field.text(200)),
    soortActor: field.required(
      field.choice('medewerker', 'geautomatiseerde_actor', 'organisatorische_eenheid'),
    ),
    indicatieActief: field.flag(true),
    actoridentificator: OBJECT_IDENTIFICATION,
    actorIdentificatie: field.optional(field.anyObject()),
  },
  references: {},
  filters: {
    naam: 'naam',
    soortActor: 'soortActor',
    indicatieActief: 'indicatieActief',
    actoridentificatorObjectId: 'actoridentificator.objectId',
    actoridentificatorCodeObjecttype: 'actoridentificator.codeObjecttype',
    actoridentificatorCodeRegister: 'actoridentificator.codeRegister',
    actoridentificatorCodeSoortObjectId: 'actoridentificator.codeSoortObjectId',
  },
};

/** One contact with a customer; `referentienummer` is unique and the anchor for a safe retry. */
export const KLANTCONTACT: KlantResource = {
  kind: KLANTCONTACTEN,
  fields: {
    referentienummer: REFERENTIENUMMER,
    kanaal: field.required(field.text(50)),
    onderwerp: field.required(field.text(200)),
    inhoud: field.text(1000),
    reactie: field.text(4000),
    indicatieContactGelukt: { ...field.flag(null), nullable: true },
    hoofdOnderwerpType: field.address(),
    verdereActieOndernomen: field.flag(),
    taal: field.required(field.text(3)),
    vertrouwelijk: { ...field.flag(), required: true },
    plaatsgevondenOp: field.optional(field.instant()),
    metadata: METADATA,
  },
  references: {},
  filters: {
    referentienummer: 'referentienummer',
    kanaal: 'kanaal',
    onderwerp: 'onderwerp',
    vertrouwelijk: 'vertrouwelijk',
    indicatieContactGelukt: 'indicatieContactGelukt',
    hadBetrokkene__uuid: someReferrer(BETROKKENEN, 'hadKlantcontact.uuid', holds('uuid')),
    hadBetrokkene__wasPartij__uuid: someReferrer(
      BETROKKENEN,
      'hadKlantcontact.uuid',
      holds('wasPartij.uuid'),
    ),
    hadBetrokkene__wasPartij__partijIdentificator__objectId: customerIdentifiedBy('objectId'),
    hadBetrokkene__wasPartij__partijIdentificator__codeSoortObjectId:
      customerIdentifiedBy('codeSoortObjectId'),
    onderwerpobject__uuid: someReferrer(ONDERWERPOBJECTEN, 'klantcontact.uuid', holds('uuid')),
    onderwerpobject__onderwerpobjectidentificatorObjectId: someReferrer(
      ONDERWERPOBJECTEN,
      'klantcontact.uuid',
      holds('onderwerpobjectidentificator.objectId'),
    ),
  },
  initial: (world) => ({ nummer: null, plaatsgevondenOp: instantText(world.clock.now()) }),
  rules: (world, contact, current) => uniqueNumber(world, 'klantcontact', contact, current),
  view: (world, contact) => ({
    ...contact,
    gingOverOnderwerpobjecten: mentionsOf(world, ONDERWERPOBJECTEN, 'klantcontact.uuid', contact.uuid),
    hadBetrokkenActoren: world.store
      .list('klantinteracties/actorklantcontacten', { 'klantcontact.uuid': textOf(contact.uuid) })
      .map((tie) => world.store.byUuid(ACTOREN, textOf(objectOf(tie.actor).uuid)) ?? {}),
    omvatteBijlagen: [],
    hadBetrokkenen: mentionsOf(world, BETROKKENEN, 'hadKlantcontact.uuid', contact.uuid),
    leiddeTotInterneTaken: mentionsOf(
      world,
      'klantinteracties/internetaken',
      'aanleidinggevendKlantcontact.uuid',
      contact.uuid,
    ),
  }),
};

/** Which actor took part in which contact. */
export const ACTORKLANTCONTACT: KlantResource = {
  kind: 'klantinteracties/actorklantcontacten',
  fields: { actor: required(), klantcontact: required() },
  references: { actor: ACTOREN, klantcontact: KLANTCONTACTEN },
  filters: {
    actor__uuid: 'actor.uuid',
    actor__url: 'actor.url',
    klantcontact__uuid: 'klantcontact.uuid',
    klantcontact__url: 'klantcontact.url',
  },
};

/** What a contact was about, for example a zaak. */
export const ONDERWERPOBJECT: KlantResource = {
  kind: ONDERWERPOBJECTEN,
  fields: {
    klantcontact: reference(),
    wasKlantcontact: reference(),
    onderwerpobjectidentificator: OBJECT_IDENTIFICATION,
  },
  references: { klantcontact: KLANTCONTACTEN, wasKlantcontact: KLANTCONTACTEN },
  filters: {
    klantcontact__uuid: 'klantcontact.uuid',
    klantcontact__url: 'klantcontact.url',
    onderwerpobjectidentificatorObjectId: 'onderwerpobjectidentificator.objectId',
    onderwerpobjectidentificatorCodeObjecttype: 'onderwerpobjectidentificator.codeObjecttype',
    onderwerpobjectidentificatorCodeRegister: 'onderwerpobjectidentificator.codeRegister',
    onderwerpobjectidentificatorCodeSoortObjectId: 'onderwerpobjectidentificator.codeSoortObjectId',
  },
};

/** Work that a contact leaves behind for a colleague. */
export const INTERNETAAK: KlantResource = {
  kind: 'klantinteracties/internetaken',
  fields: {
    referentienummer: REFERENTIENUMMER,
    gevraagdeHandeling: field.required(field.text(200)),
    aanleidinggevendKlantcontact: required(),
    toegewezenAanActoren: { ...field.listOf(reference()), required: true },
    toelichting: field.text(1000),
    status: field.required(field.choice('te_verwerken', 'verwerkt')),
    afgehandeldOp: field.nullable(field.instant()),
  },
  references: { aanleidinggevendKlantcontact: KLANTCONTACTEN, toegewezenAanActoren: ACTOREN },
  filters: {
    referentienummer: 'referentienummer',
    status: 'status',
    aanleidinggevendKlantcontact__uuid: 'aanleidinggevendKlantcontact.uuid',
    klantcontact__uuid: 'aanleidinggevendKlantcontact.uuid',
    klantcontact__referentienummer: referred(
      KLANTCONTACTEN,
      'aanleidinggevendKlantcontact',
      holds('referentienummer'),
    ),
  },
  initial: (world) => ({ nummer: null, toegewezenOp: instantText(world.clock.now()) }),
  rules: (world, task, current) => uniqueNumber(world, 'internetaak', task, current),
  view: (_, task) => {
    const actoren = Array.isArray(task.toegewezenAanActoren) ? task.toegewezenAanActoren : [];
    return { ...task, ...(actoren.length > 0 && { toegewezenAanActor: actoren[0] }) };
  },
};

function required(): field.Field {
  return { ...reference(), required: true, nullable: false };
}

function customerIdentifiedBy(part: string): ReturnType<typeof holds> {
  return someReferrer(
    BETROKKENEN,
    'hadKlantcontact.uuid',
    referred(PARTIJEN, 'wasPartij', identifiedPartij(part)),
  );
}

function uniqueNumber(
  world: World,
  series: string,
  resource: Readonly<Record<string, unknown>>,
  current?: Readonly<Record<string, unknown>>,
): void {
  const number = resource.referentienummer;
  if (typeof number !== 'string' || number === '' || number === current?.referentienummer) return;
  if (!world.store.claim(`${series}:${number}`))
    throw invalidField('referentienummer', 'unique', 'Dit referentienummer bestaat al.');
}
