/** Texts of messages to visitors. */
export const messages = {
  title: 'Bericht sturen',
  what: {
    confirmation: 'Alleen als de bezoeker dat wil: een bevestiging.',
    readyForPickUp: 'Alleen als de bezoeker dat wil: een bericht als het klaarligt.',
    both: 'Alleen als de bezoeker dat wil: een bevestiging, en een bericht als het klaarligt.',
    webForm: 'Alleen als de bezoeker dat wil: de link van een webformulier.',
  },
  channel: { email: 'E-mail', sms: 'Sms' },
  address: { email: 'E-mailadres', sms: 'Mobiel nummer' },
  empty: 'Vul dit in, of haal het vinkje weg.',
  problem: {
    empty: 'Vul dit in, of haal het vinkje weg.',
    noAt: 'In dit e-mailadres ontbreekt het apenstaartje (@).',
    noDomain: 'Achter de @ hoort een naam met een punt, zoals voorbeeld.nl.',
    space: 'In een e-mailadres mag geen spatie staan.',
    emailForm: 'Dit e-mailadres kan niet bestaan. Kijk naar leestekens en punten.',
    notMobile: 'Naar dit nummer kan geen sms. Vraag een nummer dat begint met 06.',
    digits: 'Dit nummer heeft niet het goede aantal cijfers: 06 en nog acht.',
    phoneForm: 'In een telefoonnummer staan alleen cijfers.',
  },
  webForm: 'Welk webformulier?',
  chooseWebForm: 'Kies een product',
  ready: {
    title: 'Klaar om op te halen',
    intro:
      'Deze bezoekers willen bericht als hun document klaarligt. Zij vroegen het aan op deze pc; die van een andere pc staan daar. Meld het vóór de dag die erbij staat: daarna wordt het adres gewist en kan er geen bericht meer naartoe.',
    none: 'Niemand wacht op bericht dat een document klaarligt.',
    search: 'Zaaknummer, product of adres',
    nothingFound:
      'Bij wat u typte, past er geen. Vroeg de bezoeker het document op een andere pc aan? Alleen die pc weet of hij bericht wil, en waar. Er is niets verstuurd. Typ of scan het hele zaaknummer: dan kunt u het daar klaar melden.',
    notHere:
      'Op deze pc wacht niemand op bericht over {{zaak}}. Vroeg de bezoeker het op een andere pc aan? Meld het aan die pc: wilde hij bericht, dan stuurt die het.',
    tell: "Ligt klaar: meld het aan de andere pc's",
    told: "{{zaak}} is gemeld aan de andere pc's. De pc waar het is aangevraagd stuurt het bericht, als de bezoeker dat wilde. Staat die uit, dan gebeurt het zodra hij aangaat.",
    notTold:
      "De andere pc's zijn van hier niet te bereiken. Er is niets verstuurd: meld {{zaak}} klaar op de pc waar het is aangevraagd.",
    asked: 'gevraagd op {{time}}',
    keptUntil: 'bewaard tot {{day}}',
    send: 'Ligt klaar: verstuur het bericht',
    sent_one: 'Het bericht over {{zaak}} wordt verstuurd.',
    sent_other: '{{count}} berichten over {{zaak}} worden verstuurd.',
  },
};
