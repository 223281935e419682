import path from 'node:path';
import { SerialPort } from 'serialport';
import { systemClock } from '../../../drivers/clock.ts';
import { openLine } from '../../../drivers/simulators/line.ts';
import { createSimulatedReader } from '../../../drivers/simulators/reader.ts';
import { forkDeviceProcess, superviseDevices } from '../../../electron/core/devices/index.ts';
import { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import { mrzCheckDigit } from '../../../shared/domain/mrz-check-digit.ts';

/** The specimen of ICAO 9303, each time with another number: the same document twice is one event. */
function documentOf(turn: number): string {
  const number = `L${String(turn).padStart(8, '0')}`;
  const [birth, expiry, personal] = ['7408122', '1204159', 'ZE184226B<<<<<1'];
  const start = `${number}${mrzCheckDigit(number)}`;
  const composite = mrzCheckDigit(`${start}${birth}${expiry}${personal}`);
  return `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r${start}UTO${birth}F${expiry}${personal}${composite}`;
}

const SIZE = 300;
/** Messages that are not counted, on both sides: what runs all day is compiled. */
const WARM_UP = 300;
const MODULE = path.resolve(import.meta.dirname, '../../../drivers/process.ts');
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A simulated reader that sends when the bench wants it to. */
export interface BenchReader {
  readonly path: string;
  /** Sends a reading of 300 bytes; empty lines at its end make up the length. */
  send(turn: number): void;
  stop(): Promise<void>;
}

/** Lays a pseudo-terminal at a path. */
export async function openBenchReader(link: string): Promise<BenchReader> {
  const line = await openLine({ link });
  const device = createSimulatedReader((bytes) => line.send(bytes));
  line.onBytes((bytes) => device.receive(bytes));
  const message = (turn: number) => {
    const payload = Buffer.alloc(SIZE - 3, '\r');
    payload.write(documentOf(turn), 'latin1');
    return Buffer.concat([Buffer.from([0x49, payload.length >> 8, payload.length & 0xff]), payload]);
  };
  return {
    path: link,
    send: (turn) => line.send(message(turn)),
    stop: () => line.stop(),
  };
}

/** Milliseconds from sending to the event in the core, the driver and the device process in between. */
export async function ourTimes(reader: BenchReader, count: number): Promise<number[]> {
  const binding = DeviceBinding.parse({
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: { main: { kind: 'serial', path: reader.path, baudRate: 115_200 } },
  });
  let arrived: () => void = () => {};
  const link = superviseDevices({
    spawn: () => forkDeviceProcess(MODULE),
    bindings: [binding],
    clock: systemClock,
    log: silent,
  });
  const idle = new Promise<void>((resolve) => {
    link.onMessage((message) => {
      if (message.type === 'documentRead') arrived();
      if (message.type === 'status' && message.status.state === 'idle') resolve();
    });
  });
  await idle;
  const times = await measure(count, (turn, done) => {
    arrived = done;
    reader.send(turn);
  });
  await link.stop();
  return times;
}

/** Milliseconds from sending to the last byte in bare serialport, in this process. */
export async function bareTimes(reader: BenchReader, count: number): Promise<number[]> {
  const port = new SerialPort({ path: reader.path, baudRate: 115_200, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  let received = 0;
  let arrived: () => void = () => {};
  port.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received >= SIZE) arrived();
  });
  const times = await measure(count, (turn, done) => {
    received = 0;
    arrived = done;
    reader.send(turn);
  });
  await new Promise<void>((resolve) => port.close(() => resolve()));
  return times;
}

async function measure(count: number, once: (turn: number, done: () => void) => void): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + count; turn += 1) {
    const started = performance.now();
    await new Promise<void>((resolve) => once(turn, resolve));
    if (turn >= WARM_UP) times.push(performance.now() - started);
    // A counter is quiet between two documents.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return times;
}
