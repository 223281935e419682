import { DeviceFault } from '../../../drivers/driver.ts';
import type { SimulatedDevice } from '../../../drivers/simulators/simulator.ts';
import { createLinkEnd, type LinkEnd } from '../../../drivers/transport/link-end.ts';
import type { OpenTransport } from '../../../drivers/transport/open.ts';

/** A cable in memory between the drivers and one simulated device: no sockets, no waiting. */
export function memoryLine(create: (send: (bytes: Uint8Array) => void) => SimulatedDevice) {
  let plugged = true;
  let muted = false;
  let cutAfter = Number.POSITIVE_INFINITY;
  let current: { end: LinkEnd; listeners: ((bytes: Uint8Array) => void)[] } | undefined;
  const say = (bytes: Uint8Array) => {
    // A driver that closed its port hears nothing more.
    if (current?.end.ended === false) for (const listener of current.listeners) listener(bytes);
  };
  const device = create((bytes) => {
    if (!muted) say(bytes);
  });

  function unplug() {
    plugged = false;
    cutAfter = Number.POSITIVE_INFINITY;
    device.powerOff();
    current?.end.lose(new DeviceFault('offline', 'unplugged'));
  }

  const openTransport: OpenTransport = async () => {
    if (!plugged) throw new DeviceFault('noHardware', 'not plugged in');
    current?.end.finish();
    const end = createLinkEnd();
    const link = { end, listeners: [] as ((bytes: Uint8Array) => void)[] };
    current = link;
    return {
      name: 'memory',
      async write(bytes) {
        if (end.ended) throw end.fault ?? new DeviceFault('closed', 'closed');
        const gone = bytes.length > cutAfter;
        device.receive(gone ? bytes.slice(0, cutAfter) : bytes);
        if (!gone) return;
        unplug();
        throw end.fault ?? new DeviceFault('offline', 'unplugged');
      },
      onBytes: (listener) => void link.listeners.push(listener),
      onGone: (listener) => void end.onGone(listener),
      checkAlive: async () => !end.ended,
      close: async () => end.finish(),
    };
  };

  return {
    openTransport,
    device,
    unplug,
    replug: () => (plugged = true),
    /** The cable goes at byte `n` of the next write that is longer than that. */
    cut: (n: number) => (cutAfter = n),
    mute: (on: boolean) => (muted = on),
    noise: (bytes: Uint8Array) => say(bytes),
  };
}
