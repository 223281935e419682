import { randomUUID } from 'node:crypto';
import { dutchDay, instantText } from '../dates.ts';
import * as field from '../fields.ts';
import { type JsonObject, textOf } from '../json.ts';
import { invalidField, invalidTogether } from '../problem.ts';
import type { Kind } from '../resource-store.ts';
import { addResource, resolve, type World } from '../world.ts';
import { planParts } from './bestandsdelen.ts';

/** The collection of documents. */
export const DOCUMENTS: Kind = 'documenten/enkelvoudiginformatieobjecten';

const DOCUMENT_FIELDS: field.Fields = {
  identificatie: field.text(40),
  bronorganisatie: field.required(field.elevenTest()),
  creatiedatum: field.required(field.day()),
  titel: field.required(field.text(200)),
  vertrouwelijkheidaanduiding: field.text(20),
  auteur: field.required(field.text(200)),
  status: field.choice('in_bewerking', 'ter_vaststelling', 'definitief', 'gearchiveerd'),
  formaat: field.text(255),
  taal: field.required(field.text(3, /^[a-z]{3}$/)),
  bestandsnaam: field.text(255),
  inhoud: field.nullable(field.text(Number.MAX_SAFE_INTEGER, /^[A-Za-z0-9+/]*={0,2}$/)),
  bestandsomvang: field.nullable(field.count()),
  link: field.text(200),
  beschrijving: field.text(1000),
  ontvangstdatum: field.nullable(field.day()),
  verzenddatum: field.nullable(field.day()),
  indicatieGebruiksrecht: { ...field.flag(null), nullable: true },
  verschijningsvorm: field.text(Number.MAX_SAFE_INTEGER),
  ondertekening: field.nullable(
    field.group({
      soort: field.required(field.choice('analoog', 'digitaal', 'pki')),
      datum: field.required(field.day()),
    }),
  ),
  integriteit: field.nullable(
    field.group({
      algoritme: field.required(field.text(20)),
      waarde: field.required(field.text(128)),
      datum: field.required(field.day()),
    }),
  ),
  informatieobjecttype: field.required(field.address()),
  trefwoorden: field.listOf(field.text(100)),
};

/**
 * Makes a document. With `inhoud` it is whole at once; with `inhoud: null` and a `bestandsomvang` it is made locked,
 * with bestandsdelen of at most `partSize` bytes to upload.
 */
export function createDocument(world: World, body: JsonObject, partSize: number): JsonObject {
  const fields = field.readFields(DOCUMENT_FIELDS, body);
  const type = resolve(
    world,
    'catalogi/informatieobjecttypen',
    fields.informatieobjecttype,
    'informatieobjecttype',
  );
  if (type.concept === true)
    throw invalidField(
      'informatieobjecttype',
      'not-published',
      'Het informatieobjecttype is niet gepubliceerd.',
    );
  const bytes = contentOf(fields);
  const identificatie = textOf(fields.identificatie) || nextNumber(world);
  if (!world.store.claim(`document:${textOf(fields.bronorganisatie)}:${identificatie}`))
    throw invalidField(
      'identificatie',
      'identificatie-niet-uniek',
      'Deze identificatie bestaat al voor deze bronorganisatie',
    );
  const size = typeof fields.bestandsomvang === 'number' ? fields.bestandsomvang : null;
  const inParts = bytes === undefined && size !== null && size > 0;
  const document = addResource(world, DOCUMENTS, {
    ...fields,
    identificatie,
    vertrouwelijkheidaanduiding:
      textOf(fields.vertrouwelijkheidaanduiding) || textOf(type.vertrouwelijkheidaanduiding),
    inhoud: null,
    bestandsomvang: bytes?.length ?? size,
    versie: 1,
    beginRegistratie: instantText(world.clock.now()),
    lock: inParts ? newLock() : '',
  });
  if (bytes) world.store.putContent(textOf(document.uuid), bytes);
  if (inParts) planParts(world, document, partSize);
  return document;
}

/** Changes a document; its lock must be held and named, and the result is a new version. */
export function updateDocument(world: World, document: JsonObject, body: JsonObject): JsonObject {
  assertLock(document, body.lock);
  if (body.identificatie !== undefined && body.identificatie !== document.identificatie)
    throw invalidField('identificatie', 'wijzigen-niet-toegelaten', 'Dit veld mag niet gewijzigd worden.');
  const changed = field.patchFields(DOCUMENT_FIELDS, { ...document, inhoud: null }, body);
  if (textOf(body.inhoud) !== '') {
    const bytes = contentOf(changed);
    if (bytes) world.store.putContent(textOf(document.uuid), bytes);
  }
  const version = typeof document.versie === 'number' ? document.versie + 1 : 1;
  const kept = {
    ...changed,
    inhoud: null,
    versie: version,
    beginRegistratie: instantText(world.clock.now()),
  };
  world.store.replace(DOCUMENTS, kept);
  return kept;
}

/** Locks a document for changing and returns it with the new lock; 400 `existing-lock` if somebody else has it. */
export function lockDocument(world: World, document: JsonObject): JsonObject {
  if (textOf(document.lock) !== '') throw invalidTogether('existing-lock', 'Het document is al gelockt.');
  const locked = { ...document, lock: newLock() };
  world.store.replace(DOCUMENTS, locked);
  return locked;
}

/** Refuses a change of a document without its lock, each case under its own code. */
export function assertLock(document: JsonObject, lock: JsonObject[string] | undefined): void {
  if (textOf(document.lock) === '') throw invalidTogether('unlocked', 'Het document is niet gelockt.');
  if (textOf(lock) === '') throw invalidField('lock', 'missing-lock-id', 'Dit is een verplicht veld.');
  if (lock !== document.lock) throw invalidTogether('incorrect-lock-id', 'Lock id is niet correct.');
}

/** The bytes a client sent inline; 400 `file-size` if they are not as many as it says. */
function contentOf(fields: JsonObject): Buffer | undefined {
  if (typeof fields.inhoud !== 'string') return undefined;
  const bytes = Buffer.from(fields.inhoud, 'base64');
  if (fields.bestandsomvang !== null && fields.bestandsomvang !== bytes.length)
    throw invalidTogether('file-size', 'De bestandsomvang komt niet overeen met de inhoud.');
  return bytes;
}

function newLock(): string {
  return randomUUID().replaceAll('-', '');
}

function nextNumber(world: World): string {
  const number = String(world.store.next('documentnummer')).padStart(10, '0');
  return `DOCUMENT-${dutchDay(world.clock.now()).slice(0, 4)}-${number}`;
}
