import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { DocumentTemplate } from '../../../shared/domain/product-steps.ts';
import type { DocumentInput } from './document-input.ts';

/** The fixed words of one kind of document, around the lines about the person and the request. */
export interface TemplateText {
  readonly intro: string;
  readonly personHeading: string;
  readonly fieldsHeading: string;
  readonly statements: readonly string[];
  /** Above the signature of the visitor. */
  readonly signatureHeading: string;
  /** True when the paper carries the signature of the clerk and the seal of the municipality. */
  readonly sealed: boolean;
  /** True when the burgerservicenummer belongs on it: only on what the municipality itself works with. */
  readonly showsBsn: boolean;
}

type Words = (place: { readonly municipality: string; readonly day: string }) => TemplateText;

const TEMPLATES: Readonly<Record<DocumentTemplate, Words>> = {
  'brp-uittreksel': ({ municipality, day }) => ({
    intro: `${municipality} verklaart dat deze gegevens op ${day} zo in de basisregistratie personen (BRP) staan.`,
    personHeading: 'Gegevens in de BRP',
    fieldsHeading: 'Over dit uittreksel',
    statements: [
      'Het uittreksel is meegegeven aan de persoon zelf, of aan iemand met een schriftelijke machtiging.',
      'Gegevens in de BRP kunnen na deze datum veranderen.',
    ],
    signatureHeading: 'Handtekening van de aanvrager',
    sealed: true,
    showsBsn: false,
  }),
  akte: ({ municipality, day }) => ({
    intro: `Op ${day} is bij ${municipality} een afschrift aangevraagd van de akte hieronder.`,
    personHeading: 'Aanvrager',
    fieldsHeading: 'Akte van de burgerlijke stand',
    statements: [
      'Deze bevestiging is geen akte en geen afschrift. Het afschrift zelf is gemaakt en getekend door de ambtenaar van de burgerlijke stand.',
    ],
    signatureHeading: 'Handtekening van de aanvrager',
    sealed: false,
    showsBsn: false,
  }),
  verhuisbericht: ({ municipality, day }) => ({
    intro: `Op ${day} is deze verhuizing aan de balie van ${municipality} aangegeven.`,
    personHeading: 'Wie aangeeft',
    fieldsHeading: 'Verhuizing',
    statements: [
      'De gemeente verwerkt de aangifte in de basisregistratie personen (BRP). Tot die tijd staat het oude adres er nog.',
      'Dit bewijs is geen uittreksel uit de BRP.',
      'Wie tekent, verklaart dat de gegevens over de verhuizing kloppen.',
    ],
    signatureHeading: 'Handtekening van de aangever',
    sealed: false,
    showsBsn: true,
  }),
  'legalisatie-verklaring': ({ municipality, day }) => ({
    intro: `${municipality} verklaart dat de persoon hieronder op ${day} aan de balie heeft getekend, in het bijzijn van een medewerker.`,
    personHeading: 'Wie heeft getekend',
    fieldsHeading: 'Document waarop is getekend',
    statements: [
      'De identiteit van deze persoon is vastgesteld. De handtekening is vergeleken met die in het identiteitsbewijs.',
      'Legalisatie gaat alleen over de handtekening. De gemeente zegt hiermee niets over de inhoud van het document.',
    ],
    signatureHeading: 'De handtekening die is gelegaliseerd',
    sealed: true,
    showsBsn: false,
  }),
  'gewaarmerkt-afschrift': ({ municipality, day }) => ({
    intro: `${municipality} verklaart dat de kopie bij dit blad gelijk is aan het origineel dat op ${day} aan de balie is getoond.`,
    personHeading: 'Wie het origineel toonde',
    fieldsHeading: 'Document',
    statements: [
      'Dit waarmerk geldt alleen samen met de kopie waar het aan vastzit.',
      'De gemeente heeft niet onderzocht of het origineel echt is en of de inhoud klopt.',
    ],
    signatureHeading: 'Handtekening van de aanvrager',
    sealed: true,
    showsBsn: false,
  }),
  'verklaring-vermissing': ({ municipality, day }) => ({
    intro: `Op ${day} is aan de balie van ${municipality} verklaard dat het reisdocument hieronder vermist is.`,
    personHeading: 'Houder van het document',
    fieldsHeading: 'Vermist reisdocument',
    statements: [
      'Ik heb deze verklaring naar waarheid afgelegd.',
      'Ik weet dat het document ongeldig wordt en ongeldig blijft, ook als ik het terugvind. Vind ik het terug, dan lever ik het in bij de gemeente.',
    ],
    signatureHeading: 'Handtekening van de houder',
    sealed: false,
    showsBsn: true,
  }),
};

/** The words of the document's template, with the municipality and the day filled in. */
export function templateText(input: DocumentInput): TemplateText {
  return TEMPLATES[input.template]({
    municipality: input.municipality.name,
    day: formatDutchDate(input.day),
  });
}
