import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ButtonReport } from '../../../../shared/contract/device-discovery.ts';
import type { DeviceStatus } from '../../../../shared/contract/device-protocol.ts';
import { Badge } from '../../../components/badge.tsx';
import { Message } from '../../../components/message.tsx';
import { TechnicalDetail } from '../../../components/technical-detail.tsx';
import { formatSince } from '../../../i18n/format.ts';
import { useNow } from '../../../state/use-now.ts';
import { adviceFor } from './device-advice.ts';
import { deviceHealth } from './device-health.ts';
import { DeviceIcon } from './device-icon.tsx';
import { CheckButtons } from './check-buttons.tsx';
import { useDeviceCheck } from './use-device-check.ts';

export interface DeviceRowProps {
  readonly device: DeviceStatus;
  /** What IT sees and can do besides. */
  readonly children?: ReactNode;
}

/** One device: what it is, how it is and since when, what to do about it, and its tests. */
export function DeviceRow({ device, children }: DeviceRowProps) {
  const { t } = useTranslation(['devices', 'common']);
  const { tone, word, since } = deviceHealth(device);
  const now = useNow(60_000);
  const isAdministrator = children !== undefined && children !== false;
  const technical = [device.identity, device.driver, device.reason, device.detail];
  const { running, result, check } = useDeviceCheck(device.role);
  return (
    <li className="w-device">
      <div className="w-row">
        <DeviceIcon role={device.role} size={18} />
        <strong>{t(`role.${device.role}`)}</strong>
        <Badge tone={tone}>{t(`word.${word}`)}</Badge>
        <span className="w-soft w-small">{t('common:since', { time: formatSince(since, now) })}</span>
        <CheckButtons role={device.role} running={running} isAdministrator={isAdministrator} check={check} />
      </div>
      {device.reason && <p>{t(`reason.${device.reason}`)}</p>}
      {adviceFor(device).map((key) => (
        <p key={key}>{t(`advice.${key}`)}</p>
      ))}
      {isAdministrator ? children : <TechnicalDetail text={technical.filter(Boolean).join(' · ')} />}
      {running === 'interactive' && (
        <Message tone="info" role="status" title={t(`trial.now.${device.role}`)} />
      )}
      {result && (
        <Message
          tone={result.ok ? 'ok' : 'bad'}
          role="status"
          title={t(`health.${result.code}`, buttonsOf(result.buttons, t('health.noButtons')))}
        >
          <TechnicalDetail text={result.detail} />
        </Message>
      )}
    </li>
  );
}

/** The buttons of a test, as its text wants them. */
function buttonsOf({ pressed, missing }: ButtonReport = { pressed: [], missing: [] }, none: string) {
  return { pressed: pressed.join(', ') || none, missing: missing.join(', ') };
}
