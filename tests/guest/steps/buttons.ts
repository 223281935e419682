import assert from 'node:assert/strict';
import { createSimulatedEncoder } from '../../../drivers/simulators/hid-buttons.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { startHost } from '../../drivers/helpers/host.ts';
import { simulatedOnKernel } from '../plug-simulator.ts';
import type { Step } from '../step.ts';

/** Test ids of pid.codes. */
const IDS = {
  gamepad: { vendorId: 0x1209, productId: 0x0a70 },
  'keyboard-encoder': { vendorId: 0x1209, productId: 0x0a71 },
};

const DRIVERS = { gamepad: 'escpos-gamepad', 'keyboard-encoder': 'escpos-keyboard' };

/** A gamepad: eight bytes without report id (HID 1.11, appendix E.10 in short). */
const GAMEPAD = Buffer.from('05010905a101150026ff007508950809308102c0', 'hex');
/** The boot keyboard (HID 1.11, appendix B.1). */
const KEYBOARD = Buffer.from(
  '05010906a101050719e029e71500250175019508810295017508810195067508150025650507190029658100c0',
  'hex',
);

function step(kind: 'gamepad' | 'keyboard-encoder', descriptor: Uint8Array): Step {
  return {
    name: `dispenser buttons on a ${kind}: one press, one event; unplugged and back`,
    async run() {
      const printer = await startSimulator('receipt-printer', { tcp: 0 });
      const main = printer.endpoints['main'];
      assert.ok(main);
      const { device, plug } = simulatedOnKernel((send) => createSimulatedEncoder(kind, send), {
        ...IDS[kind],
        name: 'Test buttons',
        descriptor,
      });
      let cable = plug();
      const hex = (id: number) => id.toString(16).padStart(4, '0');
      const buttons = {
        kind: 'usb-hid',
        vendorId: hex(IDS[kind].vendorId),
        productId: hex(IDS[kind].productId),
      } as const;
      const host = startHost('ticket-dispenser', DRIVERS[kind], { printer: main, buttons });
      try {
        await host.status('idle');
        device.command('bounce 3');
        assert.equal((await host.message('buttonPressed')).button, 3);
        device.command('release 3');
        cable.unplug();
        await host.status('gone');
        cable = plug();
        await host.status('idle');
        device.command('press 2');
        assert.equal((await host.message('buttonPressed')).button, 2);
        assert.equal(host.count('buttonPressed'), 2);
      } finally {
        await host.stop();
        cable.unplug();
        await printer.stop();
      }
    },
  };
}

export const buttonSteps: readonly Step[] = [step('gamepad', GAMEPAD), step('keyboard-encoder', KEYBOARD)];
