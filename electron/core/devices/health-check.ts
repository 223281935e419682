import type { ButtonReport, HealthCode, HealthLevel } from '../../../shared/contract/device-discovery.ts';
import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import { type AskDeps, askDevices } from './ask-device.ts';

/** How long a device may take to say how it is, in milliseconds; with a person, who has to walk to it, longer. */
export const CHECK_DEADLINE_MS: Readonly<Record<HealthLevel, number>> = {
  internal: 2000,
  external: 8000,
  interactive: 55_000,
};

export interface Health {
  readonly ok: boolean;
  readonly code: HealthCode;
  readonly detail: string;
  readonly buttons?: ButtonReport;
}

/** A health check of one of the three grades of UnifiedPOS. Always answers, at the deadline at the latest. */
export async function checkDevice(deps: AskDeps, role: DeviceRole, level: HealthLevel): Promise<Health> {
  const answer = await askDevices(deps, 'health', CHECK_DEADLINE_MS[level], (requestId) => ({
    type: 'checkHealth',
    role,
    requestId,
    level,
  }));
  if (answer === 'down') return { ok: false, code: 'processDown', detail: '' };
  if (answer === 'silent') return { ok: false, code: 'noAnswer', detail: '' };
  const { ok, code, detail, buttons } = answer;
  return { ok, code, detail, ...(buttons && { buttons }) };
}
