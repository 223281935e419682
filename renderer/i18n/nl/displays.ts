/** Texts of the panel of the displays in the hall. */
export const displays = {
  title: 'Schermen',
  address: 'Open op een scherm:',
  noServer:
    'De schermen kunnen nu niet verbinden: het adres of de poort is bezet. De balie werkt door en probeert het elke halve minuut opnieuw.',
  none: 'Nog geen scherm heeft zich vandaag gemeld. Open het adres hierboven op een scherm in de hal.',
  workstation: 'aan werkplek {{workstation}}',
  noProfile: 'zonder profiel',
  profile: 'profiel {{profile}}',
  profileUnknown: 'profiel {{profile}} staat niet in de configuratie; het scherm toont de gewone indeling',
  ignored:
    'Instellingen die het scherm niet kan gebruiken: {{settings}}. Het toont al het andere; verbeter ze in zijn adres of profiel.',
  page: 'pagina {{page}}',
  lastContact: 'laatst gezien {{time}}',
  condition: {
    ok: 'verbonden sinds {{time}}',
    old: 'verouderde pagina',
    silent: 'reageert niet',
    gone: 'weg sinds {{time}}',
  },
  sound: { off: 'geluid staat uit', blocked: 'geen geluid', unknown: 'geluid onbekend' },
  advice: {
    old: 'Het scherm heeft de pagina van een eerdere versie. Laad het opnieuw.',
    silent:
      'De verbinding is er, maar de pagina meldt zich niet. Laad het opnieuw; helpt dat niet, start het apparaat opnieuw.',
    gone: 'Kijk of het scherm aan staat en netwerk heeft. Het verbindt vanzelf weer.',
    blocked:
      'De browser geeft pas geluid na een aanraking. Druk op het scherm op "Geluid aan". Start IT de browser zoals in de README staat, dan is dat nooit meer nodig.',
  },
  refresh: 'Laad opnieuw',
  refreshOf: 'Laad scherm {{name}} opnieuw',
  refreshed: 'Scherm {{name}} laadt zijn pagina opnieuw.',
};
