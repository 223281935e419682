import type { PenSample } from './pen-sample.ts';

/**
 * Packets of Topaz signature pads on a serial line (19200 8O1; LCD 4x5 38400; ClipGem 9600), as reverse engineered in
 * topaz-dext: a status byte with bit 7 set (6: near, 0: down, 2-4: kind), then x and y, each low then high, with bit 7
 * clear. Kind 7 tells pressure instead of a place; both coordinates FFF is noise.
 */
const SIZE = 5;
const PRESSURE = 7;
const NOISE = 0xfff;
/** Seven bits and three. */
export const TOPAZ_MAX_PRESSURE = 0x3ff;
/** On pads that tell no pressure every line is as wide. */
const MIDDLE = 0x1ff;

/** Cuts a stream into reports of the pen; `garbage` counts bytes that belong to no packet. */
export function createTopazParser(): {
  push(chunk: Uint8Array): { readonly samples: PenSample[]; readonly garbage: number };
} {
  let packet: number[] = [];
  let pressure = MIDDLE;

  function sampleOf([status = 0, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0]: readonly number[]) {
    if (((status >> 2) & 7) === PRESSURE) {
      pressure = ((yHigh & 7) << 7) | yLow;
      return undefined;
    }
    const x = ((xHigh & 0x1f) << 7) | xLow;
    const y = ((yHigh & 0x1f) << 7) | yLow;
    if (x === NOISE && y === NOISE) return undefined;
    return { near: (status & 0x40) !== 0, down: (status & 1) !== 0, pressure, x, y };
  }

  return {
    push(chunk) {
      const samples: PenSample[] = [];
      let garbage = 0;
      for (const byte of chunk) {
        if ((byte & 0x80) !== 0) {
          garbage += packet.length;
          packet = [byte];
        } else if (packet.length === 0) {
          garbage += 1;
        } else {
          packet.push(byte);
        }
        if (packet.length < SIZE) continue;
        const sample = sampleOf(packet);
        if (sample) samples.push(sample);
        packet = [];
      }
      return { samples, garbage };
    },
  };
}

/** A chunk as it may be kept in a trace: whether the pen was near or down, never where, nor how hard. */
export function redactPackets(chunk: Uint8Array): Uint8Array {
  return chunk.map((byte) => ((byte & 0x80) !== 0 ? byte : 0));
}
