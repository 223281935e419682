import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../../components/error-text.tsx';
import { Message } from '../../components/message.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import type { OpenPanel } from '../panels/panel-names.ts';
import { AtCounter } from './at-counter.tsx';
import { CallNext } from './call-next.tsx';
import { GroupCounts } from './group-counts.tsx';
import { HeldList } from './held-list.tsx';
import { QueueFoot } from './queue-foot.tsx';
import { UndoBar } from './undo-bar.tsx';
import { WaitingList } from './waiting-list.tsx';
import { WorkNotice } from './work-notice.tsx';

/** Who is next changes with time alone: a norm that passes, an appointment that comes near. */
const AGE_MS = 30_000;

/** The left column: call, who is at the counter, who waits. */
export function QueuePane({ onOpen }: { readonly onOpen: OpenPanel }) {
  const { t } = useTranslation(['hall', 'common']);
  const { value: queue, error } = useCounterState((state) => state.queue);
  const { refresh } = useCounter();
  useEffect(() => {
    const timer = setInterval(() => refresh('queue'), AGE_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  if (!queue) {
    return (
      <div className="w-queue">
        {error ? <ErrorMessage error={error} /> : <p role="status">{t('common:loading')}</p>}
      </div>
    );
  }
  return (
    <div className="w-queue">
      {error && (
        <Message tone="warn" title={t('queueAway')} role="status">
          {t('common:stale')}
        </Message>
      )}
      {queue.awaySince && (
        <Message tone="warn" title={t('sharedAway', { time: formatTime(queue.awaySince) })} role="status">
          {t('sharedAwayNow')}
        </Message>
      )}
      {queue.roll?.why && (
        <Message
          tone="warn"
          title={t('rollInUse', { next: String(queue.roll.next).padStart(3, '0') })}
          role="status"
        >
          {t(`rollWhy.${queue.roll.why}`)}
        </Message>
      )}
      {queue.work && <WorkNotice work={queue.work} />}
      <CallNext queue={queue} onOpen={onOpen} />
      <AtCounter queue={queue} />
      {queue.undo && <UndoBar key={queue.undo.actionId} undo={queue.undo} />}
      <HeldList queue={queue} />
      <GroupCounts queue={queue} />
      <WaitingList queue={queue} />
      <QueueFoot queue={queue} onOpen={onOpen} />
    </div>
  );
}
