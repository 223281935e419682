import { useTranslation } from 'react-i18next';
import { addDays, isDay } from '../../../../shared/domain/dates.ts';
import type { FormField } from '../../../../shared/domain/product-steps.ts';
import type { StepProblemReason } from '../../../../shared/domain/step-problems.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { TextField, type TextFieldProps } from '../../../components/fields.tsx';
import { useToday } from '../clock.ts';
import { DayField } from './day-field.tsx';

/** From this many characters left on, the field says how many. */
const SAY_LEFT = 40;
const KINDS: Partial<Record<FormField['type'], Pick<TextFieldProps, 'type' | 'inputMode'>>> = {
  number: { inputMode: 'numeric' },
  phone: { type: 'tel', inputMode: 'tel' },
  email: { inputMode: 'email' },
};

/** One question of a form, by its type. All answers are text. */
export function FormFieldInput({
  field,
  value,
  onChange,
  problem,
}: {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: StepProblemReason | undefined;
}) {
  const { t } = useTranslation('visit');
  const today = useToday();
  const isOutside = problem === 'tooEarly' || problem === 'tooLate';
  const error =
    problem &&
    [t(`steps.problem.${problem}`), ...(isOutside && field.days ? [field.days.why] : [])].join(' ');
  const label = field.required ? `${field.label} *` : field.label;
  const texts = { label, description: field.help, error };
  switch (field.type) {
    case 'checkbox':
      return (
        <div className="v-form-check">
          <CheckField
            isSelected={value === 'true'}
            isInvalid={error !== undefined}
            onChange={(isOn) => onChange(String(isOn))}
          >
            {label}
            {field.help && <small className="w-option-note">{field.help}</small>}
            {error && <span className="v-bad v-check-problem">{error}</span>}
          </CheckField>
        </div>
      );
    case 'select':
      return (
        <SelectField
          {...texts}
          options={field.options ?? []}
          value={value === '' ? null : value}
          onChange={onChange}
          placeholder={t('form.choose')}
        />
      );
    case 'date':
      return (
        <DayField
          {...texts}
          description={lateNote(field, value, today) ?? field.help}
          value={value}
          onChange={onChange}
          isRequired={field.required}
        />
      );
    default: {
      const left = field.maxLength - value.length;
      return (
        <TextField
          {...texts}
          {...KINDS[field.type]}
          {...(field.type === 'textarea' ? { rows: 3, className: 'v-wide' } : {})}
          value={value}
          onChange={onChange}
          maxLength={field.maxLength}
          isRequired={field.required}
          autoComplete="off"
          suffix={
            left <= Math.min(SAY_LEFT, field.maxLength / 4) && (
              <span className="v-left w-soft w-small" aria-live="polite">
                {t('form.left', { count: left })}
              </span>
            )
          }
        />
      );
    }
  }
}

/** What is said of a date that is allowed, but late. */
function lateNote({ days }: FormField, value: string, today: string): string | undefined {
  if (days?.late === undefined || !isDay(value)) return undefined;
  const isLate = value < addDays(today, days.late.before) && value >= addDays(today, days.from);
  return isLate ? days.late.note : undefined;
}
