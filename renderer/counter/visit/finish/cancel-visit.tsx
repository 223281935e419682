import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../../shared/contract/visits.ts';
import { Confirm } from '../../../components/dialog.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { RemainingField } from './remaining-field.tsx';
import { useRemaining } from './use-remaining.ts';

/** Ends a visit without a product, after asking. */
export function CancelVisit({ visit, onClose }: { readonly visit: VisitView; readonly onClose: () => void }) {
  const { t } = useTranslation('visit');
  const { run, notify } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('visits.cancel'));
  const remaining = useRemaining(visit);
  const cancel = async () => {
    const { number, chosen, part } = remaining;
    const answer = await run('visits.cancel', { visitId: visit.visitId, ...part });
    if (answer.ok && chosen) notify('ok', { text: t('remaining.sent', { number, name: chosen.name }) });
    onClose();
  };
  return (
    <Confirm
      title={t('cancel.title')}
      confirm={t('cancel.confirm')}
      cancel={t('cancel.back')}
      variant="danger"
      isPending={isPending}
      onConfirm={() => void cancel()}
      onCancel={onClose}
    >
      {t('cancel.body')}
      <RemainingField {...remaining} />
    </Confirm>
  );
}
