import type { DocumentTemplate } from '../../../shared/domain/product-steps.ts';

/** A label with its value, as one line of a document. */
export interface DocumentRow {
  readonly label: string;
  readonly value: string;
}

/** The person the document is about. Dates are YYYY-MM-DD (00 for unknown parts) or already in words. */
export interface DocumentPerson {
  readonly fullName: string;
  readonly birthDate?: string | undefined;
  readonly birthPlace?: string | undefined;
  readonly sex?: string | undefined;
  readonly nationality?: string | undefined;
  /** The lines of the address, from street to country. */
  readonly address?: readonly string[] | undefined;
  /** Printed only on what the municipality itself works with, see the templates. */
  readonly burgerservicenummer?: string | undefined;
  /** `document`: taken over from the identity document while the BRP was away. */
  readonly source: 'brp' | 'document';
}

/** Everything that a document says. Equal input gives equal bytes. */
export interface DocumentInput {
  readonly template: DocumentTemplate;
  readonly title: string;
  readonly municipality: { readonly name: string };
  readonly person: DocumentPerson;
  /** The answers of the form step, see `formRows`. */
  readonly fields: readonly DocumentRow[];
  /** The name of the clerk as it stands under the document. */
  readonly clerk: string;
  /** The day of issue in the Netherlands, YYYY-MM-DD. */
  readonly day: string;
  /** The number of the document, such as the identificatie of the zaak with a suffix. */
  readonly number: string;
  readonly signaturePng?: Uint8Array | undefined;
  /** True in the practice environment: the paper then says that it has no value. */
  readonly practice?: boolean | undefined;
}

/**
 * The document can't be made. `notVerified`: an uittreksel needs data from the BRP, and it was away. `unprintable`: a
 * text holds characters that no font has; `detail` gives their code points, never the text.
 */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: 'notVerified' | 'unprintable' | 'signatureUnreadable';
  readonly detail: string;

  constructor(code: DocumentError['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
