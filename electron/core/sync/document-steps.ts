import { toDutchOffset } from '../../../shared/domain/dates.ts';
import type { Signed } from '../../../shared/domain/step-data.ts';
import type { Document, DocumentRequest, ZaaktypeVersion } from '../central/index.ts';
import type { AttachmentRecord } from '../records.ts';
import { dayAtServer } from './moments.ts';
import {
  impossible,
  NONE,
  ours,
  type Step,
  type StepData,
  type StepResult,
  stranger,
  type Together,
} from './step.ts';
import { field, typeOf, type ZaakContext } from './zaak-context.ts';
import { zaakOf } from './zaak-step.ts';

type Vertrouwelijkheid = NonNullable<DocumentRequest['vertrouwelijkheidaanduiding']>;
const LEVELS: readonly Vertrouwelijkheid[] = [
  'openbaar',
  'beperkt_openbaar',
  'intern',
  'zaakvertrouwelijk',
  'vertrouwelijk',
  'confidentieel',
  'geheim',
  'zeer_geheim',
];

/** Our own identificatie of a document: at most 40 characters, the same in every repeat, unique over all visits. */
function identificatieOf({ transaction }: ZaakContext, index: number): string {
  return `${transaction.transactionId}-D${String(index + 1).padStart(2, '0')}`.slice(-40);
}

/** The documents that have our identificatie: one, when it was made. */
export function documentsOf(
  context: ZaakContext,
  index: number,
): ReturnType<ZaakContext['zgw']['documenten']['find']> {
  return context.zgw.documenten.find(context.rsin, identificatieOf(context, index));
}

/** Stores a document, whole. The steps `document` and `koppeling` with the same number belong together. */
export function document(context: ZaakContext, attachment: AttachmentRecord, index: number): Step {
  const { documenten } = context.zgw;
  const identificatie = identificatieOf(context, index);
  return {
    name: `document:${index}`,
    system: 'documenten',
    needsClock: true,
    find: async () => {
      const found = await documentsOf(context, index);
      if (!found.ok) return found;
      const [given] = found.value;
      if (!given) return NONE;
      const sum = given.integriteit?.waarde;
      const same = sum ? sum === attachment.sha256 : given.bestandsomvang === attachment.bytes;
      return same ? ours(madeDocument(given)) : stranger('documentNumberTaken', { document: identificatie });
    },
    make: async () => {
      const whole = await wholeDocument(context, attachment, index);
      if (!whole.ok) return whole;
      const made = await documenten.create(whole.value.body, whole.value.content);
      return made.ok ? { ok: true, value: madeDocument(made.value) } : made;
    },
  };
}

/** What is stored of a document that was made; `lock` tells that its parts must follow, also when it is empty. */
export function madeDocument({ url, lock, bestandsdelen: [part] }: Document): StepData {
  return part || lock ? { url, lock: lock || part?.lock || '' } : { url };
}

/** Stores a document and links it to the zaak by one call, where the server offers it. */
export function registration(context: ZaakContext, attachment: AttachmentRecord, index: number): Together {
  return {
    call: 'document_registreren',
    steps: [`document:${index}`, `koppeling:${index}`],
    make: async () => {
      const whole = await wholeDocument(context, attachment, index);
      if (!whole.ok) return whole;
      const { body, content } = whole.value;
      const relation = { zaak: zaakOf(context).url, titel: relationTitle(attachment) };
      const made = await context.zgw.documenten.register(body, content, relation);
      if (!made.ok) return made;
      const { enkelvoudiginformatieobject: stored, zaakinformatieobject: linked } = made.value;
      return { ok: true, value: [{ url: stored.url }, { url: linked.url }] };
    },
  };
}

interface WholeDocument {
  readonly body: DocumentRequest;
  readonly content: Uint8Array;
}

/** A document with its content, ready to send. */
export async function wholeDocument(
  context: ZaakContext,
  attachment: AttachmentRecord,
  index: number,
): Promise<StepResult<WholeDocument>> {
  const content = context.attachment(attachment.attachmentId);
  if (!content) return impossible('attachmentGone', { title: attachment.titel });
  let type: ZaaktypeVersion['informatieobjecttypen'][number] | undefined;
  const url = await typeOf(
    context,
    ({ informatieobjecttypen }) => {
      type = informatieobjecttypen.find(
        ({ omschrijving }) => omschrijving === attachment.informatieobjecttype,
      );
      return type;
    },
    { part: 'informatieobjecttype', name: attachment.informatieobjecttype },
  );
  if (!url.ok) return url;
  const identificatie = identificatieOf(context, index);
  const level = type?.vertrouwelijkheidaanduiding;
  const body = documentRequest(context, attachment, identificatie, url.value, level);
  return { ok: true, value: { body, content } };
}

function relationTitle({ titel }: AttachmentRecord): string {
  return titel.slice(0, 200);
}

/** Links the document to the zaak; the pair is unique. */
export function koppeling(
  context: ZaakContext,
  attachment: AttachmentRecord,
  index: number,
  documentUrl: () => string,
): Step {
  const { zaken } = context.zgw;
  return {
    name: `koppeling:${index}`,
    system: 'zaken',
    find: async () => {
      const found = await zaken.informatieobjecten(zaakOf(context).url, documentUrl());
      if (!found.ok) return found;
      const [given] = found.value;
      return given ? ours({ url: given.url }) : NONE;
    },
    make: async () => {
      const body = {
        zaak: zaakOf(context).url,
        informatieobject: documentUrl(),
        titel: relationTitle(attachment),
      };
      const made = await zaken.addInformatieobject(body);
      return made.ok ? { ok: true, value: { url: made.value.url } } : made;
    },
  };
}

/** What a signature is bound to, in words: who has the answers can recompute it. */
function signedText({ at, how, padSerial, textSha256, documentSha256 }: Signed): string {
  const on =
    how === 'pad'
      ? `op een handtekeningpad${padSerial === null ? '' : ` (${padSerial})`}`
      : 'op het scherm of op papier';
  const paper = documentSha256 === null ? '' : ` SHA-256 van het document dat voorlag: ${documentSha256}.`;
  return `Getekend op ${toDutchOffset(new Date(at))}, ${on}. SHA-256 van de tekst waarvoor is getekend: ${textSha256}.${paper}`;
}

function documentRequest(
  context: ZaakContext,
  attachment: AttachmentRecord,
  identificatie: string,
  informatieobjecttype: string,
  level: string | undefined,
): DocumentRequest {
  const { visit, rsin, now } = context;
  const day = dayAtServer(visit.day, context.serverTime('documenten'), now());
  const vertrouwelijkheidaanduiding = LEVELS.find((each) => each === level);
  return {
    identificatie,
    bronorganisatie: rsin,
    creatiedatum: day,
    titel: attachment.titel.slice(0, 200),
    auteur: visit.clerk.name.slice(0, 200),
    taal: 'nld',
    formaat: attachment.formaat,
    bestandsnaam: attachment.bestandsnaam.slice(0, 255),
    informatieobjecttype,
    status: 'definitief',
    // Null would block the eindstatus (drc-006).
    indicatieGebruiksrecht: false,
    ...(vertrouwelijkheidaanduiding && { vertrouwelijkheidaanduiding }),
    ...(attachment.signed && { beschrijving: signedText(attachment.signed) }),
    integriteit: { algoritme: 'sha_256', waarde: attachment.sha256, datum: day },
  };
}

/** The address that the step `document` with this number was answered. */
export function documentUrlOf(
  answer: (step: string) => Readonly<Record<string, string>>,
  index: number,
): string {
  return field(answer(`document:${index}`), 'url');
}
