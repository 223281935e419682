import type { ErrorCode } from '../../../shared/contract/errors.ts';

/** What happened, what is safe, and what to do now. */
export interface ErrorText {
  readonly what: string;
  readonly safe: string;
  readonly now: string;
}

const NOTHING_CHANGED = 'Er is niets veranderd.';
const VISIT_KEPT = 'Wat u al had ingevuld, is bewaard.';

/** One text per failure. */
export const errors = {
  invalidInput: {
    what: 'Een gegeven klopt niet.',
    safe: NOTHING_CHANGED,
    now: 'Kijk na wat u hebt ingevuld en probeer het opnieuw. Blijft het zo, bel dan de helpdesk.',
  },
  unknownCall: {
    what: 'Dit venster past niet bij de toepassing.',
    safe: NOTHING_CHANGED,
    now: 'Sluit Waarmee en start het opnieuw. Blijft het zo, bel dan de helpdesk.',
  },
  wrongAudience: {
    what: 'Dit kan niet vanuit dit venster.',
    safe: NOTHING_CHANGED,
    now: 'Gebruik het baliescherm van uw eigen werkplek.',
  },
  notLoggedIn: {
    what: 'U bent niet meer aangemeld.',
    safe: VISIT_KEPT,
    now: 'Meld u opnieuw aan en ga verder.',
  },
  locked: {
    what: 'Het scherm is vergrendeld.',
    safe: VISIT_KEPT,
    now: 'Ontgrendel met uw wachtzin en ga verder.',
  },
  notAllowed: {
    what: 'Uw account mag dit niet.',
    safe: NOTHING_CHANGED,
    now: 'Vraag een teamleider of beheerder om dit te doen.',
  },
  wrongPassphrase: {
    what: 'De naam en de wachtzin horen niet bij elkaar.',
    safe: NOTHING_CHANGED,
    now: 'Controleer Caps Lock en probeer het opnieuw.',
  },
  tooManyAttempts: {
    what: 'Er is te vaak een verkeerde wachtzin ingevuld.',
    safe: 'Uw account is even dicht, er is niets gewist.',
    now: 'Wacht een paar minuten en probeer het dan opnieuw.',
  },
  passphraseTooWeak: {
    what: 'Deze wachtzin is te makkelijk te raden.',
    safe: NOTHING_CHANGED,
    now: 'Kies een langere zin, bijvoorbeeld vier losse woorden.',
  },
  loginNameTaken: {
    what: 'Deze aanmeldnaam bestaat al.',
    safe: NOTHING_CHANGED,
    now: 'Kies een andere aanmeldnaam.',
  },
  lastAdministrator: {
    what: 'Dit is de laatste beheerder.',
    safe: NOTHING_CHANGED,
    now: 'Maak eerst iemand anders beheerder.',
  },
  alreadySetUp: {
    what: 'Deze werkplek is al ingericht.',
    safe: NOTHING_CHANGED,
    now: 'Meld u aan met een bestaand account.',
  },
  commandIdReused: {
    what: 'Deze handeling is al eerder verstuurd, met andere gegevens.',
    safe: 'De eerste keer telt. Er is niets dubbel gedaan.',
    now: 'Kijk of het resultaat klopt en begin zo nodig opnieuw.',
  },
  notFound: { what: 'Dit is er niet meer.', safe: NOTHING_CHANGED, now: 'Kijk in de lijst wat er nu staat.' },
  noVisit: {
    what: 'Er is nu geen bezoek aan uw balie.',
    safe: NOTHING_CHANGED,
    now: 'Roep eerst iemand op of begin zonder nummer.',
  },
  visitRunning: {
    what: 'Er loopt nog een bezoek aan uw balie.',
    safe: VISIT_KEPT,
    now: 'Rond dit bezoek eerst af.',
  },
  visitFinished: {
    what: 'Dit bezoek is al afgerond.',
    safe: 'Alles van dit bezoek is bewaard.',
    now: 'Roep de volgende bezoeker op.',
  },
  ticketTaken: {
    what: 'Een andere balie heeft dit nummer al opgeroepen.',
    safe: 'De bezoeker is één keer opgeroepen.',
    now: 'Roep de volgende bezoeker op.',
  },
  callAgainFirst: {
    what: 'Dit nummer moet eerst nog een keer worden opgeroepen.',
    safe: NOTHING_CHANGED,
    now: 'Roep opnieuw op met F3. Komt er niemand, kies dan weer Niet er.',
  },
  colleagueAway: {
    what: 'Deze collega is nu niet ingelogd.',
    safe: 'De bezoeker is niet doorgestuurd.',
    now: 'Kies een andere collega, een balie of een groep.',
  },
  hallDayOver: {
    what: 'Deze bezoeker is van gisteren. De wachtrij van gisteren is gesloten.',
    safe: 'De bezoeker staat nog aan uw balie. Er is niets veranderd.',
    now: 'Rond het bezoek af (F9) of beëindig het (Shift F9). Geef zo nodig een nieuw nummer.',
  },
  undoTooLate: {
    what: 'Ongedaan maken kan niet meer.',
    safe: NOTHING_CHANGED,
    now: 'Zet het nummer zelf terug, of roep het opnieuw op.',
  },
  documentNotReadable: {
    what: 'Het document is niet goed gelezen.',
    safe: 'Er is niemand herkend, dus ook niemand verwisseld.',
    now: 'Leg het document opnieuw neer, of typ de onderste regels over.',
  },
  bsnInvalid: {
    what: 'Dit burgerservicenummer bestaat niet.',
    safe: NOTHING_CHANGED,
    now: 'Controleer de negen cijfers en probeer het opnieuw.',
  },
  tooManyPersons: {
    what: 'Er zijn te veel personen gevonden.',
    safe: NOTHING_CHANGED,
    now: 'Vul meer gegevens in, bijvoorbeeld de voornamen.',
  },
  brpUnavailable: {
    what: 'De BRP is nu niet bereikbaar.',
    safe: VISIT_KEPT,
    now: 'Ga verder met het document; de controle volgt vanzelf. Of probeer het zo opnieuw.',
  },
  productNotPossible: {
    what: 'Dit product kan niet voor deze persoon.',
    safe: NOTHING_CHANGED,
    now: 'Kies een ander product, of vraag een teamleider.',
  },
  stepIncomplete: {
    what: 'Een stap is nog niet klaar.',
    safe: VISIT_KEPT,
    now: 'Vul aan wat ontbreekt. Dan kunt u afronden.',
  },
  attachmentTooLarge: {
    what: 'De foto of handtekening is te groot.',
    safe: VISIT_KEPT,
    now: 'Maak de opname opnieuw. Ze mag hooguit 2 MB zijn.',
  },
  paymentIncomplete: {
    what: 'Er is nog niet genoeg betaald.',
    safe: VISIT_KEPT,
    now: 'Neem het hele bedrag aan en rond dan af.',
  },
  paymentUnsettled: {
    what: 'De pinbetaling van dit bezoek is nog niet afgehandeld.',
    safe: VISIT_KEPT,
    now: 'Ga naar Betalen. Wacht tot het pinnen klaar is, of geef terug wat te veel gepind is.',
  },
  nothingToCommit: {
    what: 'Er is nog niets om af te ronden.',
    safe: VISIT_KEPT,
    now: 'Voeg een product toe, of sluit het bezoek zonder product.',
  },
  printerUnavailable: {
    what: 'De printer doet het nu niet.',
    safe: 'Het bezoek is bewaard. De bon blijft klaarstaan.',
    now: 'Kijk bij Apparaten wat er is, en druk daarna af.',
  },
  devicesAway: {
    what: 'De apparaten starten net opnieuw op.',
    safe: NOTHING_CHANGED,
    now: 'Wacht een halve minuut en probeer het opnieuw.',
  },
  drawerShut: {
    what: 'De lade is niet opengegaan.',
    safe: 'Het bezoek en de betaling zijn niet veranderd.',
    now: 'Kijk bij Apparaten wat de bonprinter heeft, of open de lade met de sleutel.',
  },
  cameraFailed: {
    what: 'De camera gaf geen foto.',
    safe: NOTHING_CHANGED,
    now: 'Kijk bij Apparaten wat de camera heeft, of kies een foto van bestand.',
  },
  counterLacks: {
    what: 'Uw balie kan deze bezoeker nu niet helemaal helpen.',
    safe: 'Er is niemand opgeroepen.',
    now: 'Kies het nummer opnieuw. Daar staat wat er nu ontbreekt; u kunt dan toch oproepen.',
  },
  groupFull: {
    what: 'De nummers van vandaag zijn op voor deze groep.',
    safe: NOTHING_CHANGED,
    now: 'Geef zelf nog een nummer als dat kan, of maak een afspraak voor een andere dag.',
  },
  groupClosed: {
    what: 'Deze groep geeft nu geen nummers.',
    safe: NOTHING_CHANGED,
    now: 'Kijk naar de openingstijden; help de bezoeker zo nodig zonder nummer.',
  },
  counterClosed: {
    what: 'Deze balie roept nu niemand op: de teamleider heeft haar gesloten.',
    safe: NOTHING_CHANGED,
    now: 'Help wie er nu is. Vraag de teamleider om de balie weer te openen.',
  },
  hallUnavailable: {
    what: 'De wachtrij is nu niet bereikbaar.',
    safe: 'Uw bezoek is bewaard. Er is niemand opgeroepen.',
    now: 'Help de bezoeker die voor u staat. De verbinding wordt vanzelf hersteld.',
  },
  centralUnavailable: {
    what: 'Het zaaksysteem is nu niet bereikbaar.',
    safe: 'Alles is bewaard en wordt later vanzelf verstuurd.',
    now: 'Werk gewoon door.',
  },
  notParked: {
    what: 'Dit bericht staat niet stil.',
    safe: 'Het wordt vanzelf verstuurd.',
    now: 'U hoeft niets te doen.',
  },
  storeFull: {
    what: 'De schijf van deze werkplek is vol.',
    safe: 'Wat al bewaard was, is veilig. De laatste handeling is niet bewaard.',
    now: 'Bel de helpdesk en rond geen bezoeken meer af.',
  },
  storeDamaged: {
    what: 'De gegevens op deze werkplek zijn beschadigd.',
    safe: 'Wat al verstuurd is, staat veilig in het zaaksysteem.',
    now: 'Stop met werken op deze balie en bel de helpdesk.',
  },
  notInPractice: {
    what: 'Dit kan alleen in de oefenmodus.',
    safe: NOTHING_CHANGED,
    now: 'Ga verder met uw werk.',
  },
  unreachable: {
    what: 'Er kwam geen antwoord van Waarmee.',
    safe: 'Misschien is het wel gelukt. Er wordt niets dubbel gedaan.',
    now: 'Probeer het zo nog een keer.',
  },
  internal: {
    what: 'Er ging iets mis in Waarmee zelf.',
    safe: 'Wat al bewaard was, is veilig.',
    now: 'Probeer het opnieuw. Blijft het zo, bel dan de helpdesk.',
  },
} satisfies Record<ErrorCode, ErrorText>;
