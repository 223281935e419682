import assert from 'node:assert/strict';
import { constants, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../../drivers/clock.ts';
import { createSimulatedPrinter } from '../../../drivers/simulators/printer.ts';
import { openSerial } from '../../../drivers/transport/serial.ts';
import { listPlugged } from '../../../drivers/transport/plugged.ts';
import { startHost, type TestHost } from '../../drivers/helpers/host.ts';
import { createGadget, type Gadget, settleUdev, startUdev } from '../gadget.ts';
import { eventually, limits, type Step } from '../step.ts';

const RULES = path.resolve(import.meta.dirname, '../../../resources/udev');
/** Test ids of pid.codes. */
const SERIAL = { vendorId: '1209', productId: '0a60', serial: 'USB-77' };
const PRINTER = { vendorId: '1209', productId: '0a61', serial: 'LP-1' };

/** Puts a simulated printer behind a device file of the gadget; answers how to see its papers and how to stop. */
async function printerOnSerial() {
  const line = await openSerial({ path: '/dev/ttyGS0', baudRate: 9600 }, systemClock, limits());
  const printer = createSimulatedPrinter((bytes) => void line.write(bytes, limits()).catch(() => {}));
  line.onBytes((bytes) => printer.receive(bytes));
  return { printer, stop: () => line.close() };
}

async function printerOnClass() {
  const file = await open('/dev/g_printer0', constants.O_RDWR | constants.O_NONBLOCK);
  const printer = createSimulatedPrinter((bytes) => void file.write(bytes).catch(() => {}));
  const chunk = Buffer.alloc(4096);
  let isOpen = true;
  const timer = setInterval(() => {
    void file.read(chunk, 0, chunk.length).then(
      ({ bytesRead }) => isOpen && printer.receive(Buffer.from(chunk.subarray(0, bytesRead))),
      () => {},
    );
  }, 10);
  return {
    printer,
    async stop() {
      isOpen = false;
      clearInterval(timer);
      await file.close();
    },
  };
}

async function withGadget(gadget: Gadget, run: () => Promise<string | void>): Promise<string | void> {
  startUdev(RULES);
  gadget.plug();
  try {
    settleUdev();
    return await run();
  } finally {
    try {
      gadget.unplug();
    } catch {
      // It was pulled out by the test.
    }
    gadget.remove();
  }
}

/** Prints, is confirmed; is unplugged in a job, says unknown; comes back, and prints nothing of the old job. */
async function printsOnceEach(
  host: TestHost,
  gadget: Gadget,
  device: () => ReturnType<typeof printerOnSerial>,
) {
  let simulated = await device();
  try {
    await host.status('idle');
    host.print('job-1');
    assert.equal((await host.message('printed')).outcome, 'confirmed');
    assert.equal(simulated.printer.printed().length, 1);
    simulated.printer.command('paper out-after 2');
    host.print('job-2', undefined, 30_000);
    await host.status('busy', ({ conditions }) => conditions.includes('paperOut'));
    const started = performance.now();
    await simulated.stop();
    gadget.unplug();
    assert.equal((await host.message('printed')).outcome, 'unknown');
    await host.status('gone');
    const noticed = performance.now() - started;
    gadget.plug();
    settleUdev();
    simulated = await device();
    await host.status('idle');
    host.print('job-3');
    assert.equal((await host.message('printed')).outcome, 'confirmed');
    assert.equal(simulated.printer.printed().length, 1, 'the job of before the unplug came out after all');
    return `the unplug was known after ${noticed.toFixed(0)} ms`;
  } finally {
    await simulated.stop().catch(() => {});
    await host.stop();
  }
}

export const serialSteps: readonly Step[] = [
  {
    name: 'USB serial: a receipt printer by its USB identity, unplugged in a job and back',
    async run() {
      const gadget = createGadget({ ...SERIAL, function: 'acm' });
      return withGadget(gadget, async () => {
        await eventually('the port', () => existsSync('/dev/ttyACM0'));
        const [port] = (await listPlugged('serial')).filter(({ vendorId }) => vendorId === SERIAL.vendorId);
        assert.equal(port?.serialNumber, SERIAL.serial);
        const { vendorId, productId, serial: serialNumber } = SERIAL;
        const main = { kind: 'usb-serial', vendorId, productId, serialNumber, baudRate: 9600 } as const;
        return printsOnceEach(startHost('receipt-printer', 'escpos', { main }), gadget, printerOnSerial);
      });
    },
  },
  {
    name: 'USB printer class: a receipt printer by its USB identity, unplugged in a job and back',
    async run() {
      const gadget = createGadget({ ...PRINTER, function: 'printer' });
      return withGadget(gadget, async () => {
        await eventually('the printer', () => existsSync('/dev/usb/lp0') || existsSync('/dev/usb/lp1'));
        const [found] = (await listPlugged('printer')).filter(
          ({ vendorId }) => vendorId === PRINTER.vendorId,
        );
        assert.equal(found?.serialNumber, PRINTER.serial);
        const { vendorId, productId } = PRINTER;
        const main = { kind: 'usb-printer', vendorId, productId } as const;
        return printsOnceEach(startHost('receipt-printer', 'escpos', { main }), gadget, printerOnClass);
      });
    },
  },
];
