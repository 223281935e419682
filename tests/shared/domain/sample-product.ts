import { Product } from '../../../shared/domain/product.ts';

/** A product with every kind of step, for tests of the rules. */
export const SAMPLE = Product.parse({
  id: 'voorbeeld',
  name: 'Voorbeeld',
  shortName: 'Voorbeeld',
  ticketGroup: 'O',
  zaaktype: 'BALIE-VOORBEELD',
  resultaattype: 'Verleend',
  visits: 2,
  term: { workingDays: 5, note: 'Klaar na 5 werkdagen.' },
  mustAppear: 'De aanvrager komt zelf.',
  bring: [],
  variants: [
    { id: 'volwassene', name: 'Volwassene', minAge: 18 },
    { id: 'kind', name: 'Kind', minAge: 12, maxAge: 17 },
  ],
  eigenschappen: { verhuisdatum: { field: 'datum' } },
  informatieobjecttypen: ['Pasfoto', 'Handtekening', 'Verklaring'],
  rules: { minAge: 4, inPerson: true, refuseWhenDeceased: true },
  steps: [
    {
      kind: 'checklist',
      items: [
        { id: 'gezien', text: 'Gezien.' },
        { id: 'extra', text: 'Extra.', required: false },
      ],
    },
    {
      kind: 'form',
      fields: [
        { id: 'naam', label: 'Naam', type: 'text', required: true, maxLength: 10 },
        { id: 'datum', label: 'Datum', type: 'date' },
        { id: 'aantal', label: 'Aantal', type: 'number' },
        { id: 'postcode', label: 'Postcode', type: 'postcode' },
        { id: 'telefoon', label: 'Telefoon', type: 'phone' },
        { id: 'email', label: 'E-mail', type: 'email' },
        { id: 'akkoord', label: 'Akkoord', type: 'checkbox', required: true },
        {
          id: 'soort',
          label: 'Soort',
          type: 'select',
          options: [
            { value: 'een', label: 'Een' },
            { value: 'twee', label: 'Twee' },
          ],
        },
      ],
    },
    { kind: 'consent', untilAge: 18, text: 'Iedereen met gezag geeft toestemming.' },
    { kind: 'photo', advice: 'Kijk naar de foto.' },
    { kind: 'signature', what: 'De aanvrager tekent.' },
    { kind: 'document', template: 'verhuisbericht', title: 'Bewijs', informatieobjecttype: 'Verklaring' },
    { kind: 'payment' },
    { kind: 'note' },
  ],
});
