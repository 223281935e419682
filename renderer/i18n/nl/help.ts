import type { KeyAction } from '../../keys/keys.ts';

/** Texts of the help: what each key does. */
export const help = {
  title: 'Hulp: alle toetsen',
  group: { hall: 'Wachtrij', visit: 'Bezoek', window: 'Venster' },
  note: 'Met Tab gaat u naar het volgende veld, met Shift en Tab terug. Met Esc sluit u een venster. In lijsten kiest u met de pijltjes en Enter.',
  display: 'Adres van het scherm in de wachtruimte:',
  key: {
    help: 'Deze hulp',
    callNext: 'Volgende bezoeker oproepen',
    startWithoutTicket: 'Bezoeker zonder nummer helpen',
    recall: 'Nummer nog een keer oproepen',
    issueTicket: 'Nummer geven',
    noShow: 'Bezoeker is niet gekomen',
    noShowList: 'Wie is niet gekomen vandaag',
    putBack: 'Terugzetten in de wachtrij',
    addProduct: 'Product toevoegen',
    devices: 'Apparaten',
    identify: 'Persoon zoeken zonder document',
    sync: 'Verzending naar het zaaksysteem',
    finish: 'Klaar: bezoek afronden',
    cancelVisit: 'Bezoek beëindigen zonder product',
    practice: 'Oefenpaneel (alleen in de oefenmodus)',
    undo: 'Laatste handeling in de wachtrij ongedaan maken',
    previousStep: 'Vorige stap',
    nextStep: 'Volgende stap',
    lock: 'Scherm vergrendelen',
    userMenu: 'Uw menu',
    goToQueue: 'Naar de wachtrij',
    goToVisit: 'Naar het bezoek',
    goToAside: 'Naar het overzicht van vandaag',
  } satisfies Record<KeyAction, string>,
};
