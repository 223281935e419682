import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { useShortcut } from '../../keys/key-context.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { useNow } from '../../state/use-now.ts';
import { useHallActions } from './use-hall-actions.ts';

/** The last action, as long as it can be taken back, with the seconds that are left. */
export function UndoBar({ undo }: { readonly undo: NonNullable<QueueSnapshot['undo']> }) {
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send } = useHallActions();
  const isPending = useCounterState((state) => state.busy.has('hall.undo'));
  const secondsLeft = Math.ceil((Date.parse(undo.until) - useNow(500)) / 1000);
  const isFinish = undo.what === 'finished';
  const run = async () => {
    if (await send('hall.undo', { actionId: undo.actionId })) {
      notify('ok', { text: t(isFinish ? 'goesOn' : 'undone', { number: undo.number }) });
    }
  };
  useShortcut('undo', () => void run(), {
    isEnabled: secondsLeft > 0,
    refuse: () => notify('info', { text: t('undoTooLate') }),
  });
  if (secondsLeft <= 0) return null;
  return (
    <div className="w-undo">
      <Button icon={Undo2} keys={KEYS.undo} isPending={isPending} onPress={() => void run()}>
        {t(undo.number === '' ? 'undoOf.withoutNumber' : `undoOf.${undo.what}`, { number: undo.number })}{' '}
        <span aria-hidden>({secondsLeft})</span>
      </Button>
    </div>
  );
}
