import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Device, HIDAsync } from 'node-hid';
import type { Clock } from '../clock.ts';
import { asFault, DeviceFault, type Limits, type Transport, type UsbIds } from '../driver.ts';
import { createLinkEnd, type LinkEnd } from './link-end.ts';
import { within } from './within.ts';

/** The HID devices of this computer; on Windows one device can be listed once per collection. */
export async function listHid(): Promise<readonly (Device & { readonly path: string })[]> {
  const { devicesAsync } = await nodeHid();
  return (await devicesAsync()).flatMap((device) =>
    device.path === undefined ? [] : [{ ...device, path: device.path }],
  );
}

/**
 * Opens a HID device by its path. Rejects with `noHardware`, `noPermission`, `inUse` or `timeout`.
 * Only the asynchronous class of node-hid: the other blocks this process for five seconds on a device that hangs.
 */
export async function openHid(path: string, clock: Clock, limits: Limits): Promise<Transport> {
  const { HIDAsync: Hid } = await nodeHid();
  const end = createLinkEnd();
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  const device = await within(
    clock,
    limits,
    `${path} did not open`,
    Hid.open(path).catch(async (error: unknown) => {
      throw await openFault(path, error);
    }),
    (late) => void closeDevice(late, clock),
  );
  // An unplug is this event alone, with a text instead of an error, and only while somebody reads.
  device.on('error', (error: unknown) => lose(end, device, clock, `${path}: ${textOf(error)}`));
  device.on('data', (report: Buffer) => {
    for (const listener of listeners) listener(report);
  });

  /** One request that the device may leave unanswered; half a request loses the link. */
  const asked = async <T>(what: string, limit: Limits, start: () => Promise<T>): Promise<T> => {
    if (end.ended) throw end.fault ?? new DeviceFault('closed', 'the link is closed');
    try {
      return await within(clock, limit, `${path} did not answer: ${what}`, start());
    } catch (error) {
      const fault = asFault(error);
      // A device that refuses is still there; one that hangs or went is not.
      if (fault.reason !== 'failure' || !(await exists(path))) lose(end, device, clock, fault.message);
      throw fault;
    }
  };

  const usb = await identityOf(device);
  return {
    name: path,
    usb,
    write: (bytes, limit) =>
      asked('output report', limit, async () => void (await device.write(Buffer.from(bytes)))),
    onBytes: (listener) => void listeners.push(listener),
    onGone: (listener) => void end.onGone(listener),
    checkAlive: async () => !end.ended && (await exists(path)),
    async close() {
      end.finish();
      await closeDevice(device, clock);
    },
    features: {
      get: (reportId, size, limit) =>
        asked(`feature report ${hex(reportId)}`, limit, () => device.getFeatureReport(reportId, size)),
      set: (report, limit) =>
        asked(
          `feature report ${hex(report[0] ?? 0)}`,
          limit,
          async () => void (await device.sendFeatureReport(Buffer.from(report))),
        ),
    },
  };
}

/** Undefined when the library does not tell: the driver asks the device itself then. */
async function identityOf(device: HIDAsync): Promise<UsbIds | undefined> {
  try {
    return usbIds(await device.getDeviceInfo());
  } catch {
    return undefined;
  }
}

/** What node-hid tells of a device, as its USB identity. */
export function usbIds({ vendorId, productId, serialNumber }: Device): UsbIds {
  const hex4 = (id: number) => id.toString(16).padStart(4, '0');
  return { vendorId: hex4(vendorId), productId: hex4(productId), serialNumber: serialNumber || undefined };
}

/** Loaded with the first HID device: its library must not be needed on a counter without one. */
async function nodeHid() {
  try {
    return (await import('node-hid')).default;
  } catch (error) {
    throw new DeviceFault(
      'noService',
      `the HID library does not load; on Linux it needs libusb-1.0-0 and libudev1 (${textOf(error)})`,
    );
  }
}

function lose(end: LinkEnd, device: HIDAsync, clock: Clock, why: string): void {
  end.lose(new DeviceFault('offline', why));
  void closeDevice(device, clock);
}

/** Resolves when closed, or after two seconds. */
function closeDevice(device: HIDAsync, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(2000, resolve);
    const done = () => {
      cancel();
      resolve();
    };
    device.close().then(done, done);
  });
}

/** What the text of a failed open means; node-hid gives no codes. */
async function openFault(path: string, error: unknown): Promise<DeviceFault> {
  const text = textOf(error);
  if (!(await exists(path))) return new DeviceFault('noHardware', `${path} is not there (${text})`);
  if (/permission denied|access is denied|not permitted/i.test(text) || !(await isAllowed(path))) {
    return new DeviceFault('noPermission', `no permission to open ${path} (${text})`);
  }
  if (/busy|in use|sharing violation/i.test(text)) {
    return new DeviceFault('inUse', `${path} is in use by another program (${text})`);
  }
  return new DeviceFault('failure', `${path} did not open (${text})`);
}

/** Paths are files on Linux alone. */
const isFile = (path: string): boolean => path.startsWith('/dev/');

/** hidapi says of a device that it may not open only that it did not open. */
function isAllowed(path: string): Promise<boolean> {
  if (!isFile(path)) return Promise.resolve(true);
  return open(path, constants.O_RDWR | constants.O_NONBLOCK).then(
    (file) => file.close().then(() => true),
    (error: unknown) => !(error instanceof Error && 'code' in error && error.code === 'EACCES'),
  );
}

/** Whether the path is still there; true where paths are no files, because the read then tells. */
async function exists(path: string): Promise<boolean> {
  if (!isFile(path)) return true;
  return stat(path).then(
    () => true,
    () => false,
  );
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function hex(reportId: number): string {
  return reportId.toString(16).padStart(2, '0');
}
