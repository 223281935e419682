import { createHand, signature, tap, type Touch } from './hand.ts';
import type { SimulatedDevice } from './simulator.ts';

/** The writing surface of a SigLite in units of the pad: 4.4 by 1.3 inches of 410. */
const SURFACE = { width: 1804, height: 533 };
const MARGIN = 100;

/** A Topaz pad without a screen, as reverse engineered in topaz-dext. It says what the pen does, and hears nothing. */
export function createSimulatedTopaz(send: (bytes: Uint8Array) => void): SimulatedDevice {
  let drop = 0;
  const hand = createHand(touched);

  function packet(status: number, x: number, y: number): Uint8Array {
    return Uint8Array.of(0x80 | status, x & 0x7f, (x >> 7) & 0x1f, y & 0x7f, (y >> 7) & 0x1f);
  }

  function touched({ x, y, force, near }: Touch) {
    const status = (near ? 0x40 : 0) | (force > 0 ? 1 : 0);
    const pressure = Math.round(force * 0x3ff);
    const place = packet(
      status,
      MARGIN + Math.round(x * SURFACE.width),
      MARGIN + Math.round(y * SURFACE.height),
    );
    if (drop > 0) drop -= 1;
    else send(Uint8Array.of(...packet(status | (7 << 2), 0, pressure), ...place));
  }

  return {
    receive: () => {},
    powerOff() {
      hand.stop();
      drop = 0;
    },
    command(line) {
      const [name, count] = line.split(/\s+/);
      switch (name) {
        case 'sign':
          hand.play(signature({ left: 0, top: 0, width: 1, height: 1 }, Number(count) || 240));
          return 'ok';
        case 'dot':
          hand.play(tap(0.5, 0.5));
          return 'ok';
        case 'pen-gone':
          hand.stop();
          return 'ok';
        case 'pace':
          hand.setPace(Number(count) || 200);
          return 'ok';
        case 'drop':
          drop = Number(count) || 1;
          return 'ok';
        case 'zap':
          send(packet(0x41, 0xfff, 0xfff));
          return 'ok';
        default:
          return undefined;
      }
    },
    help: [
      'sign [N]                 the visitor signs, with N reports     dot      touches the pad once',
      'pen-gone                 the pen is gone without a word        pace N   reports a second',
      'drop N                   the next N reports are lost           zap      a report of noise',
    ],
  };
}
