/** Texts of the appointments. */
export const agenda = {
  title: 'Afspraken van vandaag',
  search: 'Zoek een afspraak',
  searchHow:
    'Afspraaknummer, QR-code, BSN, naam of tijd. Is er één afspraak? Dan meldt Enter de bezoeker aan.',
  list: 'Afspraken, op tijd',
  none: 'Er zijn vandaag geen afspraken.',
  notFound: 'Er is vandaag geen afspraak die hierbij past. Geef een nummer zonder afspraak met Shift F3.',
  noName: 'zonder naam',
  persons_one: '{{count}} persoon',
  persons_other: '{{count}} personen',
  state: {
    expected: 'nog niet aangemeld',
    late: '{{minutes}} min te laat',
    missed: 'niet gekomen',
    waiting: 'wacht: {{number}}',
    called: 'opgeroepen: {{number}}',
    noShow: 'niet verschenen: {{number}}',
    finished: 'geholpen: {{number}}',
  },
  checkedIn: '{{number}} is aangemeld voor de afspraak van {{time}}.',
  undoTitle: 'Aanmelding van {{number}} ongedaan maken?',
  undoBody:
    '{{number}} gaat uit de wachtrij. De afspraak van {{time}} blijft staan en kan opnieuw worden aangemeld, met een nieuw nummer.',
  undo: 'Ongedaan maken',
  keep: 'Laten staan',
  undone: 'De aanmelding van {{number}} is ongedaan gemaakt.',
  already: 'Deze afspraak is al aangemeld. Het nummer is {{number}}.',
  away: 'De agenda is nu niet bereikbaar',
  asOf: 'U ziet de afspraken zoals ze om {{time}} waren. Aanmelden kan gewoon. Wie er later bij kwam, geeft u een nummer zonder afspraak.',
  neverRead: 'Er zijn nog geen afspraken gelezen. Geef de bezoeker een nummer zonder afspraak.',
  problems: 'Niet alles in de agenda kon worden gebruikt. Geef dit door aan IT.',
};
