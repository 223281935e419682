import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CancelReason, type Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useCounter } from '../../state/context.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Why somebody who waits or is held is taken out of the hall. */
export function CancelReasonField({
  value,
  onChange,
  autoFocus,
}: {
  readonly value: CancelReason;
  readonly onChange: (reason: CancelReason) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('hall');
  return (
    <SelectField
      {...(autoFocus && { autoFocus })}
      label={t('choose.why')}
      options={CancelReason.options.map((reason) => ({
        value: reason,
        label: t(`choose.cancelWhy.${reason}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** Takes this one out of the hall; for ten seconds it can be taken back. */
export function CancelDialog({
  ticket: { ticketId, number },
  onClose,
}: {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send, isBusy } = useHallActions();
  const [reason, setReason] = useState<CancelReason>('left');
  const cancel = async () => {
    if (!(await send('hall.cancel', { ticketId, reason }))) return;
    notify('ok', { text: t('choose.done.cancel', { number }) });
    onClose();
  };
  return (
    <Dialog title={t('cancelHeldNumber', { number })} size="narrow" onClose={onClose}>
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void cancel();
        }}
      >
        <CancelReasonField autoFocus value={reason} onChange={setReason} />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {t('choose.do.cancel')}
        </Button>
      </form>
    </Dialog>
  );
}
