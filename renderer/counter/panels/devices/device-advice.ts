import type { DeviceErrorReason } from '../../../../shared/contract/device-error.ts';
import type { DeviceCondition, DeviceStatus } from '../../../../shared/contract/device-protocol.ts';

/** What a sentence of advice is about. */
export type Advice = DeviceErrorReason | 'opening' | DeviceCondition;

/** Each state or reason has one sentence: for a device that cannot be used the reason, else its conditions. */
export function adviceFor(device: DeviceStatus): readonly Advice[] {
  switch (device.state) {
    case 'idle':
    case 'busy':
      return device.conditions;
    case 'opening':
      return ['opening'];
    default:
      return [device.reason ?? (device.state === 'error' ? 'failure' : 'closed'), ...device.conditions];
  }
}

/** The reasons that IT can do more about than the clerk. */
export const FOR_IT = ['noPermission', 'inUse', 'illegal', 'noHardware', 'noService'] as const;
export type ForIt = (typeof FOR_IT)[number];

/** The reason, when there is advice for IT about it. */
export function forIt(reason: DeviceErrorReason | null | undefined): ForIt | undefined {
  return FOR_IT.find((one) => one === reason);
}
