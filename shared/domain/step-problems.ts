import { assertNever } from '../lib/assert-never.ts';
import { isDay } from './dates.ts';
import type { FormField, Step, StepOf } from './product-steps.ts';
import type { StepData } from './step-data.ts';

/** Why a field of a step is not right yet; the window has a text for each. */
export type StepProblemReason =
  | 'required'
  | 'tooLong'
  | 'notADate'
  | 'notANumber'
  | 'notAPostcode'
  | 'notAPhone'
  | 'notAnEmail'
  | 'notAnOption'
  | 'unknownField'
  | 'wrongShape';

/** `field` is the id of the item or field; for a step without fields, the property of its data. */
export interface StepProblem {
  readonly field: string;
  readonly reason: StepProblemReason;
}

const FORMATS: Partial<Record<FormField['type'], readonly [RegExp, StepProblemReason]>> = {
  number: [/^\d{1,9}$/, 'notANumber'],
  // SA, SD and SS are not given out.
  postcode: [/^[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}$/i, 'notAPostcode'],
  phone: [/^(\+|00)[1-9]\d{7,14}$|^0[1-9]\d{8}$|^(14)?0\d{2,3}$/, 'notAPhone'],
  email: [/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'notAnEmail'],
};

function formatProblem(field: FormField, value: string): StepProblemReason | undefined {
  if (value.length > field.maxLength) return 'tooLong';
  if (field.type === 'date') return isDay(value) ? undefined : 'notADate';
  if (field.type === 'select') {
    return field.options?.some((option) => option.value === value) ? undefined : 'notAnOption';
  }
  if (field.type === 'checkbox') return value === 'true' || value === 'false' ? undefined : 'notAnOption';
  const format = FORMATS[field.type];
  const plain = field.type === 'phone' ? value.replace(/[ ()-]/g, '') : value;
  return format === undefined || format[0].test(plain) ? undefined : format[1];
}

function fieldProblem(field: FormField, raw: string | undefined): StepProblemReason | undefined {
  const value = (raw ?? '').trim();
  const empty = value === '' || (field.type === 'checkbox' && value === 'false');
  if (empty) return field.required ? 'required' : undefined;
  return formatProblem(field, value);
}

function checklistProblems(step: StepOf<'checklist'>, checked: readonly string[]): StepProblem[] {
  const missing = step.items.filter((item) => item.required && !checked.includes(item.id));
  const unknown = checked.filter((id) => step.items.every((item) => item.id !== id));
  return [
    ...missing.map(({ id }): StepProblem => ({ field: id, reason: 'required' })),
    ...unknown.map((field): StepProblem => ({ field, reason: 'unknownField' })),
  ];
}

function formProblems(step: StepOf<'form'>, values: Readonly<Record<string, string>>): StepProblem[] {
  const found: StepProblem[] = [];
  for (const field of step.fields) {
    const reason = fieldProblem(field, values[field.id]);
    if (reason !== undefined) found.push({ field: field.id, reason });
  }
  const unknown = Object.keys(values).filter((id) => step.fields.every((field) => field.id !== id));
  return [...found, ...unknown.map((field): StepProblem => ({ field, reason: 'unknownField' }))];
}

function problemsWithoutData(step: Step): readonly StepProblem[] {
  switch (step.kind) {
    case 'checklist':
      return checklistProblems(step, []);
    case 'form':
      return formProblems(step, {});
    case 'consent':
      return [{ field: 'givenBy', reason: 'required' }];
    case 'photo':
    case 'signature':
    case 'document':
      return [{ field: 'attachmentId', reason: 'required' }];
    case 'payment':
    case 'note':
      return [];
    default:
      return assertNever(step);
  }
}

/**
 * What is still wrong with the data of a step; empty when the step is done. `data` undefined or null means that nothing
 * was filled in yet. Data of another kind of step is one problem `wrongShape`.
 */
export function stepProblems(step: Step, data: StepData | null | undefined): readonly StepProblem[] {
  if (data === undefined || data === null) return problemsWithoutData(step);
  if (data.kind !== step.kind) return [{ field: step.kind, reason: 'wrongShape' }];
  if (step.kind === 'checklist' && data.kind === 'checklist') return checklistProblems(step, data.checked);
  if (step.kind === 'form' && data.kind === 'form') return formProblems(step, data.values);
  if (data.kind === 'document' && data.attachmentId === undefined) return problemsWithoutData(step);
  if (data.kind === 'consent') {
    const nameless = data.givenBy.length === 0 || data.givenBy.some(({ name }) => name.trim() === '');
    return nameless ? [{ field: 'givenBy', reason: 'required' }] : [];
  }
  return [];
}
