import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { vendorDescriptor } from './uhid.ts';

const GADGETS = '/sys/kernel/config/usb_gadget';

export interface GadgetOptions {
  readonly vendorId: string;
  readonly productId: string;
  readonly serial: string;
  readonly function: 'acm' | 'printer' | 'hid';
}

/** A USB device that this kernel makes and sees itself (dummy_hcd), with a serial port or a printer in it. */
export interface Gadget {
  plug(): void;
  /** Pulls the cable. */
  unplug(): void;
  remove(): void;
}

/** Makes the device, not yet plugged in. */
export function createGadget(options: GadgetOptions): Gadget {
  const folder = `${GADGETS}/device`;
  const set = (file: string, value: string) => writeFileSync(`${folder}/${file}`, value);
  mkdirSync(folder);
  set('idVendor', `0x${options.vendorId}`);
  set('idProduct', `0x${options.productId}`);
  mkdirSync(`${folder}/strings/0x409`);
  set('strings/0x409/manufacturer', 'Test');
  set('strings/0x409/product', 'Test device');
  set('strings/0x409/serialnumber', options.serial);
  mkdirSync(`${folder}/configs/c.1`);
  const name = `${options.function}.0`;
  mkdirSync(`${folder}/functions/${name}`);
  if (options.function === 'hid') {
    set(`functions/${name}/report_length`, '7');
    writeFileSync(`${folder}/functions/${name}/report_desc`, vendorDescriptor([[1, 'input', 6]]));
  }
  symlinkSync(`${folder}/functions/${name}`, `${folder}/configs/c.1/${name}`);
  return {
    plug: () => set('UDC', readdirSync('/sys/class/udc')[0] ?? ''),
    unplug: () => set('UDC', '\n'),
    remove() {
      unlinkSync(`${folder}/configs/c.1/${name}`);
      rmdirSync(`${folder}/functions/${name}`);
      rmdirSync(`${folder}/configs/c.1`);
      rmdirSync(`${folder}/strings/0x409`);
      rmdirSync(folder);
    },
  };
}

/** Starts udev in the guest with the rules we ship: it names devices, gives rights, and tells serialport the USB ids. */
export function startUdev(rulesFolder: string): void {
  if (existsSync('/run/udev/control')) return;
  mkdirSync('/run/udev/rules.d', { recursive: true });
  for (const file of existsSync(rulesFolder) ? readdirSync(rulesFolder) : []) {
    if (file.endsWith('.rules')) symlinkSync(`${rulesFolder}/${file}`, `/run/udev/rules.d/${file}`);
  }
  execFileSync('/lib/systemd/systemd-udevd', ['--daemon'], { stdio: 'ignore' });
  execFileSync('udevadm', ['trigger', '--action=add']);
  settleUdev();
}

export function settleUdev(): void {
  execFileSync('udevadm', ['settle', '--timeout=20']);
}
