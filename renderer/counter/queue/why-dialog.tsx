import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { Empty } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useCounterState } from '../../state/context.tsx';
import { useNow } from '../../state/use-now.ts';
import { PartyText } from './party-text.tsx';
import { normOf, waitedSeconds } from './wait.ts';
import { nobodyNext, useWhyText } from './why-text.ts';

/** Whom this counter calls next and why, who comes after, and why others are passed over. It calls nobody. */
export function WhyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('hall');
  const queue = useCounterState((state) => state.queue.value);
  return (
    <Dialog title={t('whyTitle')} onClose={onClose}>
      {queue && <Reasons queue={queue} />}
    </Dialog>
  );
}

function Reasons({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  const { next, afterNext } = queue;
  return (
    <div className="w-stack">
      {next ? <UpNext queue={queue} upNext={next} isFirst /> : <Empty>{t(nobodyNext(queue))}</Empty>}
      {afterNext.length > 0 && (
        <section aria-labelledby="why-then">
          <h3 id="why-then" className="w-section-title">
            {t('whyThen')}
          </h3>
          <ol className="w-list">
            {afterNext.map((one) => (
              <li key={one.ticketId}>
                <UpNext queue={queue} upNext={one} />
              </li>
            ))}
          </ol>
          <p className="w-soft w-small">{t('whyThenNote')}</p>
        </section>
      )}
      <HeldBack queue={queue} />
    </div>
  );
}

interface UpNextProps {
  readonly queue: QueueSnapshot;
  readonly upNext: NonNullable<QueueSnapshot['next']>;
  readonly isFirst?: boolean;
}

function UpNext({ queue, upNext, isFirst = false }: UpNextProps) {
  const { t } = useTranslation('hall');
  const whyText = useWhyText();
  const now = useNow(5000);
  const ticket = queue.waiting.find(({ ticketId }) => ticketId === upNext.ticketId);
  return (
    <p className={isFirst ? 'w-why-first' : ''}>
      <strong>{upNext.number}</strong> {whyText.next(upNext.why)}
      {upNext.awayColleague !== undefined && <> {t('awayColleague', { name: upNext.awayColleague })}</>}
      {ticket && (
        <span className="w-soft w-small">
          {' '}
          {ticket.groupName},{' '}
          {t('whyWait', {
            waited: Math.floor(waitedSeconds(ticket, now) / 60),
            norm: Math.round(normOf(queue, ticket) / 60),
          })}
          <PartyText ticket={ticket} queue={queue} />
        </span>
      )}
    </p>
  );
}

/** Who is passed over, the numbers of one reason together. */
function HeldBack({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  const whyText = useWhyText();
  const numbers = new Map(queue.waiting.map(({ ticketId, number }) => [ticketId, number]));
  const reasons = Map.groupBy(queue.heldBack, ({ why }) => whyText.not(why));
  if (reasons.size === 0) return null;
  return (
    <section aria-labelledby="why-held-back">
      <h3 id="why-held-back" className="w-section-title">
        {t('heldBackTitle')}
      </h3>
      <ul className="w-list">
        {[...reasons].map(([reason, tickets]) => (
          <li key={reason}>
            <p>
              <strong>{tickets.flatMap(({ ticketId }) => numbers.get(ticketId) ?? []).join(', ')}</strong>{' '}
              {reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
