import { assertNever } from '../lib/assert-never.ts';
import { addDays, isDay } from './dates.ts';
import { mrzLetters } from './name-spelling.ts';
import type { FormField, Step, StepOf } from './product-steps.ts';
import type { StepData } from './step-data.ts';

/** Why a field of a step is not right yet; the window has a text for each. */
export type StepProblemReason =
  | 'required'
  | 'tooLong'
  | 'notADate'
  | 'tooEarly'
  | 'tooLate'
  | 'notANumber'
  | 'notAPostcode'
  | 'notAPhone'
  | 'notAnEmail'
  | 'notAnOption'
  | 'ownName'
  | 'unknownField'
  | 'wrongShape'
  | 'outdated';

/** `field` is the id of the item or field; for a step without fields, the property of its data. */
export interface StepProblem {
  readonly field: string;
  readonly reason: StepProblemReason;
}

/** About whom and when a step is judged, where that matters. */
export interface StepCase {
  /** YYYY-MM-DD in the Netherlands. */
  readonly today: string;
  /** Of the person it is for; null when nobody is identified. */
  readonly fullName: string | null;
  /** The names of who has gezag over that person according to the BRP. */
  readonly holders: readonly string[];
}

/** The case of a visit with this person, on this day. */
export function stepCaseOf(
  person: {
    readonly fullName: string;
    readonly gezag: { readonly holders: readonly string[] } | null;
  } | null,
  today: string,
): StepCase {
  return { today, fullName: person?.fullName ?? null, holders: person?.gezag?.holders ?? [] };
}

const FORMATS: Partial<Record<FormField['type'], readonly [RegExp, StepProblemReason]>> = {
  number: [/^\d{1,9}$/, 'notANumber'],
  // SA, SD and SS are not given out.
  postcode: [/^[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}$/i, 'notAPostcode'],
  phone: [/^(\+|00)[1-9]\d{7,14}$|^0[1-9]\d{8}$|^(14)?0\d{2,3}$/, 'notAPhone'],
  email: [/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'notAnEmail'],
};

function dateProblem(
  { days }: FormField,
  value: string,
  today: string | undefined,
): StepProblemReason | undefined {
  if (!isDay(value)) return 'notADate';
  if (days === undefined || today === undefined) return undefined;
  if (value < addDays(today, days.from)) return 'tooEarly';
  return value > addDays(today, days.until) ? 'tooLate' : undefined;
}

function formatProblem(
  field: FormField,
  value: string,
  today: string | undefined,
): StepProblemReason | undefined {
  if (value.length > field.maxLength) return 'tooLong';
  if (field.type === 'date') return dateProblem(field, value, today);
  if (field.type === 'select') {
    return field.options?.some((option) => option.value === value) ? undefined : 'notAnOption';
  }
  if (field.type === 'checkbox') return value === 'true' || value === 'false' ? undefined : 'notAnOption';
  const format = FORMATS[field.type];
  const plain = field.type === 'phone' ? value.replace(/[ ()-]/g, '') : value;
  return format === undefined || format[0].test(plain) ? undefined : format[1];
}

function fieldProblem(
  field: FormField,
  raw: string | undefined,
  today: string | undefined,
): StepProblemReason | undefined {
  const value = (raw ?? '').trim();
  const empty = value === '' || (field.type === 'checkbox' && value === 'false');
  if (empty) return field.required ? 'required' : undefined;
  return formatProblem(field, value, today);
}

function checklistProblems(step: StepOf<'checklist'>, checked: readonly string[]): StepProblem[] {
  const missing = step.items.filter((item) => item.required && !checked.includes(item.id));
  const unknown = checked.filter((id) => step.items.every((item) => item.id !== id));
  return [
    ...missing.map(({ id }): StepProblem => ({ field: id, reason: 'required' })),
    ...unknown.map((field): StepProblem => ({ field, reason: 'unknownField' })),
  ];
}

function formProblems(
  step: StepOf<'form'>,
  values: Readonly<Record<string, string>>,
  today?: string,
): StepProblem[] {
  const found: StepProblem[] = [];
  for (const field of step.fields) {
    const reason = fieldProblem(field, values[field.id], today);
    if (reason !== undefined) found.push({ field: field.id, reason });
  }
  const unknown = Object.keys(values).filter((id) => step.fields.every((field) => field.id !== id));
  return [...found, ...unknown.map((field): StepProblem => ({ field, reason: 'unknownField' }))];
}

/** A child does not agree for itself; a parent may have the very same name, when the BRP says so. */
export function isOwnName(name: string, about: StepCase | undefined): boolean {
  if (!about?.fullName) return false;
  const same = (other: string): boolean => mrzLetters(other) === mrzLetters(name);
  return same(about.fullName) && !about.holders.some(same);
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
 * was filled in yet; without a case, what depends on the day or the person is not judged. Data of another kind of step is one problem `wrongShape`.
 */
export function stepProblems(
  step: Step,
  data: StepData | null | undefined,
  about?: StepCase,
): readonly StepProblem[] {
  if (data === undefined || data === null) return problemsWithoutData(step);
  if (data.kind !== step.kind) return [{ field: step.kind, reason: 'wrongShape' }];
  if (step.kind === 'checklist' && data.kind === 'checklist') return checklistProblems(step, data.checked);
  if (step.kind === 'form' && data.kind === 'form') return formProblems(step, data.values, about?.today);
  if (data.kind === 'signature' && data.outdated) return [{ field: 'attachmentId', reason: 'outdated' }];
  if (data.kind === 'document' && data.attachmentId === undefined) return problemsWithoutData(step);
  if (data.kind === 'consent') {
    const nameless = data.givenBy.length === 0 || data.givenBy.some(({ name }) => name.trim() === '');
    if (nameless) return [{ field: 'givenBy', reason: 'required' }];
    const isChild = data.givenBy.some(({ name }) => isOwnName(name, about));
    return isChild ? [{ field: 'givenBy', reason: 'ownName' }] : [];
  }
  return [];
}
