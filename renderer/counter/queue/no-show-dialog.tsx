import { BellRing, CornerDownLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Who was called but did not come today; whoever turns up after all is called now or goes back into the queue. */
export function NoShowDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('hall');
  const { notify } = useCounter();
  const { send, isBusy } = useHallActions();
  const tickets = useCounterState((state) => state.queue.value?.noShows);
  const putBack = async (ticket: Ticket) => {
    if (await send('hall.putBack', { ticketId: ticket.ticketId })) {
      notify('ok', { text: t('done.putBack', { number: ticket.number }) });
    }
  };
  const call = async (ticket: Ticket) => {
    if (!(await send('hall.recall', { ticketId: ticket.ticketId }))) return;
    notify('ok', { text: t('called', { number: ticket.number }) });
    onClose();
  };
  return (
    <Dialog title={t('noShowTitle')} onClose={onClose}>
      {(tickets?.length ?? 0) === 0 && <Empty>{t('noNoShows')}</Empty>}
      <ul className="w-list">
        {tickets?.map((ticket) => (
          <li key={ticket.ticketId} className="w-list-row">
            <b>{ticket.number}</b>
            <span>
              {ticket.groupName}
              {ticket.firstCalledAt && (
                <small className="w-soft">
                  {' '}
                  · {t('calledAt', { time: formatTime(ticket.firstCalledAt) })}
                </small>
              )}
            </span>
            <Button
              icon={BellRing}
              className="w-push"
              isDisabled={isBusy}
              aria-label={t('callNumber', { number: ticket.number })}
              onPress={() => void call(ticket)}
            >
              {t('callNow')}
            </Button>
            <Button
              icon={CornerDownLeft}
              isDisabled={isBusy}
              aria-label={t('putBackNumber', { number: ticket.number })}
              onPress={() => void putBack(ticket)}
            >
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
