import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useCounter } from '../../state/context.tsx';
import { type Party, PartyFields } from './party-fields.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Says how many are at this counter, and what for besides the group of their number. */
export function PartyDialog({
  queue: { groups },
  ticket,
  onClose,
}: {
  readonly queue: QueueSnapshot;
  readonly ticket: Ticket;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send, isBusy } = useHallActions();
  const [party, setParty] = useState<Party>({ persons: ticket.persons, also: ticket.also });
  const { ticketId, number, group } = ticket;
  const save = async () => {
    if (!(await send('hall.setParty', { ticketId, ...party }))) return;
    notify('ok', { text: t('party.saved', { number }) });
    onClose();
  };
  return (
    <Dialog title={t('party.title', { number })} size="narrow" onClose={onClose}>
      <form
        className="w-stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <PartyFields autoFocus group={group} groups={groups} value={party} onChange={setParty} />
        <Button type="submit" variant="primary" isPending={isBusy}>
          {t('party.save')}
        </Button>
      </form>
    </Dialog>
  );
}
