import { Plus, Trash2, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { mrzLetters } from '../../../../shared/domain/name-spelling.ts';
import type { StepData } from '../../../../shared/domain/product.ts';
import type { StepOf } from '../../../../shared/domain/product-steps.ts';
import { isOwnName, type StepProblemReason } from '../../../../shared/domain/step-problems.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Message } from '../../../components/message.tsx';
import { GezagNote } from './gezag-note.tsx';
import { useStepCase } from './use-step-case.ts';

type Giver = Extract<StepData, { kind: 'consent' }>['givenBy'][number];

const MOST = 4;
const NOBODY: Giver = { name: '', how: 'present' };

/** Who has gezag and agrees, present or in writing: chosen from whom the BRP names, or typed. */
export function ConsentStep({
  step,
  givenBy,
  visit,
  onChange,
  problem,
}: {
  readonly step: StepOf<'consent'>;
  readonly givenBy: readonly Giver[];
  readonly visit: VisitView;
  readonly onChange: (givenBy: readonly Giver[]) => void;
  readonly problem: StepProblemReason | undefined;
}) {
  const { t } = useTranslation('visit');
  const about = useStepCase(visit);
  const agrees = (name: string) => givenBy.some((giver) => mrzLetters(giver.name) === mrzLetters(name));
  const open = about.holders.filter((name) => !agrees(name));
  const rows = givenBy.length === 0 ? [NOBODY] : givenBy;
  const change = (at: number, part: Partial<Giver>) =>
    onChange(rows.map((giver, index) => (index === at ? { ...giver, ...part } : giver)));
  return (
    <fieldset className="v-step v-consent">
      <legend className="v-text">{step.text}</legend>
      <GezagNote visit={visit} />
      {open.length > 0 && rows.length < MOST && (
        <div className="w-row w-row-wrap">
          {open.map((name) => (
            <Button
              key={name}
              icon={UserRoundCheck}
              onPress={() =>
                onChange([...givenBy.filter((giver) => giver.name.trim() !== ''), { name, how: 'present' }])
              }
            >
              {t('consent.offer', { name })}
            </Button>
          ))}
        </div>
      )}
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
              isOwnName(giver.name, about)
                ? t('steps.problem.ownName')
                : problem === 'required' && giver.name.trim() === ''
                  ? t('steps.problem.required')
                  : undefined
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
      {open.length > 0 && open.length < about.holders.length && (
        <Message tone="warn" role="status">
          {t('consent.missing', { names: open.join(', ') })}
        </Message>
      )}
      {rows.length < MOST && (
        <Button icon={Plus} onPress={() => onChange([...rows, NOBODY])}>
          {t('consent.add')}
        </Button>
      )}
    </fieldset>
  );
}
