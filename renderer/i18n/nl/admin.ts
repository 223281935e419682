/** Texts of staff administration and the audit log. */
export const admin = {
  role: { clerk: 'Medewerker', teamlead: 'Teamleider', administrator: 'Beheerder' },
  roleNote: {
    clerk: 'Helpt bezoekers aan de balie.',
    teamlead: 'Ziet ook het logboek en beslist bij bijzondere personen.',
    administrator: 'Beheert ook de medewerkers.',
  },
  staff: {
    title: 'Medewerkers',
    add: 'Medewerker toevoegen',
    change: 'Wijzigen',
    changeOf: '{{name}} wijzigen',
    closed: 'gesloten',
    profile: 'Werkprofiel bij aanmelden',
    profileOfCounter: 'Dat van de balie',
    everySkill: 'Mag alles doen',
    skills: 'Mag dit doen (wie iets anders nodig heeft, slaat deze medewerker over)',
    role: 'Rol',
    active: 'Account is open: deze medewerker kan aanmelden',
    newPassphrase: 'Nieuwe wachtzin (leeg laten om te houden)',
  },
  audit: {
    title: 'Logboek',
    more: 'Oudere regels',
    verify: 'Controleer het logboek',
    intact_one: 'Het logboek klopt: {{count}} regel, niets gewijzigd of weggehaald.',
    intact_other: 'Het logboek klopt: {{count}} regels, niets gewijzigd of weggehaald.',
    broken:
      'Het logboek klopt niet vanaf regel {{seq}}. Bewaar deze werkplek zoals ze is en bel de helpdesk.',
    column: { seq: 'Nr', at: 'Wanneer', who: 'Wie', action: 'Wat', record: 'Waarop', detail: 'Toelichting' },
  },
};
