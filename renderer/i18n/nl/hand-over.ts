/** Texts of handing over to a colleague, and of a complaint, report or idea. */
export const handOver = {
  title: 'Overdragen',
  target: 'Overdragen aan',
  choose: 'Kies een afdeling, groep of collega',
  kind: { afdeling: 'afdeling', groep: 'groep', medewerker: 'collega' },
  term_zero: 'hoort vandaag nog iets',
  term_one: 'hoort binnen {{count}} werkdag iets',
  term_other: 'hoort binnen {{count}} werkdagen iets',
  withoutTarget: 'Zonder keuze staat alleen uw notitie bij het contact; niemand krijgt een taak.',
  callBack: 'De bezoeker wil teruggebeld worden',
  phone: 'Telefoonnummer',
  phoneWrong: 'Dit nummer kan niet. Typ tien cijfers, of een buitenlands nummer dat begint met +.',
  signal: 'Klacht, melding of idee',
  signalKind: { none: 'Geen', klacht: 'Klacht', melding: 'Melding', idee: 'Idee' },
  signalText: 'Wat wil de bezoeker laten weten? (verplicht)',
  signalApart: 'Dit komt als apart contact bij de gemeente binnen.',
};
