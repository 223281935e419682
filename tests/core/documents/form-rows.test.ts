import { expect, test } from 'vitest';
import { formRows } from '../../../electron/core/documents/index.ts';
import { Step } from '../../../shared/domain/product-steps.ts';
import type { StepOf } from '../../../shared/domain/product-steps.ts';

function form(): StepOf<'form'> {
  const step = Step.parse({
    kind: 'form',
    fields: [
      { id: 'datum', label: 'Datum', type: 'date' },
      {
        id: 'soort',
        label: 'Soort',
        type: 'select',
        options: [
          { value: 'a', label: 'Eerste' },
          { value: 'b', label: 'Tweede' },
        ],
      },
      { id: 'meertalig', label: 'Meertalig', type: 'checkbox' },
      { id: 'plaats', label: 'Plaats', type: 'text' },
    ],
  });
  if (step.kind !== 'form') throw new Error('not a form');
  return step;
}

test('answers are shown in words, in the order of the form', () => {
  expect(
    formRows(form(), { plaats: ' Utrecht ', meertalig: 'true', soort: 'b', datum: '2026-09-05' }),
  ).toEqual([
    { label: 'Datum', value: '5 september 2026' },
    { label: 'Soort', value: 'Tweede' },
    { label: 'Meertalig', value: 'ja' },
    { label: 'Plaats', value: 'Utrecht' },
  ]);
});

test('an empty answer and one the form does not ask are left out', () => {
  expect(formRows(form(), { plaats: ' ', meertalig: 'false', anders: 'x' })).toEqual([
    { label: 'Meertalig', value: 'nee' },
  ]);
});
