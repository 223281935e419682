export { DocumentError } from './document-input.ts';
export type { DocumentInput, DocumentPerson, DocumentRow } from './document-input.ts';
export { loadDocumentFonts } from './fonts.ts';
export type { DocumentFonts } from './fonts.ts';
export { formRows } from './form-rows.ts';
export { makeDocument } from './make-document.ts';
