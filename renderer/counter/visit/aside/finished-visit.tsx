import { useTranslation } from 'react-i18next';
import type { FinishedVisit } from '../../../../shared/contract/visits.ts';
import { formatEuro } from '../../../../shared/domain/money.ts';
import { type Tone, ToneIcon } from '../../../components/badge.tsx';
import { formatTime } from '../../../i18n/format.ts';
import { ReceiptAnswers } from '../receipt/receipt-answers.tsx';

const SYNC_TONES: Readonly<Record<FinishedVisit['transactions'][number]['sync'], Tone>> = {
  queued: 'neutral',
  sending: 'info',
  parked: 'warn',
  done: 'ok',
};

/** One finished visit: number, how it ended, its zaken with where they are, what the BRP found different, its receipt. */
export function FinishedVisitLines({
  finished,
  isBrief = false,
}: {
  readonly finished: FinishedVisit;
  /** Without the question about the receipt, which stands elsewhere on the screen. */
  readonly isBrief?: boolean;
}) {
  const { t } = useTranslation('visit');
  return (
    <article className="v-finished">
      <header>
        <strong>{finished.number ?? t('header.noNumber')}</strong>
        <span>{t(`finish.${finished.outcome}`)}</span>
        <time className="w-soft w-small" dateTime={finished.finishedAt}>
          {formatTime(finished.finishedAt)}
        </time>
      </header>
      <ul>
        {finished.transactions.map(({ transactionId, productName, zaakIdentificatie, sync }) => (
          <li key={transactionId}>
            <span>{productName}</span>
            <span className="v-zaak w-small">{zaakIdentificatie}</span>
            <span className={`v-sync w-small v-sync-${sync}`}>
              <ToneIcon tone={SYNC_TONES[sync]} size={14} /> {t(`aside.sync.${sync}`)}
            </span>
          </li>
        ))}
      </ul>
      <p className="w-soft w-small">
        {[
          formatEuro(finished.totalCents),
          ...(finished.verification === 'different'
            ? []
            : [t(`aside.verification.${finished.verification}`)]),
          ...(finished.receipt === 'unknown' || finished.receipt === 'failed'
            ? []
            : [t(`aside.receipt.${finished.receipt}`)]),
        ].join(' · ')}
      </p>
      {finished.verification === 'different' && (
        <p className="v-finished-warning v-warn">
          <ToneIcon tone="warn" size={14} /> {t('aside.verification.different')}
        </p>
      )}
      {!isBrief && <ReceiptQuestion finished={finished} />}
    </article>
  );
}

/** A receipt that wants the clerk's eye. */
function ReceiptQuestion({ finished }: { readonly finished: FinishedVisit }) {
  const { t } = useTranslation('visit');
  const { receipt } = finished;
  if (receipt !== 'unknown' && receipt !== 'failed') return null;
  return (
    <div className="v-receipt" role="group" aria-label={t(`aside.receipt.${receipt}`)}>
      <span className="v-warn">
        <ToneIcon tone="warn" size={14} /> {t(`aside.receipt.${receipt}`)}
      </span>
      <ReceiptAnswers finished={finished} />
    </div>
  );
}
