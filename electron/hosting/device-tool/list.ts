import type { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import type { DeviceHostDeps } from '../../../drivers/device-host.ts';
import { judgeBinding } from '../../../drivers/registry.ts';
import { HostError } from '../host-error.ts';
import { openHost, type Terminal } from './open-host.ts';
import { FOUND, KIND, placeOf } from './words.ts';

const LOOK_MS = 10_000;

/** Says what is plugged in and what is bound; opens nothing, so that a running Waarmee is not disturbed. */
export async function listDevices(
  bindings: readonly DeviceBinding[],
  { say, stop }: Terminal,
  deps?: Pick<DeviceHostDeps, 'listPlugged'>,
): Promise<number> {
  const host = openHost(stop, deps);
  const answer = host.next('discovered', () => true, LOOK_MS);
  host.send({ type: 'discover', requestId: 'list' });
  const found = (await answer)?.found;
  await host.stop();
  if (found === undefined) throw new HostError('De poorten van deze pc gaven niet op tijd antwoord.');

  say('Aangesloten:');
  if (found.length === 0) say('  niets op de USB- en seriële poorten');
  for (const { kind, path, name, vendorId, productId, serialNumber, usbPort, fits, state, twin } of found) {
    const usb = vendorId === null ? '' : `${vendorId}:${productId ?? '????'}`;
    say(
      `  ${columns(KIND[kind], path, name, usb, serialNumber, usbPort && `poort ${usbPort}`, FOUND[state])}`,
    );
    for (const { driver, role, endpoint } of fits) say(`    past bij ${role}: ${driver} (${endpoint})`);
    if (twin) say('    er is er nog een van deze soort; stel in met serienummer of poort');
  }
  say('Ingesteld:');
  if (bindings.length === 0) say('  niets');
  for (const binding of bindings) {
    const places = Object.entries(binding.endpoints).map(
      ([name, endpoint]) => `${name} ${placeOf(endpoint)}`,
    );
    say(`  ${columns(binding.role, binding.driver, ...places)}`);
    for (const problem of judgeBinding(binding)) say(`    ${problem}`);
  }
  return bindings.some((binding) => judgeBinding(binding).length > 0) ? 1 : 0;
}

function columns(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('  ');
}
