import { Plug, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FoundDevice, FoundState } from '../../../../shared/contract/device-discovery.ts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Empty } from '../../../components/card.tsx';
import { Message } from '../../../components/message.tsx';
import type { WizardStart } from './bind-wizard.tsx';

const TONE: Readonly<Record<FoundState, Tone>> = {
  free: 'neutral',
  bound: 'ok',
  inUse: 'warn',
  noPermission: 'bad',
  unknown: 'neutral',
};

export interface FoundDevicesProps {
  /** Null while nobody could look. */
  readonly found: readonly FoundDevice[] | null;
  readonly onLook: () => void;
  readonly onBind: (start: WizardStart) => void;
}

/** What is plugged in now, known devices first, and who has each. */
export function FoundDevices({ found, onLook, onBind }: FoundDevicesProps) {
  const { t } = useTranslation('devices');
  const sorted = [...(found ?? [])].sort((a, b) => Number(b.fits.length > 0) - Number(a.fits.length > 0));
  return (
    <section className="w-stack">
      <div className="w-row">
        <h3>{t('found.title')}</h3>
        <Button icon={RefreshCw} className="w-push" onPress={onLook}>
          {t('found.look')}
        </Button>
        <Button icon={Plug} variant="primary" onPress={() => onBind({})}>
          {t('found.bind')}
        </Button>
      </div>
      {found === null && <Message tone="warn" title={t('health.processDown')} />}
      {found?.length === 0 && <Empty>{t('found.none')}</Empty>}
      <ul className="w-list">
        {sorted.map((device) => (
          <FoundRow key={`${device.kind} ${device.path}`} device={device} onBind={onBind} />
        ))}
      </ul>
    </section>
  );
}

function FoundRow({
  device,
  onBind,
}: {
  readonly device: FoundDevice;
  readonly onBind: FoundDevicesProps['onBind'];
}) {
  const { t } = useTranslation('devices');
  const { state, boundTo, fits } = device;
  const known = [...new Set(fits.map(({ role }) => t(`role.${role}`)))].join(', ');
  const name = device.name || t(`found.kind.${device.kind}`);
  return (
    <li className="w-device">
      <div className="w-row">
        <strong>{name}</strong>
        <Badge tone={TONE[state]}>
          {t(`found.state.${state}`)}
          {boundTo && `: ${t(`role.${boundTo}`)}`}
        </Badge>
        {known && <span>{t('found.known', { known })}</span>}
        {state !== 'bound' && (
          <Button
            className="w-push"
            aria-label={t('found.bindOf', { name })}
            onPress={() => onBind({ ...(fits[0] && { role: fits[0].role }), device })}
          >
            {t('found.bindThis')}
          </Button>
        )}
      </div>
      <p className="w-soft w-small">{identityOf(device).join(' · ')}</p>
      {device.twin && <p className="w-small">{t('found.twin')}</p>}
      {(state === 'noPermission' || state === 'inUse') && <p>{t(`it.${state}`)}</p>}
    </li>
  );
}

/** What tells this device from another. */
function identityOf({ path, vendorId, productId, serialNumber, usbPort }: FoundDevice): string[] {
  return [
    path,
    vendorId && productId ? `USB ${vendorId}:${productId}` : '',
    serialNumber ? `S/N ${serialNumber}` : '',
    usbPort ?? '',
  ].filter((part) => part !== '');
}
