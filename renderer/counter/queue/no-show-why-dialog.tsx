import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoShowReason, type Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/choices.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Why this visitor did not come, where the clerk knows it; for ten seconds it can be taken back. */
export function NoShowWhyDialog({
  ticket: { ticketId, number },
  onClose,
}: {
  readonly ticket: Ticket;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('hall');
  const { send, isBusy } = useHallActions();
  const [reason, setReason] = useState<NoShowReason>('visitorLeft');
  const save = async () => {
    if (await send('hall.noShow', { ticketId, reason })) onClose();
  };
  return (
    <Dialog title={t('noShowBecause', { number })} size="narrow" onClose={onClose}>
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SelectField
          autoFocus
          label={t('noShowReason')}
          options={NoShowReason.options.map((value) => ({ value, label: t(`noShowWhy.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {t('noShowSave')}
        </Button>
      </form>
    </Dialog>
  );
}
