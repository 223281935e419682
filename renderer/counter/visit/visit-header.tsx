import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../shared/contract/visits.ts';
import { Button } from '../../components/button.tsx';
import { KEYS } from '../../keys/keys.ts';
import { useNow } from '../../state/use-now.ts';
import { runningTime } from './clock.ts';
import { useDesk } from './desk/desk-context.tsx';
import { PersonFacts } from './identify/person-facts.tsx';
import { PersonWarnings } from './identify/person-warnings.tsx';
import { Verification } from './identify/verification.tsx';

/** Number, person, waiting and running time, and all that must be known of the person. Calling again stands with the queue. */
export function VisitHeader({
  visit,
  onCancel,
}: {
  readonly visit: VisitView;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['visit', 'common']);
  const desk = useDesk();
  const { waitedSeconds, groupName, number, person, document } = visit;
  const waited =
    waitedSeconds === null ? undefined : t('common:minutes', { count: Math.round(waitedSeconds / 60) });
  const parts = [person ? null : groupName, waited && t('header.waited', { time: waited })].filter(Boolean);
  return (
    <section className="w-card v-person" aria-label={t('header.label')}>
      <header className="v-header">
        <span className={number === null ? 'v-number v-number-none' : 'v-number'}>
          {number ?? t('header.noNumber')}
        </span>
        <div className="v-header-who">
          <strong className="v-name">{person?.fullName ?? t('header.noPerson')}</strong>
          <span className="v-header-line w-soft w-small">
            {person && <Verification person={person} />}
            {parts.join(' · ')}
          </span>
        </div>
        <Timer startedAt={visit.startedAt} />
        {person && (
          <Button variant="quiet" keys={KEYS.identify} onPress={() => desk.show('identify')}>
            {t('person.again')}
          </Button>
        )}
        <Button variant="quiet" keys={KEYS.cancelVisit} onPress={onCancel}>
          {t('header.cancel')}
        </Button>
      </header>
      <span className="w-hidden" role="status">
        {person && t('identify.found', { name: person.fullName })}
      </span>
      {person && <PersonFacts visit={visit} person={person} />}
      {person && <PersonWarnings person={person} document={document} />}
    </section>
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
