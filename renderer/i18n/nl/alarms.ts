/** Texts of a silent call for help. */
export const alarms = {
  asksForHelp: 'Balie {{counter}} ({{name}}) vraagt om hulp',
  iCome: 'Ik kom eraan',
  comes_one: '{{names}} komt eraan.',
  comes_other: '{{names}} komen eraan.',
  asked: 'Gevraagd.',
  end: 'Afgehandeld',
  nobodyReached:
    'Aan geen andere balie is iemand aangemeld. Niemand ziet uw oproep. Roep op een andere manier hulp.',
  nothingToAnswer: 'Er is nu geen oproep om hulp.',
};
