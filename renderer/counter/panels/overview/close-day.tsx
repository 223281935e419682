import { DoorClosed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { Button } from '../../../components/button.tsx';
import { Confirm } from '../../../components/dialog.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

type LeftOver = CallOutput<'overview.leftOver'>;
const KINDS = ['waiting', 'held', 'noShow', 'atCounter'] as const;

/** Closes the day in the hall, after it said who is still there. */
export function CloseDay() {
  const { t } = useTranslation('overview');
  const { ask, run, notify } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('overview.closeDay'));
  const [leftOver, setLeftOver] = useState<LeftOver>();
  const look = async () => {
    const answer = await ask('overview.leftOver', {});
    if (answer.ok) setLeftOver(answer.value);
  };
  const close = async () => {
    const answer = await run('overview.closeDay', {});
    setLeftOver(undefined);
    if (answer.ok) notify('ok', { text: t('dayClosed', { count: answer.value.closed }) });
  };
  return (
    <>
      <Button icon={DoorClosed} onPress={() => void look()}>
        {t('closeDay')}
      </Button>
      {leftOver && (
        <Confirm
          title={t('closeDayTitle')}
          confirm={t('closeDay')}
          variant="danger"
          isPending={isPending}
          onConfirm={() => void close()}
          onCancel={() => setLeftOver(undefined)}
        >
          <ul className="w-close-day">
            {KINDS.map((kind) => (
              <li key={kind}>{t(`leftOver.${kind}`, { count: leftOver[kind] })}</li>
            ))}
          </ul>
          <p>{t('closeDayBody')}</p>
        </Confirm>
      )}
    </>
  );
}
