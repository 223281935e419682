import { useTranslation } from 'react-i18next';
import { phoneNumber } from '../../../../shared/domain/phone.ts';
import { CheckField, SelectField } from '../../../components/choices.tsx';
import { TextField } from '../../../components/fields.tsx';
import type { HandOverForm } from './use-hand-over.ts';

/** To whom the work goes, what he wants to know, and whether the visitor is called back. */
export function HandOverFields({
  targets,
  target,
  setTarget,
  callBack,
  setCallBack,
  phone,
  setPhone,
  answers,
  setAnswer,
}: HandOverForm) {
  const { t } = useTranslation('handOver');
  const isWrong = phone !== '' && phoneNumber(phone) === null;
  return (
    <div className="w-stack" role="group" aria-label={t('title')}>
      <SelectField
        label={t('target')}
        placeholder={t('choose')}
        options={targets.map(({ targetId, name, kind, workingDays }) => ({
          value: targetId,
          label: name,
          note: `${t(`kind.${kind}`)}, ${t('term', { count: workingDays })}`,
        }))}
        value={target?.targetId ?? null}
        onChange={setTarget}
        description={target ? t('term', { count: target.workingDays }) : t('withoutTarget')}
      />
      {target?.questions.map((question, index) => (
        <TextField
          key={`${target.targetId} ${question}`}
          label={question}
          value={answers[index] ?? ''}
          onChange={(answer) => setAnswer(index, answer)}
          maxLength={300}
        />
      ))}
      {target && (
        <CheckField isSelected={callBack} onChange={setCallBack}>
          {t('callBack')}
        </CheckField>
      )}
      {target && callBack && (
        <TextField
          label={t('phone')}
          type="tel"
          value={phone}
          onChange={setPhone}
          maxLength={20}
          error={isWrong ? t('phoneWrong') : undefined}
        />
      )}
    </div>
  );
}
