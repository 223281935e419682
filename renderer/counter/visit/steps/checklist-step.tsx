import { useTranslation } from 'react-i18next';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { Button } from '../../../components/button.tsx';
import { CheckField } from '../../../components/choices.tsx';
import type { ProblemAt } from './problem-text.ts';

/** The lines that the clerk ticks, each by itself or all at once. */
export function ChecklistStep({
  step,
  checked,
  onChange,
  problemAt,
}: {
  readonly step: StepOf<'checklist'>;
  readonly checked: readonly string[];
  readonly onChange: (checked: readonly string[]) => void;
  readonly problemAt: ProblemAt;
}) {
  const { t } = useTranslation('visit');
  const tick = (id: string, isOn: boolean) =>
    onChange(step.items.map((item) => item.id).filter((one) => (one === id ? isOn : checked.includes(one))));
  return (
    <fieldset className="v-step v-checklist">
      <legend className="w-label">{t('checklist.label')}</legend>
      {step.items.map((item) => {
        const problem = problemAt(item.id);
        return (
          <div key={item.id} className="v-check" data-problem={problem !== undefined || undefined}>
            <CheckField
              isSelected={checked.includes(item.id)}
              isInvalid={problem !== undefined}
              onChange={(isOn) => tick(item.id, isOn)}
            >
              {item.text} {!item.required && <span className="w-soft">{t('checklist.optional')}</span>}
              {problem !== undefined && (
                <span className="v-bad v-check-problem">{t(`steps.problem.${problem}`)}</span>
              )}
            </CheckField>
          </div>
        );
      })}
      <Button
        className="v-all"
        onPress={() => {
          const required = step.items.filter((item) => item.required || checked.includes(item.id));
          onChange(required.map(({ id }) => id));
        }}
      >
        {t('checklist.all')}
      </Button>
    </fieldset>
  );
}
