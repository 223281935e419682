import { Activity, Hand, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HealthLevel } from '../../../../shared/contract/device-discovery.ts';
import type { DeviceRole } from '../../../../shared/contract/device-protocol.ts';
import { Button } from '../../../components/button.tsx';

export interface CheckButtonsProps {
  readonly role: DeviceRole;
  readonly running: HealthLevel | undefined;
  readonly isAdministrator: boolean;
  readonly check: (level: HealthLevel) => Promise<void>;
}

/** The three grades of test; what the application knows without asking is for IT alone. */
export function CheckButtons({ role, running, isAdministrator, check }: CheckButtonsProps) {
  const { t } = useTranslation('devices');
  const button = (level: HealthLevel, icon: typeof Activity, text: string) => (
    <Button
      icon={icon}
      isPending={running === level}
      isDisabled={running !== undefined && running !== level}
      onPress={() => void check(level)}
    >
      {text}
    </Button>
  );
  return (
    <span className="w-row w-push">
      {isAdministrator && button('internal', Info, t('check.internal'))}
      {button('external', Activity, t('check.external'))}
      {role !== 'payment-terminal' && button('interactive', Hand, t(`trial.name.${role}`))}
    </span>
  );
}
