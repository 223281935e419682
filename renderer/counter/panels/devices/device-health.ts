import type { DeviceCondition, DeviceStatus } from '../../../../shared/contract/device-protocol.ts';
import { assertNever } from '../../../../shared/lib/assert-never.ts';
import type { Tone } from '../../../components/badge.tsx';

/** What is worst comes first: the clerk must do something about it. */
const BY_WEIGHT: readonly DeviceCondition[] = [
  'unrecoverable',
  'cutterError',
  'paperOut',
  'coverOpen',
  'buttonStuck',
  'ticketNotTaken',
  'paperNearEnd',
  'noise',
];

const STOPS_WORK: ReadonlySet<DeviceCondition> = new Set([
  'unrecoverable',
  'cutterError',
  'paperOut',
  'coverOpen',
]);

/** A device's state in one word and one tone, and since when that holds (UTC); the worst condition wins over "ready". */
export function deviceHealth(device: DeviceStatus): {
  readonly tone: Tone;
  readonly word: DeviceStatus['state'] | DeviceCondition;
  readonly since: string;
} {
  const { since } = device;
  switch (device.state) {
    case 'gone':
    case 'error':
    case 'closed':
      return { tone: 'bad', word: device.state, since };
    case 'opening':
      return { tone: 'warn', word: 'opening', since };
    case 'idle':
    case 'busy': {
      const worst = BY_WEIGHT.find((condition) => device.conditions.includes(condition));
      if (!worst) return { tone: 'ok', word: device.state, since };
      return {
        tone: STOPS_WORK.has(worst) ? 'bad' : 'warn',
        word: worst,
        since: device.conditionSince?.[worst] ?? since,
      };
    }
    default:
      return assertNever(device.state);
  }
}
