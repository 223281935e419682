import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';
import { Button } from '../../components/button.tsx';
import { useHallActions } from './use-hall-actions.ts';

/** Who does something first and comes back by himself, with who holds him and why; nothing while nobody is held. */
export function HeldList({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  const { send, isBusy } = useHallActions();
  if (queue.held.length === 0) return null;
  return (
    <section className="w-held" aria-label={t('held')}>
      <h2 className="w-section-title">{t('held')}</h2>
      <ul className="w-list">
        {queue.held.map(({ ticketId, number, heldBy, note }) => (
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
          </li>
        ))}
      </ul>
    </section>
  );
}
