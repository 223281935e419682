import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StepData } from '../../../../shared/domain/product.ts';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import type { StepProblemReason } from '../../../../shared/domain/step-problems.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';

type Giver = Extract<StepData, { kind: 'consent' }>['givenBy'][number];

const MOST = 4;
const NOBODY: Giver = { name: '', how: 'present' };

/** Who has gezag and agrees, present or in writing. */
export function ConsentStep({
  step,
  givenBy,
  onChange,
  problem,
}: {
  readonly step: StepOf<'consent'>;
  readonly givenBy: readonly Giver[];
  readonly onChange: (givenBy: readonly Giver[]) => void;
  readonly problem: StepProblemReason | undefined;
}) {
  const { t } = useTranslation('visit');
  const rows = givenBy.length === 0 ? [NOBODY] : givenBy;
  const change = (at: number, part: Partial<Giver>) =>
    onChange(rows.map((giver, index) => (index === at ? { ...giver, ...part } : giver)));
  return (
    <fieldset className="v-step v-consent">
      <legend className="v-text">{step.text}</legend>
      {rows.map((giver, index) => (
        <div key={index} className="v-consent-row">
          <TextField
            label={index === 0 ? t('consent.given') : t('consent.name')}
            value={giver.name}
            maxLength={200}
            onChange={(name) => change(index, { name })}
            autoComplete="off"
            autoFocus={index > 0}
            error={
              problem !== undefined && giver.name.trim() === '' ? t(`steps.problem.${problem}`) : undefined
            }
          />
          <RadioField
            label={t('consent.how')}
            orientation="horizontal"
            options={[
              { value: 'present', label: t('consent.present') },
              { value: 'written', label: t('consent.written') },
            ]}
            value={giver.how}
            onChange={(how) => change(index, { how })}
          />
          {rows.length > 1 && (
            <IconButton
              icon={Trash2}
              label={`${t('consent.remove')} ${giver.name}`}
              onPress={() => onChange(rows.filter((_, other) => other !== index))}
            />
          )}
        </div>
      ))}
      {rows.length < MOST && (
        <Button icon={Plus} onPress={() => onChange([...rows, NOBODY])}>
          {t('consent.add')}
        </Button>
      )}
    </fieldset>
  );
}
