import { useTranslation } from 'react-i18next';
import type { QueueSnapshot } from '../../../shared/contract/hall.ts';

/** How many wait for each group. */
export function GroupCounts({ queue }: { readonly queue: QueueSnapshot }) {
  const { t } = useTranslation('hall');
  return (
    <section aria-label={t('groups')}>
      <h2 className="w-section-title w-queue-title">
        {t('queue')} <span>{t('waiting', { count: queue.waiting.length })}</span>
      </h2>
      <ul className="w-groups">
        {queue.groups.map((group) => (
          <li key={group.letter} className={group.waiting === 0 ? 'w-soft' : ''}>
            <b>{group.letter}</b>
            <span>{group.name}</span>
            <b>{group.waiting}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
