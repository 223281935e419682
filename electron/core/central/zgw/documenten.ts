import { z } from 'zod';
import type { Answer } from '../central-error.ts';
import type { components } from '../generated/documenten.ts';
import type { JsonApi } from '../json-api.ts';
import { allPages } from '../pages.ts';
import { mayCreate, mayOnNothing } from './may-create.ts';

/** What is told of a document beside its content. */
export type DocumentRequest = Omit<
  components['schemas']['EnkelvoudigInformatieObjectCreateLockRequest'],
  'inhoud' | 'bestandsomvang'
>;

/** How a document is tied to a zaak when both are made at once. */
export type RelationRequest = components['schemas']['ZaakInformatieObjectSubRequest'];

const Bestandsdeel = z.object({
  url: z.url(),
  volgnummer: z.int(),
  /** Bytes. */
  omvang: z.int(),
  voltooid: z.boolean(),
  lock: z.string().default(''),
});
export type Bestandsdeel = z.infer<typeof Bestandsdeel>;

const Document = z.object({
  url: z.url(),
  identificatie: z.string().default(''),
  bestandsomvang: z.number().nullish(),
  integriteit: z.object({ waarde: z.string().nullish() }).nullish(),
  locked: z.boolean().default(false),
  /** Told to whoever made or locked it, once. */
  lock: z.string().default(''),
  /** Of what is not whole yet, in order. */
  bestandsdelen: z.array(Bestandsdeel).default([]),
});
export type Document = z.infer<typeof Document>;
const Registered = z.object({
  enkelvoudiginformatieobject: Document,
  zaakinformatieobject: z.object({ url: z.url() }),
});

/** The Documenten API 1.4.2, as far as the counter writes and looks up. */
export interface Documenten {
  find(bronorganisatie: string, identificatie: string): Promise<Answer<readonly Document[]>>;
  /** Whether we may make documents of the type at this address; makes nothing. See `mayCreate`. */
  mayCreate(informatieobjecttype: string): Promise<Answer<boolean>>;
  /** Whether we may change documents and hold their lock, as parts demand; changes nothing. See `mayOnNothing`. */
  mayUpdate(): Promise<Answer<boolean>>;
  mayLock(): Promise<Answer<boolean>>;
  create(body: DocumentRequest, content: Uint8Array): Promise<Answer<Document>>;
  /** Makes a document without its content, which follows in parts; it is locked until then. */
  createInParts(body: DocumentRequest, bytes: number): Promise<Answer<Document>>;
  /** The document at this address. */
  read(url: string): Promise<Answer<Document>>;
  /** Sends one part, exactly `omvang` bytes; again does no harm. */
  putPart(part: Bestandsdeel, lock: string, content: Uint8Array): Promise<Answer<unknown>>;
  /** Joins the parts to the document and unlocks it. */
  unlock(url: string, lock: string): Promise<Answer<unknown>>;
  /** `document_registreren`: the document and its tie to a zaak, all or nothing. Open Zaak only, experimental. */
  register(
    body: DocumentRequest,
    content: Uint8Array,
    relation: RelationRequest,
  ): Promise<Answer<z.infer<typeof Registered>>>;
}

/** No document is called so. */
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** See `Documenten`. */
export function createDocumenten(api: JsonApi): Documenten {
  return {
    find: (bronorganisatie, identificatie) =>
      allPages(api, '/enkelvoudiginformatieobjecten', Document, {
        query: { bronorganisatie, identificatie },
      }),
    mayCreate: (informatieobjecttype) =>
      mayCreate(api, '/enkelvoudiginformatieobjecten', { informatieobjecttype }),
    mayUpdate: async () =>
      mayOnNothing(
        await api.patch(
          `/enkelvoudiginformatieobjecten/${NOWHERE}`,
          { titel: 'WAARMEE-CONTROLE' },
          z.unknown(),
        ),
        api.system,
      ),
    mayLock: async () =>
      mayOnNothing(
        await api.post(`/enkelvoudiginformatieobjecten/${NOWHERE}/lock`, {}, z.unknown()),
        api.system,
      ),
    create: (body, content) =>
      api.post('/enkelvoudiginformatieobjecten', documentBody(body, content), Document),
    createInParts: (body, bytes) =>
      api.post('/enkelvoudiginformatieobjecten', { ...body, inhoud: null, bestandsomvang: bytes }, Document),
    read: (url) => api.get(`/enkelvoudiginformatieobjecten/${idOf(url)}`, Document),
    putPart: (part, lock, content) => {
      const form = new FormData();
      form.set('lock', lock);
      form.set('inhoud', new Blob([Uint8Array.from(content)]), 'deel');
      return api.putForm(`/bestandsdelen/${idOf(part.url)}`, form, Bestandsdeel);
    },
    unlock: (url, lock) =>
      api.post(`/enkelvoudiginformatieobjecten/${idOf(url)}/unlock`, { lock }, z.unknown()),
    register: (body, content, relation) => {
      const before = `{"zaakinformatieobject":${JSON.stringify(relation)},"enkelvoudiginformatieobject":`;
      return api.post('/document_registreren', documentBody(body, content, [before, '}']), Registered, {
        made: ({ enkelvoudiginformatieobject }) => enkelvoudiginformatieobject.url,
      });
    },
  };
}

function idOf(url: string): string {
  return encodeURIComponent(url.split('/').at(-1) ?? '');
}

/**
 * The JSON of a document with its content in base64, between `before` and `after`. The content is written straight into the bytes that are sent: it is
 * never part of a string that must be searched for characters to escape.
 */
export function documentBody(
  body: DocumentRequest,
  content: Uint8Array,
  [before, after]: readonly [string, string] = ['', ''],
): Buffer {
  const head = JSON.stringify({ ...body, bestandsomvang: content.byteLength });
  const opening = `${before}${head.slice(0, -1)},"inhoud":"`;
  const closing = `"}${after}`;
  const base64 = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64');
  const openingBytes = Buffer.byteLength(opening);
  const bytes = Buffer.allocUnsafe(openingBytes + base64.length + closing.length);
  bytes.write(opening, 0, 'utf8');
  bytes.write(base64, openingBytes, 'latin1');
  bytes.write(closing, openingBytes + base64.length, 'latin1');
  return bytes;
}
