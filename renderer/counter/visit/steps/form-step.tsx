import { useEffect, useLayoutEffect, useRef } from 'react';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { useToday } from '../clock.ts';
import { FormFieldInput } from './form-field-input.tsx';
import { type Known, prefilled } from './prefill.ts';
import type { ProblemAt } from './problem-text.ts';

type Values = Readonly<Record<string, string>>;

/** The questions of a form step. Known answers are filled in when it is opened for the first time, and kept as drafts. */
export function FormStep({
  step,
  known,
  values,
  onChange,
  problemAt,
}: {
  readonly step: StepOf<'form'>;
  readonly known: Known;
  /** Null: this form was not opened before. */
  readonly values: Values | null;
  readonly onChange: (values: Values) => void;
  readonly problemAt: ProblemAt;
}) {
  const today = useToday();
  const isNew = values === null;
  const begin = useRef(() => onChange(prefilled(step, known, today)));
  useEffect(() => {
    if (isNew) begin.current();
  }, [isNew]);
  // Two fields can change within one drawing (a browser's autofill); the second must not undo the first.
  const latest = useRef<Values>({});
  useLayoutEffect(() => {
    latest.current = values ?? {};
  }, [values]);
  const set = (id: string, value: string) => {
    latest.current = { ...latest.current, [id]: value };
    onChange(latest.current);
  };
  return (
    <div className="v-step v-form">
      {step.fields.map((field) => (
        <FormFieldInput
          key={field.id}
          field={field}
          value={values?.[field.id] ?? ''}
          onChange={(value) => set(field.id, value)}
          problem={problemAt(field.id)}
        />
      ))}
    </div>
  );
}
