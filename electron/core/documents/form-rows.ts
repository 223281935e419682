import { formatDutchDate } from '../../../shared/domain/dates.ts';
import type { FormField, StepOf } from '../../../shared/domain/product-steps.ts';
import type { DocumentRow } from './document-input.ts';

function shown(field: FormField, value: string): string {
  if (field.type === 'date') return formatDutchDate(value);
  if (field.type === 'checkbox') return value === 'true' ? 'ja' : 'nee';
  if (field.type !== 'select') return value;
  return field.options?.find((option) => option.value === value)?.label ?? value;
}

/** The answers of a form as lines of a document: labels and words instead of ids and codes, empty answers left out. */
export function formRows(
  step: StepOf<'form'>,
  values: Readonly<Record<string, string>>,
): readonly DocumentRow[] {
  return step.fields.flatMap((field) => {
    const value = (values[field.id] ?? '').trim();
    return value === '' ? [] : [{ label: field.label, value: shown(field, value) }];
  });
}
