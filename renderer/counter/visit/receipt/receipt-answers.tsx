import { useTranslation } from 'react-i18next';
import type { FinishedVisit } from '../../../../shared/contract/visits.ts';
import { Button } from '../../../components/button.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';

/** What the clerk can say of a receipt that did not surely come out; nothing is printed again without asking. */
export function ReceiptAnswers({
  finished,
  isStale = false,
}: {
  readonly finished: FinishedVisit;
  /** It waits so long that it is not printed by itself any more. */
  readonly isStale?: boolean;
}) {
  const { t } = useTranslation('visit');
  const { run } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('devices.settlePrint'));
  const { receipt, receiptJobId: jobId } = finished;
  if (jobId === null || (receipt !== 'unknown' && receipt !== 'failed' && receipt !== 'waiting')) return null;
  const answer = (text: string, said: 'printed' | 'printAgain' | 'drop') => (
    <Button isDisabled={isPending} onPress={() => void run('devices.settlePrint', { jobId, answer: said })}>
      {text}
    </Button>
  );
  return (
    <div className="w-row w-row-wrap">
      {receipt === 'unknown' && answer(t('receipt.cameOut'), 'printed')}
      {receipt === 'unknown' && answer(t('receipt.printAgain'), 'printAgain')}
      {(receipt === 'failed' || isStale) && answer(t('receipt.printNow'), 'printAgain')}
      {receipt !== 'unknown' && answer(t('receipt.drop'), 'drop')}
    </div>
  );
}
