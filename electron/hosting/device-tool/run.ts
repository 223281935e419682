import path from 'node:path';
import { mergeBindings } from '../../core/devices/index.ts';
import type { DeviceBinding, DeviceRole } from '../../../shared/contract/device-protocol.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { HostError } from '../host-error.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import type { PlaceFacts } from '../places.ts';
import { planHost } from '../prepare-host.ts';
import { openSettingsFile } from '../settings-file.ts';
import { checkDevices } from './check.ts';
import { listDevices } from './list.ts';
import { DEVICES_HELP, type DeviceRequest, parseDeviceOptions } from './options.ts';
import { replayTrace } from './replay.ts';
import { recordTrace } from './record.ts';
import type { Terminal } from './open-host.ts';

export interface DeviceToolDeps extends Terminal {
  readonly facts: PlaceFacts;
}

/**
 * Carries out one request on the devices of this workstation and gives the exit code: 0 all well, 1 a device is not.
 * Throws HostError for what cannot be carried out.
 */
export async function runDeviceTool(args: readonly string[], deps: DeviceToolDeps): Promise<number> {
  const request = parseDeviceOptions(args);
  const { say, stop } = deps;
  switch (request.what) {
    case 'help':
      say(DEVICES_HELP);
      return 0;
    case 'list':
      return listDevices(bindingsOf(request, deps).bindings, { say, stop });
    case 'replay':
      return replayTrace(request, { say, stop });
    case 'check': {
      const { bindings, dataDir } = bindingsOf(request, deps);
      const asked =
        request.roles.length === 0 ? bindings : request.roles.map((role) => ofRole(role, bindings));
      if (asked.length === 0) throw new HostError('Er zijn geen apparaten ingesteld: niets te controleren.');
      return alone(dataDir, () => checkDevices(asked, request.level, { say, stop }));
    }
    case 'trace': {
      const { bindings, dataDir } = bindingsOf(request, deps);
      const binding = ofRole(request.role, bindings);
      return alone(dataDir, () => recordTrace(binding, request, { say, stop }));
    }
    default:
      return assertNever(request);
  }
}

/** The devices of the configuration and of this workstation's own settings, as Waarmee itself would bind them. */
function bindingsOf(
  request: Extract<DeviceRequest, { config: string | null }>,
  { facts, say }: DeviceToolDeps,
): { readonly bindings: readonly DeviceBinding[]; readonly dataDir: string } {
  const { config, dataDir } = planHost({ ...request, practice: false }, facts);
  if (config === null) say('Er is geen configuratie: alleen wat op deze werkplek zelf is ingesteld, telt.');
  const local = openSettingsFile(path.join(dataDir, 'settings.json')).get('devices') ?? [];
  return { bindings: mergeBindings(config?.devices ?? [], local), dataDir };
}

function ofRole(role: DeviceRole, bindings: readonly DeviceBinding[]): DeviceBinding {
  const binding = bindings.find((one) => one.role === role);
  if (binding) return binding;
  throw new HostError(`${role}: voor deze rol is geen apparaat ingesteld.`);
}

/** A running Waarmee holds the ports; taking its folder also keeps one from starting halfway. */
async function alone(dataDir: string, run: () => Promise<number>): Promise<number> {
  const lock = takeLock(dataDir);
  try {
    return await run();
  } finally {
    lock.release();
  }
}

function takeLock(dataDir: string) {
  try {
    return takeInstanceLock(path.join(dataDir, 'waarmee.lock'));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new HostError(
      'Waarmee draait op deze pc en heeft de apparaten open. Er is niets gedaan. Gebruik in het venster Beheer, Apparaten, of sluit Waarmee eerst.',
    );
  }
}
