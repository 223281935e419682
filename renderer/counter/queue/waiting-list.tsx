import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { Empty } from '../../components/card.tsx';
import { useNow } from '../../state/use-now.ts';
import { GradedWait } from './graded-wait.tsx';
import { TicketMarks } from './ticket-marks.tsx';
import { normOf, waitedSeconds } from './wait.ts';

/** Everybody who waits, in the order of arrival, each with the wait against the norm: by word, sign and colour. */
export function WaitingList({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  const now = useNow(5000);
  const heldBack = new Set(queue.heldBack.map(({ ticketId }) => ticketId));
  if (queue.waiting.length === 0) return <Empty>{t('emptyQueue')}</Empty>;
  return (
    // A list that scrolls must be reachable by key.
    <ol className="w-waiting" aria-label={t('waitingList')} tabIndex={0}>
      {queue.waiting.map((ticket) => (
        <WaitingRow
          key={ticket.ticketId}
          ticket={ticket}
          queue={queue}
          isHeldBack={heldBack.has(ticket.ticketId)}
          seconds={waitedSeconds(ticket, now)}
          norm={normOf(queue, ticket)}
        />
      ))}
    </ol>
  );
}

interface RowProps {
  readonly ticket: Ticket;
  readonly queue: QueueSnapshot;
  readonly isHeldBack: boolean;
  readonly seconds: number;
  readonly norm: number;
}

function WaitingRow({ ticket, queue, isHeldBack, seconds, norm }: RowProps) {
  const { t } = useTranslation('hall');
  return (
    <li className="w-waiting-row">
      <b>{ticket.number}</b>
      <span>
        {ticket.groupName}
        <TicketMarks ticket={ticket} queue={queue} />
        {isHeldBack && <small className="w-soft"> · {t('notHere')}</small>}
      </span>
      <GradedWait seconds={seconds} norm={norm} />
    </li>
  );
}
