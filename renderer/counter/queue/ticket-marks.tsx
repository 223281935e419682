import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { formatTime } from '../../i18n/format.ts';
import { PartyText } from './party-text.tsx';
import { PriorityText } from './priority-text.tsx';

/** What is particular about one who waits: appointment, priority, persons, called before, and where or when he was sent. */
export function TicketMarks({ ticket, queue }: { readonly ticket: Ticket; readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  return (
    <>
      {ticket.appointmentAt !== null && (
        <small className="w-soft"> · {t('appointmentAt', { time: formatTime(ticket.appointmentAt) })}</small>
      )}
      {ticket.hasPriority && (
        <small className="w-soft w-priority">
          {' '}
          · <PriorityText ticket={ticket} />
        </small>
      )}
      <PartyText ticket={ticket} queue={queue} />
      {ticket.timesCalled > 0 && (
        <small className="w-soft"> · {t('calledBefore', { count: ticket.timesCalled })}</small>
      )}
      {ticket.sentTo !== null && (
        <small className="w-soft"> · {t('sentTo', { counter: ticket.sentTo })}</small>
      )}
      {ticket.sentToColleague !== null && (
        <small className="w-soft"> · {t('sentToColleague', { name: ticket.sentToColleague })}</small>
      )}
      {ticket.notBefore !== null && (
        <small className="w-soft"> · {t('notBefore', { time: formatTime(ticket.notBefore) })}</small>
      )}
    </>
  );
}
