import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MOST_NOTE,
  type Payment,
  type VisitOutcome,
  type VisitView,
} from '../../../../shared/contract/visits.ts';
import { changeFor, formatEuro } from '../../../../shared/domain/money.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { RadioField } from '../../../components/choices.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { TextField } from '../../../components/fields.tsx';
import { Message } from '../../../components/message.tsx';
import { useShortcut } from '../../../keys/key-context.tsx';
import { KEYS } from '../../../keys/keys.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useDesk, useDeskState, useDrafts } from '../desk/desk-context.tsx';
import { useCardCents } from '../payment/use-card.ts';
import { paymentOf } from '../payment/payment-of.ts';
import type { Place } from '../steps/places.ts';
import { useStepCase } from '../steps/use-step-case.ts';
import { HandOverFields } from './hand-over-fields.tsx';
import { SignalFields } from './signal-fields.tsx';
import { MessageFields } from './message-fields.tsx';
import { RemainingField } from './remaining-field.tsx';
import { useHandOver } from './use-hand-over.ts';
import { useMessage } from './use-message.ts';
import { useRemaining } from './use-remaining.ts';
import { isWithoutProducts, likelyOutcome, type Missing, missingOf } from './missing.ts';
import { MissingList } from './missing-list.tsx';

const OUTCOMES: readonly VisitOutcome[] = ['inOneGo', 'pickUpNeeded', 'handedOver', 'notPossible'];

/** The last look before "Klaar": what is missing, how it ended, a note. Enter or F9 confirms, once. */
export function FinishSheet({
  visit,
  place,
  onClose,
}: {
  readonly visit: VisitView;
  readonly place: Place;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visit');
  const { run, notify } = useCounter();
  const desk = useDesk();
  const saver = useDrafts();
  const isBusy = useCounterState((state) => state.busy.has('transactions.commit'));
  const payment = paymentOf(
    useDeskState((state) => state.payment),
    visit.totalCents,
    useCardCents(),
  );
  const missing = missingOf(visit, payment, saver, useStepCase(visit));
  const [outcome, setOutcome] = useState(() => likelyOutcome(visit));
  const [note, setNote] = useState('');
  const [error, setError] = useState<CallError>();
  const isOnlyContact = isWithoutProducts(outcome) || visit.transactions.length === 0;
  const more = useHandOver(outcome);
  const message = useMessage(visit, isOnlyContact);
  const remaining = useRemaining(visit);
  const hasWords = note.trim() !== '' || more.saysEnough || message.saysEnough;
  const isReady = (isOnlyContact ? hasWords : missing.length === 0) && more.isRight && message.isRight;
  const sent: Payment | undefined = isOnlyContact ? { method: 'none' } : payment;

  const goTo = (one: Missing) => {
    onClose();
    if (one.kind === 'person') desk.show('identify');
    else if (one.place) desk.goTo(one.place, place);
    else void saver.flush();
  };
  const confirm = async () => {
    if (!isReady || sent === undefined) return;
    setError(undefined);
    if (!(await saver.flush())) return;
    const body = {
      visitId: visit.visitId,
      outcome,
      payment: sent,
      note: note.trim(),
      ...more.parts,
      ...message.parts,
      ...remaining.part,
    };
    const answer = await run('transactions.commit', body, { quiet: true });
    if (!answer.ok) return setError(answer.error);
    const { number, chosen } = remaining;
    if (chosen) notify('ok', { text: t('remaining.sent', { number, name: chosen.name }) });
    desk.finish(answer.value);
    onClose();
  };

  return (
    <Dialog
      title={t('finish.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('finish.back')}</Button>
          <FinishButton isBusy={isBusy} isDisabled={!isReady} onConfirm={() => void confirm()} />
        </>
      }
    >
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
        onKeyDown={(event) => {
          const target = event.target;
          if (event.key !== 'Enter' || target instanceof HTMLTextAreaElement) return;
          if (target instanceof HTMLButtonElement) return;
          event.preventDefault();
          void confirm();
        }}
      >
        {!isOnlyContact && <MissingList missing={missing} onGo={goTo} />}
        {isOnlyContact && <p className="w-soft">{t('finish.onlyContact')}</p>}
        {isOnlyContact && payment !== undefined && payment.method !== 'none' && (
          <Message tone="warn">{t('finish.refund')}</Message>
        )}
        <RadioField
          label={t('finish.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: t(`finish.${value}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
        {more.targets.length > 0 && outcome === 'handedOver' && <HandOverFields {...more} />}
        <TextField
          label={
            isOnlyContact && !more.saysEnough && !message.saysEnough
              ? t('finish.noteNeeded')
              : t('finish.note')
          }
          rows={2}
          value={note}
          onChange={setNote}
          maxLength={MOST_NOTE}
        />
        <SignalFields {...more} />
        <MessageFields {...message} />
        <RemainingField {...remaining} />
        {!isOnlyContact && payment && <PaidText payment={payment} dueCents={visit.totalCents} />}
        {error && <ErrorMessage error={error} />}
      </form>
    </Dialog>
  );
}

function FinishButton({
  isBusy,
  isDisabled,
  onConfirm,
}: {
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onConfirm: () => void;
}) {
  const { t } = useTranslation('visit');
  useShortcut('finish', onConfirm, { isEnabled: !isBusy && !isDisabled });
  return (
    <Button
      variant="done"
      keys={KEYS.finish}
      isPending={isBusy}
      isDisabled={isDisabled}
      autoFocus={!isDisabled}
      onPress={onConfirm}
    >
      {isBusy ? t('finish.confirming') : t('finish.confirm')}
    </Button>
  );
}

function PaidText({ payment, dueCents }: { readonly payment: Payment; readonly dueCents: number }) {
  const { t } = useTranslation('visit');
  const how = (): string => {
    if (payment.method === 'none') return t('finish.paidNone');
    if (payment.method === 'card') return t('finish.paidCard', { amount: formatEuro(dueCents) });
    const change = formatEuro(changeFor(dueCents, payment.givenCents) ?? 0);
    return t('finish.paidCash', { amount: formatEuro(payment.givenCents), change });
  };
  return <p>{t('finish.paid', { how: how() })}</p>;
}
