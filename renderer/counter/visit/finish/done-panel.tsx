import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { Button } from '../../../components/button.tsx';
import { useCounterState } from '../../../state/context.tsx';
import { DrawerButton } from '../../panels/devices/drawer-button.tsx';
import { useDesk } from '../desk/desk-context.tsx';
import { ReceiptState } from '../receipt/receipt-state.tsx';

/** The calm after "Klaar": what to give back, the receipt and whether it came out, the zaken, and that all is safe. Enter closes; F2 goes on. */
export function DonePanel({ finished }: { readonly finished: CallOutput<'transactions.commit'> }) {
  const { t } = useTranslation('visit');
  const desk = useDesk();
  const visit = useCounterState((state) =>
    state.finished.value?.find(({ visitId }) => visitId === finished.visitId),
  );
  const panel = useRef<HTMLElement>(null);
  const receipt = visit?.receipt;
  useEffect(() => {
    // The button that answered about the receipt is gone, and the focus with it: Enter must still close.
    if (receipt !== undefined && document.activeElement === document.body)
      panel.current?.querySelector<HTMLElement>('.w-button-primary')?.focus();
  }, [receipt]);
  return (
    <section className="v-done" role="status" aria-label={t('done.title')} ref={panel}>
      <CircleCheck size={64} aria-hidden className="w-tone-ok" />
      <h1>{t('done.title')}</h1>
      {finished.changeCents > 0 && (
        <p className="v-done-change">{t('done.change', { amount: formatEuro(finished.changeCents) })}</p>
      )}
      <dl className="v-done-facts">
        <dt>{t('done.receipt')}</dt>
        <dd>
          {finished.receiptNumber} · {formatEuro(finished.totalCents)}
        </dd>
        {finished.zaken.map(({ productName, zaakIdentificatie }) => (
          <div key={zaakIdentificatie} className="v-done-zaak">
            <dt>{productName}</dt>
            <dd>{zaakIdentificatie}</dd>
          </div>
        ))}
      </dl>
      {visit && <ReceiptState finished={visit} receiptNumber={finished.receiptNumber} />}
      <p>{t('done.safe')}</p>
      <div className="w-row">
        <Button variant="primary" autoFocus keys="Enter" onPress={desk.closeFinished}>
          {t('done.close')}
        </Button>
        {finished.changeCents > 0 && <DrawerButton />}
        <span className="w-soft">{t('done.next')}</span>
      </div>
    </section>
  );
}
