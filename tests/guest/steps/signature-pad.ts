import assert from 'node:assert/strict';
import { createSimulatedPad } from '../../../drivers/simulators/signature-pad.ts';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import { startHost, type TestHost } from '../../drivers/helpers/host.ts';
import { simulatedOnKernel } from '../plug-simulator.ts';
import { eventually, type Step } from '../step.ts';
import { type ReportShape, vendorDescriptor } from '../uhid.ts';

/** The reports of an STU-540, as its notes give them: id, kind, bytes without the id. */
const REPORTS: readonly ReportShape[] = [
  [0x01, 'input', 6],
  [0x34, 'input', 10],
  ...(
    [
      [0x03, 4],
      [0x04, 1],
      [0x08, 16],
      [0x09, 16],
      [0x0b, 10],
      [0x0f, 13],
      [0x16, 1],
      [0x20, 1],
      [0x21, 1],
      [0x22, 4],
      [0x24, 10],
      [0x25, 1],
      [0x26, 255],
      [0x27, 1],
      [0x28, 3],
      [0x29, 2],
      [0x2a, 8],
      [0x2b, 2],
      [0x2d, 4],
      [0x32, 1],
    ] as const
  ).map(([id, bytes]): ReportShape => [id, 'feature', bytes]),
];
const USB = { vendorId: 0x056a, productId: 0x00a8 };
const MAIN = { kind: 'usb-hid', vendorId: '056a', productId: '00a8' } as const;

function pad() {
  return simulatedOnKernel((send) => createSimulatedPad(send, () => {}), {
    ...USB,
    name: 'Wacom STU-540',
    serial: 'STU-1',
    descriptor: vendorDescriptor(REPORTS),
    featureSizes: new Map(REPORTS.map(([id, , bytes]) => [id, bytes + 1])),
  });
}

function ask(host: TestHost, taskId: string) {
  const task = {
    kind: 'captureSignature' as const,
    lines: ['Verhuizing', '23 november 2026'],
    language: 'nl' as const,
  };
  host.host.handle({ type: 'task', role: 'signature-pad', taskId, task, deadlineMs: 60_000 });
}
const stage = async (host: TestHost, name: string) => {
  for (;;) if ((await host.message('taskStage')).stage.name === name) return;
};
/** However it stands to the news of the device: the one can come before the other. */
function endOf(host: TestHost, taskId: string): DeviceTaskEnd | undefined {
  for (const message of host.mail.all)
    if (message.type === 'taskEnded' && message.taskId === taskId) return message.end;
  return undefined;
}
async function signed(host: TestHost): Promise<DeviceTaskEnd> {
  return (await host.message('taskEnded')).end;
}

export const padSteps: readonly Step[] = [
  {
    name: 'STU pad: its picture goes up, the visitor signs and agrees, on a real hidraw device',
    async run() {
      const { device, plug } = pad();
      const cable = plug();
      const host = startHost('signature-pad', 'wacom-stu', { main: MAIN });
      try {
        const { identity } = await host.status('idle');
        const started = performance.now();
        ask(host, 's1');
        await stage(host, 'waitingForPerson');
        const shown = performance.now() - started;
        device.command('sign');
        await stage(host, 'signing');
        // The hand plays one movement after the other: the press follows the signature.
        device.command('tap akkoord');
        const end = await signed(host);
        assert.equal(end.outcome, 'done', JSON.stringify(end).slice(0, 300));
        assert.ok(end.outcome === 'done' && end.value.kind === 'signature' && end.value.png.length > 500);
        return `${identity}, picture up in ${shown.toFixed(0)} ms`;
      } finally {
        await host.stop();
        cable.unplug();
      }
    },
  },
  {
    name: 'STU pad: unplugged while signing, it comes back and is set up anew (twice)',
    async run() {
      const { device, plug } = pad();
      let cable = plug();
      const host = startHost('signature-pad', 'wacom-stu', { main: MAIN });
      try {
        for (let at = 0; at < 2; at += 1) {
          await host.status('idle');
          ask(host, `s${at}`);
          await stage(host, 'waitingForPerson');
          device.command('sign');
          await stage(host, 'signing');
          cable.unplug();
          await host.status('gone');
          const end = await eventually('the end of the task', () => endOf(host, `s${at}`));
          assert.equal(end.outcome, 'failed');
          cable = plug();
        }
        await host.status('idle');
        ask(host, 'last');
        await stage(host, 'waitingForPerson');
        device.command('sign');
        await stage(host, 'signing');
        // The hand plays one movement after the other: the press follows the signature.
        device.command('tap akkoord');
        assert.equal((await signed(host)).outcome, 'done');
      } finally {
        await host.stop();
        cable.unplug();
      }
    },
  },
  {
    name: 'STU pad: one that hangs is given up, and another takes its place',
    async run() {
      const { plug } = pad();
      const cable = plug();
      const host = startHost('signature-pad', 'wacom-stu', { main: MAIN });
      try {
        await host.status('idle');
        cable.setAnswering(false);
        ask(host, 's1');
        assert.equal((await signed(host)).outcome, 'failed');
        cable.unplug();
        const second = plug();
        await host.status('idle');
        second.unplug();
      } finally {
        await host.stop();
      }
    },
  },
];
