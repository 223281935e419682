import { z } from 'zod';
import type { Answer } from '../central-error.ts';
import type { components } from '../generated/documenten.ts';
import type { JsonApi } from '../json-api.ts';
import { allPages } from '../pages.ts';
import { mayCreate } from './may-create.ts';

/** What is told of a document beside its content. */
export type DocumentRequest = Omit<
  components['schemas']['EnkelvoudigInformatieObjectCreateLockRequest'],
  'inhoud' | 'bestandsomvang'
>;

/** How a document is tied to a zaak when both are made at once. */
export type RelationRequest = components['schemas']['ZaakInformatieObjectSubRequest'];

const Document = z.object({
  url: z.url(),
  identificatie: z.string().default(''),
  bestandsomvang: z.number().nullish(),
  integriteit: z.object({ waarde: z.string().nullish() }).nullish(),
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
  create(body: DocumentRequest, content: Uint8Array): Promise<Answer<Document>>;
  /** `document_registreren`: the document and its tie to a zaak, all or nothing. Open Zaak only, experimental. */
  register(
    body: DocumentRequest,
    content: Uint8Array,
    relation: RelationRequest,
  ): Promise<Answer<z.infer<typeof Registered>>>;
}

/** See `Documenten`. */
export function createDocumenten(api: JsonApi): Documenten {
  return {
    find: (bronorganisatie, identificatie) =>
      allPages(api, '/enkelvoudiginformatieobjecten', Document, {
        query: { bronorganisatie, identificatie },
      }),
    mayCreate: (informatieobjecttype) =>
      mayCreate(api, '/enkelvoudiginformatieobjecten', { informatieobjecttype }),
    create: (body, content) =>
      api.post('/enkelvoudiginformatieobjecten', documentBody(body, content), Document),
    register: (body, content, relation) => {
      const before = `{"zaakinformatieobject":${JSON.stringify(relation)},"enkelvoudiginformatieobject":`;
      return api.post('/document_registreren', documentBody(body, content, [before, '}']), Registered, {
        made: ({ enkelvoudiginformatieobject }) => enkelvoudiginformatieobject.url,
      });
    },
  };
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
