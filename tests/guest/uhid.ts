import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import type { HidReports } from '../../drivers/simulators/hid-device.ts';

/** Event types and layouts of struct uhid_event in linux/uhid.h: packed, in the byte order of the machine (little endian). */
const EVENT = {
  destroy: 1,
  start: 2,
  getReport: 9,
  getReportReply: 10,
  create2: 11,
  input2: 12,
  setReport: 13,
  setReportReply: 14,
  output: 6,
} as const;
const EVENT_BYTES = 4380;
const EIO = 5;
const POLL_MS = 1;

export interface UhidOptions {
  readonly name: string;
  /** Becomes the serial number. */
  readonly serial?: string;
  readonly vendorId: number;
  readonly productId: number;
  /** The HID report descriptor. */
  readonly descriptor: Uint8Array;
  /** Sizes with the report id, of the feature reports; the kernel does not pass on what size was asked for. */
  readonly featureSizes?: ReadonlyMap<number, number>;
  readonly reports: HidReports;
}

/** A HID device that this kernel believes is plugged in. */
export interface UhidDevice {
  input(report: Uint8Array): void;
  /** Off: requests stay without answer, as on a device that hangs. */
  setAnswering(on: boolean): void;
  /** Pulls the cable. */
  unplug(): void;
}

/** Plugs in a HID device. It answers from this thread, so the code under test must not block it. */
export function plugHid(options: UhidOptions): UhidDevice {
  const file = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK);
  const event = Buffer.alloc(EVENT_BYTES);
  let answering = true;
  writeSync(file, created(options));

  function answer() {
    const id = event.readUInt32LE(4);
    switch (event.readUInt32LE(0)) {
      case EVENT.getReport: {
        const reportId = event[8] ?? 0;
        const report = options.reports.getFeature(reportId, options.featureSizes?.get(reportId) ?? 0);
        const head = Buffer.alloc(12);
        head.writeUInt32LE(EVENT.getReportReply, 0);
        head.writeUInt32LE(id, 4);
        head.writeUInt16LE(report ? 0 : EIO, 8);
        head.writeUInt16LE(report?.length ?? 0, 10);
        if (answering) writeSync(file, Buffer.concat([head, report ?? Buffer.alloc(0)]));
        return;
      }
      case EVENT.setReport: {
        const size = event.readUInt16LE(10);
        const isTaken = answering && options.reports.setFeature(Buffer.from(event.subarray(12, 12 + size)));
        const reply = Buffer.alloc(10);
        reply.writeUInt32LE(EVENT.setReportReply, 0);
        reply.writeUInt32LE(id, 4);
        reply.writeUInt16LE(isTaken ? 0 : EIO, 8);
        if (answering) writeSync(file, reply);
        return;
      }
      case EVENT.output:
        options.reports.output?.(Buffer.from(event.subarray(4, 4 + event.readUInt16LE(4100))));
    }
  }
  const timer = setInterval(() => {
    for (;;) {
      try {
        if (readSync(file, event, 0, EVENT_BYTES, null) === 0) return;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return;
        throw error;
      }
      answer();
    }
  }, POLL_MS);

  return {
    input(report) {
      const head = Buffer.alloc(6);
      head.writeUInt32LE(EVENT.input2, 0);
      head.writeUInt16LE(report.length, 4);
      writeSync(file, Buffer.concat([head, report]));
    },
    setAnswering(on) {
      answering = on;
    },
    unplug() {
      clearInterval(timer);
      const destroy = Buffer.alloc(4);
      destroy.writeUInt32LE(EVENT.destroy, 0);
      writeSync(file, destroy);
      closeSync(file);
    },
  };
}

function created(options: UhidOptions): Buffer {
  const USB = 3;
  const event = Buffer.alloc(280 + options.descriptor.length);
  event.writeUInt32LE(EVENT.create2, 0);
  event.write(options.name, 4, 127);
  event.write(options.serial ?? '', 196, 63);
  event.writeUInt16LE(options.descriptor.length, 260);
  event.writeUInt16LE(USB, 262);
  event.writeUInt32LE(options.vendorId, 264);
  event.writeUInt32LE(options.productId, 268);
  event.writeUInt32LE(0x0100, 272);
  event.set(options.descriptor, 280);
  return event;
}

/** One report of a vendor-defined device: its id, what it is, and its bytes without the id. */
export type ReportShape = readonly [id: number, kind: 'input' | 'output' | 'feature', bytes: number];

/** The report descriptor of a device of vendor page FF00 (HID 1.11, 6.2.2) with these reports. */
export function vendorDescriptor(shapes: readonly ReportShape[]): Uint8Array {
  const TAG = { input: 0x81, output: 0x91, feature: 0xb1 };
  const report = ([id, kind, bytes]: ReportShape) => [
    0x85,
    id,
    0x09,
    id,
    0x15,
    0x00,
    0x26,
    0xff,
    0x00,
    0x75,
    0x08,
    0x96,
    bytes & 0xff,
    bytes >> 8,
    TAG[kind],
    0x02,
  ];
  return Uint8Array.from([0x06, 0x00, 0xff, 0x09, 0x01, 0xa1, 0x01, ...shapes.flatMap(report), 0xc0]);
}
