import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

interface FakeUsb {
  readonly socket: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly serial?: string;
  readonly product?: string;
}

/** A /sys of one's own, with devices laid out as Linux does. */
export function fakeSysfs() {
  const root = mkdtempSync(path.join(tmpdir(), 'waarmee-sys-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (folder: string, files: Readonly<Record<string, string | Buffer>>) => {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  };
  const link = (kind: 'tty' | 'hidraw', name: string, device: string) => {
    const folder = path.join(root, 'class', kind, name);
    mkdirSync(folder, { recursive: true });
    symlinkSync(device, path.join(folder, 'device'));
    return folder;
  };
  const usbFolder = ({ socket, vendorId, productId, serial, product }: FakeUsb) => {
    const folder = path.join(root, 'devices', 'pci0000:00', 'usb1', socket);
    write(folder, {
      idVendor: `${vendorId}\n`,
      idProduct: `${productId}\n`,
      ...(serial !== undefined && { serial: `${serial}\n` }),
      ...(product !== undefined && { product: `${product}\n` }),
    });
    return folder;
  };
  return {
    root,
    serial(name: string, usb: FakeUsb) {
      const device = path.join(usbFolder(usb), `${usb.socket}:1.0`, name);
      write(device, {});
      link('tty', name, device);
    },
    /** A port of the board; type 0 is a name without a port. */
    board(name: string, type: string) {
      const device = path.join(root, 'devices', 'pnp0', name);
      write(device, {});
      write(link('tty', name, device), { type: `${type}\n` });
    },
    hid(name: string, usb: FakeUsb, descriptor = '0600ff0901') {
      const device = path.join(usbFolder(usb), `${usb.socket}:1.0`, `0003:${name}`);
      write(device, {
        report_descriptor: Buffer.from(descriptor, 'hex'),
        uevent: `HID_ID=0003:0000${usb.vendorId}:0000${usb.productId}\nHID_NAME=${usb.product ?? ''}\nHID_UNIQ=${usb.serial ?? ''}\n`,
      });
      link('hidraw', name, device);
    },
  };
}
