import { createHidFrameParser, hidFrame } from '../protocol/hid-tunnel.ts';

/** A simulated HID device: feature reports asked and set, and input reports that it sends by itself. */
export interface HidReports {
  /** The report with its id; undefined refuses. */
  getFeature(reportId: number, size: number): Uint8Array | undefined;
  /** False refuses. */
  setFeature(report: Uint8Array): boolean;
  output?(report: Uint8Array): void;
}

/** Puts a HID device on a line of bytes (hid-tunnel.ts): what its `receive` should do with a chunk, and how it sends. */
export function hidOnLine(send: (bytes: Uint8Array) => void): {
  readonly input: (report: Uint8Array) => void;
  readonly receive: (device: HidReports, chunk: Uint8Array) => void;
  /** After an unplug: half a frame is forgotten. */
  readonly reset: () => void;
} {
  let parser = createHidFrameParser();
  return {
    input: (report) => send(hidFrame('input', report)),
    reset: () => {
      parser = createHidFrameParser();
    },
    receive(device, chunk) {
      for (const { type, bytes } of parser.push(chunk)) {
        if (type === 'getFeature') {
          const report = device.getFeature(bytes[0] ?? 0, ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0));
          send(hidFrame('feature', report ?? new Uint8Array()));
        } else if (type === 'setFeature') {
          send(hidFrame('featureSet', Uint8Array.of(device.setFeature(bytes) ? 0 : 1)));
        } else if (type === 'output') {
          device.output?.(bytes);
        }
      }
    },
  };
}
