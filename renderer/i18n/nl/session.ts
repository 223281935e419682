/** Texts of set-up, login and lock. */
export const session = {
  starting: 'Waarmee start…',
  counter: 'Balie {{number}}',
  version: 'versie {{version}}',
  practiceNote: 'Oefenmodus. Personen, zaken en betalingen zijn niet echt.',
  name: 'Naam',
  loginName: 'Aanmeldnaam',
  loginNameHint: 'Letters, cijfers, punt, streepje. Bijvoorbeeld j.smit',
  passphrase: 'Wachtzin',
  passphraseOf: 'Wachtzin van {{name}}',
  passphraseAgain: 'Wachtzin nog een keer',
  passphraseHint: 'Minstens 10 tekens, bijvoorbeeld vier losse woorden.',
  problem: {
    name: 'Vul een naam in.',
    loginNameEmpty: 'Vul de aanmeldnaam in.',
    loginName: 'Gebruik 2 tot 40 letters, cijfers, punten of streepjes, zonder spaties.',
    passphraseEmpty: 'Vul de wachtzin in.',
    passphraseWeak:
      'Gebruik minstens {{count}} tekens die moeilijk te raden zijn, bijvoorbeeld vier losse woorden.',
    passphraseWrong: 'Deze wachtzin klopt niet. Controleer Caps Lock en probeer het opnieuw.',
    again: 'De twee wachtzinnen zijn niet gelijk. Typ ze opnieuw.',
  },
  role: { clerk: 'medewerker', teamlead: 'teamleider', administrator: 'beheerder' },
  setUp: {
    title: 'Welkom bij Waarmee',
    intro: 'Deze werkplek is nieuw. Maak de eerste beheerder aan; die voegt de andere medewerkers toe.',
    submit: 'Beheerder aanmaken',
  },
  login: {
    title: 'Aanmelden',
    submit: 'Aanmelden',
    practice: 'Oefenaccounts: klik om aan te melden',
    with: 'of typ {{loginName}} en {{passphrase}}',
  },
  locked: {
    title: 'Vergrendeld',
    intro: 'Deze balie is van {{name}}. Uw werk is bewaard.',
    submit: 'Ontgrendelen',
    other: 'Iemand anders? Meld eerst af',
  },
  change: {
    title: 'Wachtzin wijzigen',
    current: 'Uw wachtzin van nu',
    next: 'Nieuwe wachtzin',
    submit: 'Wijzigen',
    done: 'Uw wachtzin is gewijzigd.',
  },
};
