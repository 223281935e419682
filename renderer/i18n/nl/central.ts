/** Texts of IT's check of the central systems. */
export const central = {
  title: 'Controle van de centrale systemen',
  intro:
    'Waarmee vraagt elk centraal systeem of het bereikbaar is en deze werkplek toelaat, en kijkt of de catalogus alles heeft wat de producten vandaag nodig hebben. Er wordt nergens iets veranderd. De balie werkt intussen door.',
  start: 'Start de controle',
  again: 'Controleer opnieuw',
  allGood: 'Alles is in orde ({{time}}).',
  notGood_zero: 'De controle is niet af ({{time}}).',
  notGood_one: '{{count}} ding is niet in orde ({{time}}). Wat te doen staat erbij.',
  notGood_other: '{{count}} dingen zijn niet in orde ({{time}}). Wat te doen staat erbij.',
  notChecked_one: '{{count}} product is niet gecontroleerd, omdat de catalogus niet antwoordt.',
  notChecked_other: '{{count}} producten zijn niet gecontroleerd, omdat de catalogus niet antwoordt.',
  daily: 'Waarmee kijkt ook elke dag zelf de catalogus na.',
  dailyAt: 'Dit vond Waarmee bij de dagelijkse controle van de catalogus ({{time}}):',
  warning: {
    catalogue: 'De catalogus laat Waarmee niet toe',
    now_one: '{{count}} product kan niet worden afgerond: wat te doen',
    now_other: '{{count}} producten kunnen niet worden afgerond: wat te doen',
    soon_one: 'Zaaktype van {{count}} product geldt binnenkort niet meer',
    soon_other: 'Zaaktypen van {{count}} producten gelden binnenkort niet meer',
  },
  systems: 'Systemen',
  products: 'Producten en hun zaaktype',
  clock: 'verschil van de klok: {{seconds}} s',
  advice: 'Wat te doen: {{advice}}',
  state: { good: 'in orde', wrong: 'niet in orde', soon: 'binnenkort', unknown: 'niet gecontroleerd' },
};
