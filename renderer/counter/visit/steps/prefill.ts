import type { VisitView } from '../../../../shared/contract/visits.ts';
import type { FormField } from '../../../../shared/domain/product-steps.ts';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { dayOfDutchDate } from './dutch-day.ts';

/** What is known of the visitor, for the fields that ask for it. */
export type Known = Pick<VisitView, 'person' | 'document'>;

/** The values with which a form begins, before the clerk types; only what is known and fits the field. */
export function prefilled(
  step: StepOf<'form'>,
  known: Known,
  today: string,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const field of step.fields) {
    const value = valueFor(field, known, today);
    if (value !== '') values[field.id] = value.slice(0, field.maxLength);
  }
  return values;
}

function valueFor(field: FormField, { person, document }: Known, today: string): string {
  switch (field.prefill) {
    case undefined:
      return '';
    case 'person.address':
      return person?.address.join(', ') ?? '';
    case 'person.fullName':
      return person?.fullName ?? '';
    case 'person.nationality':
      return person?.nationality ?? '';
    case 'person.birthDate':
      return field.type === 'date'
        ? dayOfDutchDate(person?.birthDateText ?? '')
        : (person?.birthDateText ?? '');
    case 'document.number':
      return document?.number ?? '';
    case 'today':
      return today;
    default:
      return assertNever(field.prefill);
  }
}
