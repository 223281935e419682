import type { Shape } from '../shape.ts';
import type { central as dutch } from '../nl/central.ts';

export const central: Shape<typeof dutch> = {
  title: 'Check of the central systems',
  intro:
    'Waarmee asks each central system whether it can be reached and lets this workstation in, and looks whether the catalogue has all that the products need today. Nothing is changed anywhere. The counter goes on working.',
  start: 'Start the check',
  again: 'Check again',
  allGood: 'All is well ({{time}}).',
  notGood_zero: 'The check is not complete ({{time}}).',
  notGood_one: '{{count}} thing is not right ({{time}}). What to do is beside it.',
  notGood_other: '{{count}} things are not right ({{time}}). What to do is beside them.',
  notChecked_one: '{{count}} product was not checked, because the catalogue does not answer.',
  notChecked_other: '{{count}} products were not checked, because the catalogue does not answer.',
  daily: 'Waarmee also looks through the catalogue by itself every day.',
  dailyAt: 'This is what Waarmee found in the daily check of the catalogue ({{time}}):',
  warning: {
    catalogue: 'The catalogue does not let Waarmee in',
    now_one: '{{count}} product cannot be finished: what to do',
    now_other: '{{count}} products cannot be finished: what to do',
    soon_one: 'The zaaktype of {{count}} product soon ends',
    soon_other: 'The zaaktypen of {{count}} products soon end',
  },
  systems: 'Systems',
  products: 'Products and their zaaktype',
  clock: 'difference of the clock: {{seconds}} s',
  advice: 'What to do: {{advice}}',
  state: { good: 'all right', wrong: 'not right', soon: 'soon', unknown: 'not checked' },
};
