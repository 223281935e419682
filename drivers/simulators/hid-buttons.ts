import { type Clock, systemClock } from '../clock.ts';
import { hidOnLine } from './hid-device.ts';
import { PRESS_MS } from './button-box.ts';
import type { SimulatedDevice } from './simulator.ts';

const BUTTONS = 8;
/** Contacts bounce for a few milliseconds. */
const BOUNCE_MS = 3;

/** The report of a generic gamepad encoder: five axes in the middle, a hat at rest, then the buttons. */
function gamepadReport(mask: number): Uint8Array {
  return Uint8Array.of(0x7f, 0x7f, 0x7f, 0x7f, 0x7f, 0x0f | ((mask & 0x0f) << 4), mask >> 4, 0);
}

/** The boot report of a keyboard whose buttons are the digits: no more than six keys, else it has lost count. */
function keyboardReport(mask: number): Uint8Array {
  const keys = Array.from({ length: BUTTONS }, (_, button) => button)
    .filter((button) => (mask & (1 << button)) !== 0)
    .map((button) => 0x1e + button);
  const told = keys.length > 6 ? [1, 1, 1, 1, 1, 1] : keys;
  return Uint8Array.from({ length: 8 }, (_, at) => (at < 2 ? 0 : (told[at - 2] ?? 0)));
}

/** Buttons on a HID encoder; `send` brings bytes of the HID tunnel to the host. Tells changes alone, as most do. */
export function createSimulatedEncoder(
  kind: 'gamepad' | 'keyboard-encoder',
  send: (bytes: Uint8Array) => void,
  clock: Clock = systemClock,
): SimulatedDevice {
  const line = hidOnLine(send);
  const timers = new Set<() => void>();
  let mask = 0;

  const tell = () => line.input(kind === 'gamepad' ? gamepadReport(mask) : keyboardReport(mask));
  function set(next: number) {
    if (next === mask) return;
    mask = next;
    tell();
  }
  function later(ms: number, run: () => void) {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
  }

  return {
    receive: (bytes) => line.receive({ getFeature: () => undefined, setFeature: () => false }, bytes),
    powerOff() {
      for (const cancel of timers) cancel();
      timers.clear();
      line.reset();
    },
    command(text) {
      const [, what, number] = /^(press|hold|release|bounce) ([1-8])$/.exec(text) ?? [];
      if (what === undefined) {
        if (text !== 'again') return undefined;
        tell();
        return 'ok';
      }
      const bit = 1 << (Number(number) - 1);
      set(what === 'release' ? mask & ~bit : mask | bit);
      if (what === 'bounce')
        for (let i = 1; i <= 6; i += 1)
          later(i * BOUNCE_MS, () => set(i % 2 === 1 ? mask & ~bit : mask | bit));
      if (what === 'press' || what === 'bounce') later(PRESS_MS, () => set(mask & ~bit));
      return 'ok';
    },
    help: [
      `press N   hold N   release N   bounce N   (buttons 1 to ${BUTTONS}; bounce: with a worn contact)`,
      'again     tell the same report once more',
    ],
  };
}
