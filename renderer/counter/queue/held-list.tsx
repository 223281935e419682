import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSnapshot, Ticket } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Who does something first and comes back by himself, with who holds him and why; nothing while nobody is held. */
export function HeldList({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  const { send, isBusy } = useHallActions();
  const [leaving, setLeaving] = useState<Ticket | null>(null);
  // Only as long as he is held: meanwhile a colleague may have gone on with him.
  const cancelled = queue.held.find(({ ticketId }) => ticketId === leaving?.ticketId);
  if (queue.held.length === 0) return null;
  return (
    <section className="w-held" aria-label={t('held')}>
      <h2 className="w-section-title">{t('held')}</h2>
      <ul className="w-list">
        {queue.held.map((ticket) => {
          const { ticketId, number, heldBy, note } = ticket;
          return (
            <li key={ticketId} className="w-list-row">
              <b>{number}</b>
              <span className="w-small">
                {heldBy}
                {note !== '' && <span className="w-soft"> · {note}</span>}
              </span>
              <Button
                className="w-push"
                isDisabled={isBusy || queue.current !== null}
                aria-label={t('resumeNumber', { number })}
                onPress={() => void send('hall.resume', { ticketId })}
              >
                {t('resume')}
              </Button>
              <Button
                isDisabled={isBusy}
                aria-label={t('cancelHeldNumber', { number })}
                onPress={() => setLeaving(ticket)}
              >
                {t('cancelHeld')}
              </Button>
            </li>
          );
        })}
      </ul>
      {cancelled && <CancelDialog ticket={cancelled} onClose={() => setLeaving(null)} />}
    </section>
  );
}
