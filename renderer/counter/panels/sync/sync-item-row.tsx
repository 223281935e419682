import { Check, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncItem } from '../../../../shared/contract/workstation.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { formatTime } from '../../../i18n/format.ts';
import { useCounter, useCounterState } from '../../../state/context.tsx';
import { CorrectAddress } from './correct-address.tsx';
import { CorrectZaak } from './correct-zaak.tsx';
import { InspectItem } from './inspect-item.tsx';
import { reasonWords } from './reason-words.ts';

const TONES: Readonly<Record<SyncItem['state'], Tone>> = {
  queued: 'neutral',
  sending: 'info',
  parked: 'bad',
  done: 'ok',
};

/** One message to the central systems: what it is about, how far it is, why it is held up, and trying again. */
export function SyncItemRow({ item }: { readonly item: SyncItem }) {
  const { t } = useTranslation('sync');
  const { t: tReason } = useTranslation('syncReasons');
  const { run, notify } = useCounter();
  const [isOpen, setOpen] = useState(false);
  const isPending = useCounterState((state) => state.busy.has('sync.retry') || state.busy.has('sync.end'));
  const canEnd = item.state === 'parked' && item.reason?.code === 'addressGone';
  const retry = async () => {
    if ((await run('sync.retry', { itemId: item.itemId })).ok)
      notify('ok', { text: t('retried', { label: item.label }) });
  };
  const end = async () => {
    if ((await run('sync.end', { itemId: item.itemId })).ok)
      notify('ok', { text: t('ended', { label: item.label }) });
  };
  return (
    <li className="w-sync-item">
      <div className="w-row w-row-wrap">
        <strong>{item.label}</strong>
        <span className="w-soft">{t(`kind.${item.kind}`)}</span>
        <Badge tone={TONES[item.state]}>{t(`state.${item.state}`)}</Badge>
        <span className="w-soft w-small">
          {formatTime(item.createdAt)}
          {item.attempts > 0 && ` · ${t('attempts', { count: item.attempts })}`}
          {item.nextAttemptAt && ` · ${t('nextAttempt', { time: formatTime(item.nextAttemptAt) })}`}
        </span>
        {item.assignedTo && <Badge tone="info">{t('assigned', { name: item.assignedTo })}</Badge>}
        <span className="w-row w-push">
          {item.reason && (
            <Button
              variant="quiet"
              aria-expanded={isOpen}
              aria-label={`${t(isOpen ? 'inspect.close' : 'inspect.open')}, ${item.label}`}
              onPress={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'inspect.close' : 'inspect.open')}
            </Button>
          )}
          {canEnd && (
            <Button icon={Check} isDisabled={isPending} onPress={() => void end()}>
              {t('end')}
            </Button>
          )}
          {item.state === 'parked' && !canEnd && (
            <Button icon={RotateCw} isDisabled={isPending} onPress={() => void retry()}>
              {t('retry')}
            </Button>
          )}
        </span>
      </div>
      {item.reason && <p>{reasonWords(tReason, item.reason)}</p>}
      {isOpen && <InspectItem item={item} />}
      {item.canCorrect && <CorrectZaak item={item} />}
      {item.channel && item.state === 'parked' && <CorrectAddress item={item} channel={item.channel} />}
      {item.step && item.state !== 'done' && (
        <p className="w-soft w-small">{t('step', { step: t(`made.${item.step}`) })}</p>
      )}
    </li>
  );
}
