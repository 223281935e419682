import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterState, WorkProfileName } from '../../../../shared/contract/overview.ts';
import type { SessionState } from '../../../../shared/contract/session.ts';
import type { CallError } from '../../../bridge/bridge.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { CloseDay } from './close-day.tsx';
import { CountersTable } from './counters-table.tsx';
import { WaitersList } from './waiters-list.tsx';
import { WaitsTable } from './waits-table.tsx';

const LOOK_MS = 10_000;

/** The hall for the team lead: who waits how long against the norm, and every counter. */
export function OverviewPanel({
  session,
  onClose,
}: {
  readonly session: SessionState;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('overview');
  const { ask, onPush } = useCounter();
  const queue = useCounterState((state) => state.queue.value);
  const [counters, setCounters] = useState<readonly CounterState[]>();
  const [profiles, setProfiles] = useState<readonly WorkProfileName[]>([]);
  const [error, setError] = useState<CallError>();
  const look = useCallback(async () => {
    const answer = await ask('overview.counters', {}, { quiet: true });
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setCounters(answer.value);
  }, [ask]);
  useEffect(() => {
    void ask('overview.profiles', {}, { quiet: true }).then((answer) => {
      if (answer.ok) setProfiles(answer.value);
    });
  }, [ask]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    const stop = onPush(({ name }) => {
      if (name === 'hall.changed' || name === 'session.changed') void look();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [look, onPush]);
  return (
    <Dialog title={t('title')} size="table" onClose={onClose}>
      <div className="w-overview">
        <section aria-labelledby="overview-waits">
          <h3 id="overview-waits" className="w-section-title">
            {t('waits')}
          </h3>
          {queue && <WaitsTable queue={queue} />}
          <CloseDay />
        </section>
        <section aria-labelledby="overview-counters">
          <h3 id="overview-counters" className="w-section-title">
            {t('counters')}
          </h3>
          {error && <ErrorMessage error={error} />}
          {counters && (
            <CountersTable counters={counters} own={session.counter} profiles={profiles} onChanged={look} />
          )}
        </section>
        {queue && queue.waiting.length > 0 && <WaitersList queue={queue} />}
      </div>
    </Dialog>
  );
}
