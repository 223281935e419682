import type { DeviceCondition, DeviceRole, DeviceStatus } from '../../../shared/contract/device-protocol.ts';
import type { DeviceLink, Equipment } from '../ports.ts';

const BLOCKING: readonly DeviceCondition[] = ['paperOut', 'coverOpen', 'cutterError', 'unrecoverable'];

const STARTING: ReadonlySet<DeviceStatus['state']> = new Set(['closed', 'opening']);

/** Whether a visitor can be served with this device; `busy` counts as yes, for it will be done. */
export function works(status: DeviceStatus | undefined): boolean {
  if (status?.state !== 'idle' && status?.state !== 'busy') return false;
  return !status.conditions.some((condition) => BLOCKING.includes(condition));
}

/** The equipment behind a device process, by the states that it tells. */
export function equipmentOf(link: Pick<DeviceLink, 'statuses' | 'onMessage'>): Equipment {
  const working = (): ReadonlySet<DeviceRole> =>
    new Set(link.statuses().flatMap((status) => (works(status) ? [status.role] : [])));
  return {
    working,
    broken: () =>
      new Set(
        link
          .statuses()
          .flatMap((status) => (works(status) || STARTING.has(status.state) ? [] : [status.role])),
      ),
    onChange(listener) {
      let before = working();
      return link.onMessage((message) => {
        if (message.type !== 'status') return;
        const now = working();
        if (now.size === before.size && [...now].every((role) => before.has(role))) return;
        before = now;
        listener();
      });
    },
  };
}
