import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { Button } from '../../components/button.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useNow } from '../../state/use-now.ts';
import { runningTime } from './clock.ts';

/** Number, name, waiting time and running time of the visit. Calling again and the like stand with the queue. */
export function VisitHeader({
  visit,
  onCancel,
}: {
  readonly visit: VisitView;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['visit', 'common']);
  const { waitedSeconds, groupName, number } = visit;
  const waited =
    waitedSeconds === null ? undefined : t('common:minutes', { count: Math.round(waitedSeconds / 60) });
  return (
    <header className="w-card v-header">
      <span className={number === null ? 'v-number v-number-none' : 'v-number'}>
        {number ?? t('header.noNumber')}
      </span>
      <div className="v-header-who">
        <strong className="v-name">{visit.person?.shortName ?? t('header.noPerson')}</strong>
        <span className="w-soft w-small">
          {[groupName, waited && t('header.waited', { time: waited })].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Timer startedAt={visit.startedAt} />
      <Button keys={KEYS.cancelVisit} onPress={onCancel}>
        {t('header.cancel')}
      </Button>
    </header>
  );
}

function Timer({ startedAt }: { readonly startedAt: string }) {
  const { t } = useTranslation('visit');
  const time = runningTime((useNow(1000) - Date.parse(startedAt)) / 1000);
  return (
    <span className="v-timer" role="timer" aria-label={t('header.timer', { time })}>
      {time}
    </span>
  );
}
