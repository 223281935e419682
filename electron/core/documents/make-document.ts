import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { DocumentError } from './document-input.ts';
import type { DocumentInput, DocumentPerson, DocumentRow } from './document-input.ts';
import type { DocumentFonts } from './fonts.ts';
import { openSheet } from './sheet.ts';
import { templateText } from './templates.ts';

const FROM_DOCUMENT = 'De gegevens van de persoon zijn overgenomen van het identiteitsbewijs dat is getoond.';

function personRows(person: DocumentPerson, showsBsn: boolean): readonly DocumentRow[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Naam', person.fullName],
    ['Geboortedatum', person.birthDate === undefined ? undefined : formatDutchDate(person.birthDate)],
    ['Geboorteplaats', person.birthPlace],
    ['Geslacht', person.sex],
    ['Nationaliteit', person.nationality],
    ['Adres', person.address?.join('\n')],
    ['Burgerservicenummer', showsBsn ? person.burgerservicenummer : undefined],
  ];
  return lines.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

/**
 * Makes the document as a PDF/A-2b of one or more A4 pages. Equal input gives equal bytes: the dates inside the file are
 * the day of the document. Rejects with a DocumentError when an uittreksel is asked of a person the BRP did not confirm,
 * when no font has a character, or when the signature is not a PNG.
 */
export async function makeDocument(input: DocumentInput, fonts: DocumentFonts): Promise<Uint8Array> {
  if (input.template === 'brp-uittreksel' && input.person.source !== 'brp') {
    throw new DocumentError('notVerified', 'person.source: an uittreksel needs data from the BRP');
  }
  const text = templateText(input);
  const sheet = await openSheet(fonts, {
    title: input.title,
    municipality: input.municipality.name,
    number: input.number,
    created: new Date(`${input.day}T12:00:00Z`),
    practice: input.practice === true,
  });
  sheet.title(input.title);
  sheet.paragraph(text.intro);
  sheet.rows([
    { label: 'Nummer', value: input.number },
    { label: 'Datum', value: formatDutchDate(input.day) },
    ...(text.sealed ? [] : [{ label: 'Medewerker', value: input.clerk }]),
  ]);
  sheet.heading(text.personHeading);
  sheet.rows(personRows(input.person, text.showsBsn));
  if (input.fields.length > 0) {
    sheet.heading(text.fieldsHeading);
    sheet.rows(input.fields);
  }
  const statements =
    input.person.source === 'document' ? [...text.statements, FROM_DOCUMENT] : text.statements;
  const { signaturePng: png } = input;
  sheet.closing('Verklaring', statements, {
    ...(png === undefined
      ? {}
      : { visitor: { heading: text.signatureHeading, png, name: input.person.fullName } }),
    ...(text.sealed ? { clerk: { heading: `Namens ${input.municipality.name}`, name: input.clerk } } : {}),
  });
  return sheet.finish();
}
