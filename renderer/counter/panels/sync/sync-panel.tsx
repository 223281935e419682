import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorMessage } from '../../../components/error-text.tsx';
import { Message } from '../../../components/message.tsx';
import { formatSince } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { useNow } from '../../../state/use-now.ts';
import { reachOf, stalledOf } from './reach.ts';
import { SyncItemRow } from './sync-item-row.tsx';

type SyncStatus = CallOutput<'sync.status'>;

/** What still has to reach the central systems, which of those answer, and what is held up and why. */
export function SyncPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sync');
  const { value, error } = useCounterState((state) => state.sync);
  return (
    <Dialog title={t('title')} size="wide" onClose={onClose}>
      <div className="w-stack">
        {error && <ErrorMessage error={error} />}
        {value && <Summary sync={value} />}
        {value && <Systems systems={value.systems} />}
        {value?.items.some(isWaiting) && <TryNow />}
        {value && (
          <section className="w-stack" aria-label={t('items')}>
            <h3>{t('items')}</h3>
            {value.items.length === 0 && <Empty>{t('noItems')}</Empty>}
            <ul className="w-list">
              {value.items.map((item) => (
                <SyncItemRow key={item.itemId} item={item} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Summary({ sync }: { readonly sync: SyncStatus }) {
  const { t } = useTranslation('sync');
  const now = useNow(60_000);
  const oldest = sync.oldestAt && t('oldest', { time: formatSince(sync.oldestAt, now) });
  const stalled = stalledOf(sync, now);
  const time = stalled && formatSince(stalled.since, now);
  return (
    <>
      {stalled && (
        <Message
          tone="bad"
          title={
            stalled.system === null
              ? t('stalled', { time })
              : t('stalledAt', { time, system: t(`system.${stalled.system}`) })
          }
        >
          {t('stalledAdvice')}
        </Message>
      )}
      <p>
        {t(reachOf(sync))} {t('queued', { count: sync.queued })}{' '}
        {sync.parked > 0 && t('parked', { count: sync.parked })} {oldest}
      </p>
    </>
  );
}

/** After an attempt that failed it waits for the next. */
const isWaiting = ({ state, attempts }: SyncStatus['items'][number]): boolean =>
  state === 'queued' && attempts > 0;

function TryNow() {
  const { t } = useTranslation('sync');
  const { run, notify } = useCounter();
  const isPending = useCounterState((state) => state.busy.has('sync.tryNow'));
  const tryNow = async () => {
    if ((await run('sync.tryNow', {})).ok) notify('ok', { text: t('triedNow') });
  };
  return (
    <div className="w-row">
      <Button icon={RotateCw} isPending={isPending} onPress={() => void tryNow()}>
        {t('tryNow')}
      </Button>
    </div>
  );
}

const REACHABLE = { yes: 'ok', no: 'bad', unknown: 'neutral' } as const satisfies Record<string, Tone>;

function Systems({ systems }: { readonly systems: SyncStatus['systems'] }) {
  const { t } = useTranslation(['sync', 'common']);
  const now = useNow(60_000);
  return (
    <ul className="w-systems">
      {systems.map((system) => {
        const reachable = system.reachable === null ? 'unknown' : system.reachable ? 'yes' : 'no';
        return (
          <li key={system.name}>
            <strong>{t(`system.${system.name}`)}</strong>
            <Badge tone={REACHABLE[reachable]}>{t(`reachable.${reachable}`)}</Badge>
            <span className="w-soft w-small">
              {system.since && t('common:since', { time: formatSince(system.since, now) })}{' '}
              {system.problem && t(`problem.${system.problem.code}`, { secret: system.problem.secret })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
