import { CloudOff, CloudUpload, Cloud } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ToneIcon } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { formatSince } from '../../i18n/format.ts';
import { KEYS } from '../../keys/keys.ts';
import { useCounter, useCounterState } from '../../state/context.tsx';
import { useNow } from '../../state/use-now.ts';
import { CatalogueStatus } from '../panels/central/catalogue-status.tsx';
import { adviceFor } from '../panels/devices/device-advice.ts';
import { deviceHealth } from '../panels/devices/device-health.ts';
import { DeviceIcon } from '../panels/devices/device-icon.tsx';
import { reachOf, stalledOf } from '../panels/sync/reach.ts';
import type { OpenPanel } from '../panels/panel-names.ts';

/** With more devices than this the bar has room for the word of those alone that are not well. */
const WORDS_FIT = 4;

/** Always in sight: each device with its state in words, what still has to be sent, help and lock. */
export function StatusBar({ onOpen }: { readonly onOpen: OpenPanel }) {
  const { t } = useTranslation('shell');
  const { ask } = useCounter();
  return (
    <footer className="w-status">
      <DeviceStates onOpen={onOpen} />
      <CatalogueStatus onOpen={onOpen} />
      <SyncStatus onOpen={onOpen} />
      <Button variant="quiet" keys={KEYS.help} onPress={() => onOpen('help')}>
        {t('help')}
      </Button>
      <Button variant="quiet" keys={KEYS.lock} onPress={() => void ask('session.lock', {})}>
        {t('lock')}
      </Button>
    </footer>
  );
}

function DeviceStates({ onOpen }: { readonly onOpen: OpenPanel }) {
  const { t } = useTranslation(['shell', 'devices', 'common']);
  const { value, error } = useCounterState((state) => state.devices);
  const now = useNow(60_000);
  const jobs = value?.jobs.length ?? 0;
  const isFull = (value?.devices.length ?? 0) > WORDS_FIT;
  return (
    <Button
      variant="quiet"
      className="w-status-devices"
      keys={KEYS.devices}
      onPress={() => onOpen('devices')}
    >
      <span className="w-hidden">{t('devicesLabel')}: </span>
      {error && !value && <span>{t('devicesUnknown')}</span>}
      {value?.devices.length === 0 && <span className="w-soft">{t('noDevices')}</span>}
      {value?.devices.map((device) => {
        const { tone, word, since } = deviceHealth(device);
        const sinceWhen = t('common:since', { time: formatSince(since, now) });
        const [advice] = adviceFor(device);
        return (
          <span
            key={device.role}
            className="w-status-device"
            title={[sinceWhen, advice && t(`devices:advice.${advice}`)].filter(Boolean).join('. ')}
          >
            <DeviceIcon role={device.role} size={14} />
            <ToneIcon tone={tone} size={14} />
            <span>
              {t(`devices:role.${device.role}`)}
              <span className={tone === 'ok' && isFull ? 'w-hidden' : undefined}>
                : {t(`devices:word.${word}`)}
              </span>
            </span>
            <span className={tone === 'ok' ? 'w-hidden' : undefined}> {sinceWhen}</span>
            {advice && <span className="w-hidden">. {t(`devices:advice.${advice}`)}</span>}
          </span>
        );
      })}
      {jobs > 0 && (
        <span className="w-status-device w-strong">
          <ToneIcon tone="warn" size={14} />
          {t('printQuestions', { count: jobs })}
        </span>
      )}
    </Button>
  );
}

function SyncStatus({ onOpen }: { readonly onOpen: OpenPanel }) {
  const { t } = useTranslation(['shell', 'sync']);
  const sync = useCounterState((state) => state.sync.value);
  const now = useNow(60_000);
  if (!sync) return <span className="w-push" />;
  const reach = reachOf(sync);
  const stalled = stalledOf(sync, now);
  const time = stalled && formatSince(stalled.since, now);
  const Icon = reach === 'offline' ? CloudOff : sync.queued > 0 ? CloudUpload : Cloud;
  return (
    <Button variant="quiet" icon={Icon} className="w-push" keys={KEYS.sync} onPress={() => onOpen('sync')}>
      <span className="w-status-parts">
        {stalled ? (
          <span className="w-status-device w-strong">
            <ToneIcon tone="bad" size={14} />
            {stalled.system === null
              ? t('sync.stalled', { time })
              : t('sync.stalledAt', { time, system: t(`sync:system.${stalled.system}`) })}
          </span>
        ) : (
          <span>{t(`sync.${reach}`)}</span>
        )}
        {sync.queued > 0 && <span>{t('sync.queued', { count: sync.queued })}</span>}
        {sync.parked > 0 && (
          <span className="w-status-device w-strong">
            <ToneIcon tone="bad" size={14} />
            {t('sync.parked', { count: sync.parked })}
          </span>
        )}
      </span>
    </Button>
  );
}
