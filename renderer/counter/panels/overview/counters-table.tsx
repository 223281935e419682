import { LogOut, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CounterState, WorkProfileName } from '../../../../shared/contract/overview.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Confirm } from '../../../components/dialog.tsx';
import { formatTime } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';
import { CounterWork } from './counter-work.tsx';

const TONES: Readonly<Record<CounterState['state'], Tone>> = {
  helping: 'info',
  free: 'ok',
  quiet: 'neutral',
};

export interface CountersTableProps {
  readonly counters: readonly CounterState[];
  /** The team lead's own counter, which he leaves by his menu. */
  readonly own: number;
  readonly profiles: readonly WorkProfileName[];
  /** Somebody was logged out, or a counter got other work. */
  readonly onChanged: () => Promise<void>;
}

/** Each counter: what happens there, since when, and who is logged in. */
export function CountersTable({ counters, own, profiles, onChanged }: CountersTableProps) {
  const { t } = useTranslation('overview');
  const { run, notify } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('overview.logOut'));
  const [leaving, setLeaving] = useState<CounterState>();
  const [working, setWorking] = useState<CounterState>();
  const logOut = async ({ counter, staff }: CounterState) => {
    const answer = await run('overview.logOut', { counter });
    setLeaving(undefined);
    if (!answer.ok) return;
    notify('ok', { text: t('loggedOut', { name: staff ?? '', counter }) });
    await onChanged();
  };
  if (counters.length === 0) return <Empty>{t('noCounters')}</Empty>;
  return (
    <>
      <table className="w-table">
        <thead>
          <tr>
            {(['counter', 'state', 'staff', 'work'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counters.map((at) => (
            <tr key={at.counter}>
              <th scope="row">{at.counter}</th>
              <td>
                <WhatHappens at={at} />
              </td>
              <td>
                {at.staff ?? <span className="w-soft">–</span>}
                {at.isLocked && <span className="w-soft"> ({t('locked')})</span>}
                {at.staff !== null && at.counter !== own && (
                  <Button
                    icon={LogOut}
                    className="w-push"
                    aria-label={t('logOutOf', { name: at.staff, counter: at.counter })}
                    onPress={() => setLeaving(at)}
                  >
                    {t('logOut')}
                  </Button>
                )}
              </td>
              <td>
                {!at.isOpen && <Badge tone="warn">{t('closed')}</Badge>}
                <WorkOf at={at} />
                <Button
                  icon={Pencil}
                  className="w-push"
                  aria-label={t('workOf', { counter: at.counter })}
                  onPress={() => setWorking(at)}
                >
                  {t('work')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {working && (
        <CounterWork
          at={working}
          profiles={profiles}
          onDone={onChanged}
          onClose={() => setWorking(undefined)}
        />
      )}
      {leaving && (
        <Confirm
          title={t('logOutTitle', { name: leaving.staff ?? '', counter: leaving.counter })}
          confirm={t('logOut')}
          variant="danger"
          isPending={isPending}
          onConfirm={() => void logOut(leaving)}
          onCancel={() => setLeaving(undefined)}
        >
          <p>{t('logOutBody')}</p>
        </Confirm>
      )}
    </>
  );
}

/** The profile that counts at a counter, and whose it is. */
function WorkOf({ at: { work } }: { readonly at: CounterState }) {
  const { t } = useTranslation('overview');
  if (work === null) return null;
  return (
    <>
      {work.profile?.name ?? t('everyGroup')}{' '}
      <span className="w-soft">({t(`decidedBy.${work.decidedBy}`)})</span>
    </>
  );
}

function WhatHappens({ at: { state, since, number } }: { readonly at: CounterState }) {
  const { t } = useTranslation('overview');
  const now = useNow(10_000);
  const minutes = since === null ? null : Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  return (
    <>
      <Badge tone={TONES[state]}>
        {state === 'helping' && number !== null ? t('helpsNumber', { number }) : t(`state.${state}`)}
      </Badge>{' '}
      {since !== null && minutes !== null && (
        <span className="w-soft">
          {state === 'helping'
            ? t('forMinutes', { count: minutes })
            : t('lastAt', { time: formatTime(since) })}
        </span>
      )}
    </>
  );
}
