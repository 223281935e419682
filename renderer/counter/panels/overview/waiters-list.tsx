import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../../shared/contract/hall.ts';
import { formatTime } from '../../../i18n/format.ts';
import { useNow } from '../../../state/use-now.ts';
import { GradedWait } from '../../queue/graded-wait.tsx';
import { PriorityText } from '../../queue/priority-text.tsx';
import { normOf, waitedSeconds } from '../../queue/wait.ts';

/** Everybody who waits, each with his group, appointment or none, and his wait against his own norm: the worst first. */
export function WaitersList({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('overview');
  const now = useNow(5000);
  const waiters = queue.waiting
    .map((ticket) => ({ ticket, seconds: waitedSeconds(ticket, now), norm: normOf(queue, ticket) }))
    .toSorted((a, b) => partOfNorm(b) - partOfNorm(a) || b.seconds - a.seconds);
  return (
    <section className="w-waiters" aria-labelledby="overview-everyone">
      <h3 id="overview-everyone" className="w-section-title">
        {t('everyone', { count: waiters.length })}
      </h3>
      <p className="w-soft w-small">{t('everyoneOrder')}</p>
      {/* A list that scrolls must be reachable by key. */}
      <ol aria-labelledby="overview-everyone" tabIndex={0}>
        {waiters.map((waiter) => (
          <WaiterRow key={waiter.ticket.ticketId} {...waiter} />
        ))}
      </ol>
    </section>
  );
}

interface Waiter {
  readonly ticket: Ticket;
  readonly seconds: number;
  /** In seconds; 0: none, so never late. */
  readonly norm: number;
}

const partOfNorm = ({ seconds, norm }: Waiter): number => (norm > 0 ? seconds / norm : 0);

function WaiterRow({ ticket, seconds, norm }: Waiter) {
  const { t } = useTranslation('overview');
  const { t: ofQueue } = useTranslation('hall');
  const { number, group, groupName, appointmentAt, hasPriority } = ticket;
  return (
    <li>
      <b>{number}</b>
      <span>
        {group} {groupName}
        <small className="w-soft">
          {' · '}
          {appointmentAt === null
            ? t('walkIn')
            : ofQueue('appointmentAt', { time: formatTime(appointmentAt) })}
          {hasPriority && ' · '}
          <PriorityText ticket={ticket} />
        </small>
      </span>
      <GradedWait seconds={seconds} norm={norm} />
      <span className="w-soft">{norm > 0 && t('ofNorm', { count: Math.round(norm / 60) })}</span>
    </li>
  );
}
