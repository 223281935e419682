import assert from 'node:assert/strict';
import { systemClock } from '../../../drivers/clock.ts';
import { DeviceFault, type Endpoint, type Transport } from '../../../drivers/driver.ts';
import type { HidReports } from '../../../drivers/simulators/hid-device.ts';
import { listHid } from '../../../drivers/transport/hid.ts';
import { openTransport } from '../../../drivers/transport/open.ts';
import { eventually, limits, type Step } from '../step.ts';
import { plugHid, type UhidDevice, vendorDescriptor } from '../uhid.ts';

/** A test id of pid.codes, and reports as a signature pad has them. */
const USB = { vendorId: 0x1209, productId: 0x0a51 };
const ENDPOINT = { kind: 'usb-hid', vendorId: '1209', productId: '0a51' } as const;
const INFO = 0x08;
const SETTINGS = 0x21;
const descriptor = vendorDescriptor([
  [1, 'input', 6],
  [INFO, 'feature', 16],
  [SETTINGS, 'feature', 1],
  [4, 'output', 63],
]);

function plug(serial: string, reports: Partial<HidReports> = {}): UhidDevice {
  return plugHid({
    ...USB,
    name: 'Test pad',
    serial,
    descriptor,
    reports: { getFeature: () => undefined, setFeature: () => false, ...reports },
  });
}
const open = (endpoint: Endpoint = ENDPOINT): Promise<Transport> =>
  openTransport(endpoint, systemClock, limits());
const plugged = (count: number) =>
  eventually(`${count} plugged in`, async () => (await ours()).length === count);
const ours = async () => (await listHid()).filter(({ vendorId }) => vendorId === USB.vendorId);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof DeviceFault ? error.reason : String(error)),
  );
const features = (transport: Transport) => {
  assert.ok(transport.features, 'a HID device has feature reports');
  return transport.features;
};

export const hidSteps: readonly Step[] = [
  {
    name: 'HID: nothing plugged in is said as such',
    async run() {
      assert.equal(await reasonOf(open()), 'noHardware');
    },
  },
  {
    name: 'HID: feature reports, input reports in order, an output report',
    async run() {
      const settings: number[] = [];
      const outputs: Uint8Array[] = [];
      const device = plug('A', {
        getFeature: (id) =>
          Uint8Array.of(id, ...Buffer.from('STU-540').subarray(0, 16), ...new Uint8Array(9)),
        setFeature: (report) => settings.push(report[1] ?? -1) > 0,
        output: (report) => void outputs.push(report),
      });
      await plugged(1);
      const transport = await open();
      const info = await features(transport).get(INFO, 17, limits());
      assert.equal(Buffer.from(info).toString('latin1', 1, 8), 'STU-540');
      await features(transport).set(Uint8Array.of(SETTINGS, 1), limits());
      assert.deepEqual(settings, [1]);
      const read: number[] = [];
      transport.onBytes((report) => read.push(report[1] ?? -1));
      for (let at = 0; at < 50; at += 1) device.input(Uint8Array.of(1, at, 0, 0, 0, 0, 0));
      await eventually('50 reports', () => read.length === 50);
      assert.deepEqual(read, [...Array(50).keys()]);
      await transport.write(Uint8Array.of(4, ...new Uint8Array(63).fill(7)), limits());
      assert.equal((await eventually('the output report', () => outputs[0])).length, 64);
      await transport.close();
      device.unplug();
      await plugged(0);
    },
  },
  {
    name: 'HID: a refused report is a failure, and the link stays',
    async run() {
      const device = plug('A');
      await plugged(1);
      const transport = await open();
      assert.equal(await reasonOf(features(transport).get(INFO, 17, limits())), 'failure');
      assert.equal(await reasonOf(features(transport).set(Uint8Array.of(SETTINGS, 1), limits())), 'failure');
      assert.equal(await transport.checkAlive(), true);
      await transport.close();
      device.unplug();
      await plugged(0);
    },
  },
  {
    name: 'HID: a device that hangs is lost at the deadline, and nothing else waits for it',
    async run() {
      const device = plug('A');
      await plugged(1);
      const transport = await open();
      device.setAnswering(false);
      let ticks = 0;
      const timer = setInterval(() => (ticks += 1), 10);
      const started = performance.now();
      assert.equal(await reasonOf(features(transport).get(INFO, 17, limits(1000))), 'timeout');
      const elapsed = performance.now() - started;
      clearInterval(timer);
      assert.ok(elapsed < 2000, `gave up after ${elapsed} ms`);
      assert.ok(ticks > 20, `only ${ticks} ticks of 10 ms meanwhile`);
      assert.equal(await transport.checkAlive(), false);
      await transport.close();
      device.unplug();
      await plugged(0);
      return `given up after ${elapsed.toFixed(0)} ms, ${ticks} ticks meanwhile`;
    },
  },
  {
    name: 'HID: an unplug is told, and the next device is a new link (10 times)',
    async run() {
      let slowest = 0;
      for (let at = 0; at < 10; at += 1) {
        const device = plug(`C${at}`);
        await plugged(1);
        const transport = await open({ ...ENDPOINT, serialNumber: `C${at}` });
        const gone = new Promise<DeviceFault>((resolve) => transport.onGone(resolve));
        const started = performance.now();
        device.unplug();
        assert.equal((await gone).reason, 'offline');
        slowest = Math.max(slowest, performance.now() - started);
        assert.equal(await reasonOf(transport.write(Uint8Array.of(4), limits())), 'offline');
        await transport.close();
        await plugged(0);
      }
      assert.ok(slowest < 2000, `told after ${slowest} ms`);
      return `told within ${slowest.toFixed(0)} ms`;
    },
  },
  {
    name: 'HID: two of the same are told apart by serial number, and never confused',
    async run() {
      const devices = ['A', 'B'].map((serial) =>
        plug(serial, { getFeature: (id) => Uint8Array.of(id, serial.charCodeAt(0), ...new Uint8Array(15)) }),
      );
      await plugged(2);
      assert.equal(await reasonOf(open()), 'illegal');
      const transport = await open({ ...ENDPOINT, serialNumber: 'B' });
      const info = await features(transport).get(INFO, 17, limits());
      assert.equal(String.fromCharCode(info[1] ?? 0), 'B');
      await transport.close();
      for (const device of devices) device.unplug();
      await plugged(0);
    },
  },
];
