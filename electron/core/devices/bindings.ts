import type { BoundDevice } from '../../../shared/contract/device-setup.ts';
import type { DeviceBinding, DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { DeviceLink, LocalDevices } from '../ports.ts';

/** Which device has which role here: what IT configured, and what was bound on this workstation, which goes first. */
export interface Bindings {
  list(): BoundDevice[];
  isBound(role: DeviceRole): boolean;
  /** Binds on this workstation and tells the device process. Throws when it cannot be kept. */
  bind(binding: DeviceBinding): void;
  /** Forgets what was bound here: the configuration counts again. False when nothing was. */
  unbind(role: DeviceRole): boolean;
}

/** The bindings that count: for each role the local one, or else the configured one. */
export function mergeBindings(
  configured: readonly DeviceBinding[],
  local: readonly DeviceBinding[],
): DeviceBinding[] {
  const roles = new Set(local.map(({ role }) => role));
  return [...configured.filter(({ role }) => !roles.has(role)), ...local];
}

/** The bindings of a running application. */
export function createBindings(
  configured: readonly DeviceBinding[],
  local: LocalDevices,
  link: DeviceLink,
): Bindings {
  const merged = () => mergeBindings(configured, local.read());
  const keep = (bindings: readonly DeviceBinding[]) => {
    local.write(bindings);
    link.send({ type: 'configure', bindings: merged() });
  };
  const others = (role: DeviceRole) => local.read().filter((binding) => binding.role !== role);
  return {
    list() {
      const here = new Set(local.read().map(({ role }) => role));
      return merged().map((binding) => ({
        binding,
        source: here.has(binding.role) ? 'workstation' : 'configuration',
        replaces: here.has(binding.role) && configured.some(({ role }) => role === binding.role),
      }));
    },
    isBound: (role) => merged().some((binding) => binding.role === role),
    bind: (binding) => keep([...others(binding.role), binding]),
    unbind(role) {
      const left = others(role);
      if (left.length === local.read().length) return false;
      keep(left);
      return true;
    },
  };
}
