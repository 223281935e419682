import { realpath } from 'node:fs/promises';
import type { Endpoint, DeviceBinding } from '../shared/contract/device-binding.ts';
import { type FoundDevice, FoundKind } from '../shared/contract/device-discovery.ts';
import { assertNever } from '../shared/lib/assert-never.ts';
import { isFit } from './fits.ts';
import type { DriverEntry } from './registry.ts';
import type { ListPlugged } from './transport/plugged.ts';
import { type LookUpUse, portUsers } from './transport/port-users.ts';
import { findUsb, type PluggedDevice, sameKind } from './transport/usb.ts';

export interface DiscoveryDeps {
  readonly listPlugged: ListPlugged;
  readonly drivers: readonly DriverEntry[];
  /** The bindings, each with whether its device is open now. */
  readonly bound: readonly { readonly binding: DeviceBinding; readonly open: boolean }[];
  readonly lookUpUse?: (own: ReadonlySet<string>) => Promise<LookUpUse>;
}

/**
 * What is plugged in, which driver knows it, and whether it can be used. Nothing is opened. A bus that cannot be listed
 * (no HID library) gives nothing and leaves the other be.
 */
export async function discover(deps: DiscoveryDeps): Promise<FoundDevice[]> {
  const list = (kind: FoundKind) => deps.listPlugged(kind).catch(() => []);
  const [serial, hid, printer] = await Promise.all([list('serial'), list('hid'), list('printer')]);
  const plugged = { serial, hid, printer };
  const roles = await boundPaths(deps.bound, plugged);
  const own = new Set([...roles].filter(([, { open }]) => open).map(([path]) => path));
  const useOf = await (deps.lookUpUse ?? portUsers)(own);
  const found = FoundKind.options.map((kind) =>
    plugged[kind].map(async (device, _, all): Promise<FoundDevice | undefined> => {
      const fits = fitsOf(kind, device, deps.drivers);
      if (device.isInput && fits.length === 0) return undefined;
      const binding = roles.get(device.path);
      const use = await useOf(device.path);
      return {
        kind,
        path: device.path,
        name: (device.name ?? '').slice(0, 200),
        vendorId: device.vendorId ?? null,
        productId: device.productId ?? null,
        serialNumber: device.serialNumber ?? null,
        usbPort: device.usbPort ?? null,
        endpoint: endpointFor(kind, device, all),
        twin: all.some((other) => other !== device && sameKind(other, device)),
        fits,
        state: binding && use === 'free' ? 'bound' : use,
        boundTo: binding?.role ?? null,
      };
    }),
  );
  return (await Promise.all(found.flat())).filter((device) => device !== undefined);
}

function fitsOf(
  kind: FoundKind,
  device: PluggedDevice,
  drivers: readonly DriverEntry[],
): FoundDevice['fits'] {
  return drivers.flatMap(({ name, role, fits = [] }) =>
    fits
      .filter((fit) => isFit(fit, kind, device))
      .map((fit) => ({ driver: name, role, endpoint: fit.endpoint })),
  );
}

/** The least that finds this device again: its kind, its serial number, or of two of a kind without one, its socket. */
function endpointFor(kind: FoundKind, device: PluggedDevice, all: readonly PluggedDevice[]): Endpoint {
  const { vendorId, productId, serialNumber, usbPort, path } = device;
  const byPath: Endpoint = kind === 'hid' ? { kind, path } : { kind: 'serial', path, baudRate: 9600 };
  if (vendorId === undefined || productId === undefined) return byPath;
  const others = all.filter((other) => other !== device && sameKind(other, device));
  const hasOwnNumber =
    serialNumber !== undefined && others.every((other) => other.serialNumber !== serialNumber);
  // Cheap adapters all carry the same number, or none.
  if (others.length > 0 && !hasOwnNumber && usbPort === undefined) return byPath;
  const usb = {
    vendorId,
    productId,
    ...(hasOwnNumber && { serialNumber }),
    ...(others.length > 0 && !hasOwnNumber && usbPort !== undefined && { usbPort }),
  };
  switch (kind) {
    case 'serial':
      return { kind: 'usb-serial', ...usb, baudRate: 9600 };
    case 'hid':
      return { kind: 'usb-hid', ...usb };
    case 'printer':
      return { kind: 'usb-printer', ...usb };
    default:
      return assertNever(kind);
  }
}

/** Which plugged device belongs to which role. */
async function boundPaths(
  bound: DiscoveryDeps['bound'],
  plugged: Readonly<Record<FoundKind, readonly PluggedDevice[]>>,
) {
  const paths = new Map<string, { readonly role: DeviceBinding['role']; readonly open: boolean }>();
  for (const { binding, open } of bound)
    for (const endpoint of Object.values(binding.endpoints)) {
      const path = await pathOf(endpoint, plugged).catch(() => undefined);
      if (path !== undefined) paths.set(path, { role: binding.role, open });
    }
  return paths;
}

async function pathOf(
  endpoint: Endpoint,
  plugged: Readonly<Record<FoundKind, readonly PluggedDevice[]>>,
): Promise<string | undefined> {
  switch (endpoint.kind) {
    case 'usb-serial':
      return findUsb(endpoint, plugged.serial);
    case 'usb-printer':
      return findUsb(endpoint, plugged.printer);
    case 'usb-hid':
      return findUsb(endpoint, plugged.hid);
    case 'serial':
    case 'hid':
      // A fixed name (/dev/serial/by-path/...) is a link to the port of today.
      return endpoint.path.startsWith('/') ? realpath(endpoint.path) : endpoint.path;
    case 'tcp':
    case 'hid-tcp':
      return undefined;
    default:
      return assertNever(endpoint);
  }
}
