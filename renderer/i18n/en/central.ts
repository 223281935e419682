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
  systems: 'Systems',
  products: 'Products and their zaaktype',
  clock: 'difference of the clock: {{seconds}} s',
  advice: 'What to do: {{advice}}',
  state: { good: 'all right', wrong: 'not right', unknown: 'not checked' },
};
