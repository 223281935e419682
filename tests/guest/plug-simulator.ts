import { createHidFrameParser, hidFrame, type HidFrameType } from '../../drivers/protocol/hid-tunnel.ts';
import type { SimulatedDevice } from '../../drivers/simulators/simulator.ts';
import { plugHid, type UhidDevice, type UhidOptions } from './uhid.ts';

/**
 * Plugs a simulated HID device into this kernel. It goes on speaking through its tunnel, and does not know of it.
 * `create` is called once; each `plug` is the same device on another cable.
 */
export function simulatedOnKernel<Device extends SimulatedDevice>(
  create: (send: (bytes: Uint8Array) => void) => Device,
  options: Omit<UhidOptions, 'reports'>,
): { readonly device: Device; plug(): UhidDevice } {
  const parser = createHidFrameParser();
  let cable: UhidDevice | undefined;
  const answers: Uint8Array[] = [];
  const device = create((bytes) => {
    for (const frame of parser.push(bytes)) {
      if (frame.type === 'input') cable?.input(frame.bytes);
      else answers.push(frame.bytes);
    }
  });
  /** The simulated device answers at once, or not at all. */
  const ask = (type: HidFrameType, bytes: Uint8Array): Uint8Array | undefined => {
    answers.length = 0;
    device.receive(hidFrame(type, bytes));
    return answers.at(-1);
  };
  return {
    device,
    plug() {
      const plugged = plugHid({
        ...options,
        reports: {
          getFeature(reportId, size) {
            const report = ask('getFeature', Uint8Array.of(reportId, size >> 8, size & 0xff));
            return report?.length ? report : undefined;
          },
          setFeature: (report) => ask('setFeature', report)?.[0] === 0,
          output: (report) => void ask('output', report),
        },
      });
      cable = plugged;
      return {
        ...plugged,
        unplug() {
          cable = undefined;
          device.powerOff();
          plugged.unplug();
        },
      };
    },
  };
}
