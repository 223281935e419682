import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRoll } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/choices.tsx';
import { TextField } from '../../components/fields.tsx';
import { useCounter } from '../../state/context.tsx';

/** Says which number comes next on the roll of printed numbers, and whether its numbers are given now. */
export function RollForm({ roll }: { readonly roll: PaperRoll | undefined }) {
  const { t } = useTranslation('hall');
  const { notify, run } = useCounter();
  const [next, setNext] = useState(roll ? String(roll.next) : '');
  const [byHand, setByHand] = useState(roll?.why === 'byHand');
  const [isWrong, setWrong] = useState(false);
  const save = async () => {
    const number = /^[1-9]\d{0,3}$/.test(next.replace(/^0+/, '')) ? Number(next) : null;
    setWrong(number === null && next !== '');
    if (number === null && next !== '') return;
    const answer = await run('hall.setPaperRoll', {
      roll: number === null ? null : { next: number, byHand },
    });
    if (answer.ok && number !== null) notify('ok', { text: t('rollSaved', { next: number }) });
  };
  return (
    <section className="w-roll" aria-label={t('roll')}>
      <h3>{t('roll')}</h3>
      <p className="w-soft">{t('rollBody')}</p>
      <CheckField isSelected={byHand} onChange={setByHand}>
        {t('rollByHand')}
      </CheckField>
      <div className="w-roll-next">
        <TextField
          label={t('rollNext')}
          inputMode="numeric"
          maxLength={5}
          value={next}
          onChange={setNext}
          error={isWrong ? t('rollWrong') : undefined}
        />
        <Button onPress={() => void save()}>{t('rollSave')}</Button>
      </div>
    </section>
  );
}
