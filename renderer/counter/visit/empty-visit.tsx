import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCounterState } from '../../state/context.tsx';
import { FinishedVisitLines } from './aside/finished-visit.tsx';
import { DocumentRefused } from './identify/document-refused.tsx';

/** The desk without a visitor: what to do, and the visit that was finished last. */
export function EmptyVisit() {
  const { t } = useTranslation('visit');
  const last = useCounterState((state) => state.finished.value)?.[0];
  return (
    <section className="v-empty" aria-label={t('header.label')}>
      <UserRound size={56} aria-hidden className="v-empty-picture" />
      <h1>{t('empty.title')}</h1>
      <p className="w-soft">{t('empty.call')}</p>
      <DocumentRefused />
      <div className="v-empty-last">
        <h2 className="w-section-title">{t('empty.last')}</h2>
        {last === undefined ? (
          <p className="w-soft">{t('empty.nobodyYet')}</p>
        ) : (
          <FinishedVisitLines finished={last} isBrief />
        )}
      </div>
    </section>
  );
}
