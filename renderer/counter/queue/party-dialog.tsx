import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useCounter } from '../../state/context.tsx';
import { type Party, PartyFields } from './party-fields.tsx';
import { SplitForm } from './split-form.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Says how many came with a number and what for besides its group, and gives some of them a number of their own. */
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
  const { notify, run } = useCounter();
  const { send, isBusy } = useHallActions();
  const [party, setParty] = useState<Party>({ persons: ticket.persons, also: ticket.also });
  const { ticketId, number, group } = ticket;
  const isSaved = party.persons === ticket.persons && party.also.join() === ticket.also.join();
  const save = async () => {
    if (!(await send('hall.setParty', { ticketId, ...party }))) return;
    notify('ok', { text: t('party.saved', { number }) });
    onClose();
  };
  const split = async (leaving: { readonly persons: number; readonly group: string }) => {
    // Who leave are some of those that stand here on the screen.
    if (!isSaved && !(await send('hall.setParty', { ticketId, ...party }))) return;
    const answer = await run('hall.split', { ticketId, ...leaving });
    if (!answer.ok) return;
    notify('ok', { text: t('party.split.done', { number: answer.value.number, of: number }) });
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
      {party.persons > 1 && (
        <SplitForm
          {...party}
          group={group}
          groups={groups}
          isBusy={isBusy}
          onSplit={(leaving) => void split(leaving)}
        />
      )}
    </Dialog>
  );
}
