import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SimulatorKind } from '../../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import {
  DeviceBinding,
  type DeviceMessage,
  type DeviceRole,
} from '../../../shared/contract/device-protocol.ts';

const MODULE = path.resolve(import.meta.dirname, '../../../drivers/process.ts');
/** Linux counts processor time in hundredths of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;
const SETTLE_MS = 5000;

/** Six devices, on pseudo-terminals as far as they are serial. */
const DEVICES: readonly { kind: SimulatorKind; role: DeviceRole; driver: string; tcp?: true }[] = [
  { kind: 'receipt-printer', role: 'receipt-printer', driver: 'escpos' },
  { kind: 'ticket-dispenser', role: 'ticket-dispenser', driver: 'escpos-numato' },
  { kind: 'document-reader', role: 'document-reader', driver: 'elyctis' },
  { kind: 'code-scanner', role: 'code-scanner', driver: 'honeywell-scanner' },
  { kind: 'signature-pad', role: 'signature-pad', driver: 'wacom-stu', tcp: true },
  { kind: 'camera', role: 'camera', driver: 'vc0706' },
];

/** Processor time of the device process, in percent of one core, while its six devices are connected and idle. Linux. */
export async function idleCpuPercent(folder: string, seconds: number): Promise<number> {
  const simulators = await Promise.all(
    DEVICES.map(({ kind, tcp }) =>
      startSimulator(kind, tcp ? { tcp: 0 } : { link: path.join(folder, kind) }),
    ),
  );
  const child = fork(MODULE, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const bindings = DEVICES.map(({ role, driver }, index) =>
    DeviceBinding.parse({ role, driver, endpoints: simulators[index]?.endpoints }),
  );
  const idle = new Set<string>();
  await new Promise<void>((resolve) => {
    child.on('message', (message: DeviceMessage) => {
      if (message.type === 'ready') child.send({ type: 'configure', bindings });
      if (message.type === 'status' && message.status.state === 'idle') idle.add(message.status.role);
      if (idle.size === DEVICES.length) resolve();
    });
  });
  await pause(SETTLE_MS);
  const [before, started] = [ticksOf(child.pid ?? 0), performance.now()];
  await pause(seconds * 1000);
  const used = (ticksOf(child.pid ?? 0) - before) / TICKS_PER_SECOND;
  const percent = (used / ((performance.now() - started) / 1000)) * 100;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
  await Promise.all(simulators.map((simulator) => simulator.stop()));
  return percent;
}

/** User and system time, from proc(5). */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
