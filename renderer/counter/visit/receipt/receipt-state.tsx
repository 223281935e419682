import { useTranslation } from 'react-i18next';
import type { FinishedVisit } from '../../../../shared/contract/visits.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import { type Tone, ToneIcon } from '../../../components/badge.tsx';
import { Message } from '../../../components/message.tsx';
import { useCounterState } from '../../../state/context.tsx';
import { adviceFor } from '../../panels/devices/device-advice.ts';
import { deviceHealth } from '../../panels/devices/device-health.ts';
import { ReceiptAnswers } from './receipt-answers.tsx';

/** Where the receipt of a visit that was just finished is, why it does not come, and what the clerk can do about it. */
export function ReceiptState({
  finished,
  receiptNumber,
}: {
  readonly finished: FinishedVisit;
  readonly receiptNumber: string;
}) {
  const { t } = useTranslation(['visit', 'devices']);
  const devices = useCounterState((state) => state.devices.value);
  const printer = devices?.devices.find(({ role }) => role === 'receipt-printer');
  const health = printer && deviceHealth(printer);
  const isStale =
    finished.receipt === 'waiting' && (devices?.jobs.some(({ label }) => label === receiptNumber) ?? false);
  const line = (tone: Tone, text: string) => (
    <p className="w-row">
      <ToneIcon tone={tone} /> {text}
    </p>
  );
  const question = (title: string, ...more: readonly string[]) => (
    <div className="v-done-receipt">
      <Message tone="warn" title={title}>
        {more.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <ReceiptAnswers finished={finished} isStale={isStale} />
      </Message>
    </div>
  );
  const advice =
    printer && health?.tone === 'bad' ? adviceFor(printer).map((key) => t(`devices:advice.${key}`)) : [];
  const word = health && health.tone === 'bad' ? t(`devices:word.${health.word}`) : undefined;
  switch (finished.receipt) {
    case 'none':
      if (finished.transactions.length === 0) return null;
      return line('neutral', t(finished.receiptJobId === null ? 'receipt.noPrinter' : 'receipt.dropped'));
    case 'printing':
      return line('info', t('receipt.printing'));
    case 'confirmed':
    case 'probable':
      return line('ok', t('receipt.printed'));
    case 'waiting':
      if (isStale) return question(t('receipt.stale'), ...advice);
      if (word === undefined) return line('info', t('receipt.waiting'));
      return question(t('receipt.waitingFor', { word }), ...advice, t('receipt.thenByItself'));
    case 'unknown':
      return question(t('receipt.unknown'), t('receipt.look'), ...advice);
    case 'failed':
      return question(t('receipt.failed'), ...advice);
    default:
      return assertNever(finished.receipt);
  }
}
