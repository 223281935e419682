import { expect, test } from 'vitest';
import { runTask } from '../../../electron/core/devices/run-task.ts';
import type { DeviceTask, DeviceTaskStage } from '../../../shared/contract/device-task.ts';
import { manualClock } from '../../drivers/helpers/manual-clock.ts';
import { createFakeLink } from './fake-link.ts';

const SIGN: DeviceTask = { kind: 'captureSignature', lines: ['Verhuizing'], language: 'nl' };
const PAY: DeviceTask = { kind: 'pay', amountCents: 4120 };

function started(task: DeviceTask, link = createFakeLink()) {
  const clock = manualClock();
  const control = new AbortController();
  const stages: DeviceTaskStage[] = [];
  const ids = { uuid: () => 'task-1', ulid: () => '01' };
  const end = runTask({ link, clock, ids }, 'signature-pad', task, {
    deadlineMs: 60_000,
    signal: control.signal,
    onStage: (stage) => stages.push(stage),
  });
  return { clock, control, stages, end, link };
}
const about = { role: 'signature-pad', taskId: 'task-1' } as const;

test('tells the stages and the end of this task alone', async () => {
  const { link, stages, end } = started(SIGN);
  expect(link.sent).toEqual([{ type: 'task', ...about, task: SIGN, deadlineMs: 60_000 }]);
  const other = { role: 'signature-pad', taskId: 'other' } as const;
  link.say({ type: 'taskStage', ...other, stage: { name: 'again' } });
  link.say({ type: 'taskEnded', ...other, end: { outcome: 'cancelled', by: 'visitor' } });
  link.say({ type: 'taskStage', ...about, stage: { name: 'signing' } });
  link.say({ type: 'taskEnded', ...about, end: { outcome: 'cancelled', by: 'visitor' } });
  expect(await end).toEqual({ outcome: 'cancelled', by: 'visitor' });
  expect(stages).toEqual([{ name: 'signing' }]);
});

test('cancelling asks the device, and its answer counts', async () => {
  const { link, control, end } = started(PAY);
  control.abort();
  expect(link.sent.at(-1)).toEqual({ type: 'cancelTask', ...about });
  link.say({ type: 'taskEnded', ...about, end: { outcome: 'unknown', detail: 'too late' } });
  expect((await end).outcome).toBe('unknown');
});

test('a device that never answers: a signature failed, a payment is unknown', async () => {
  const signing = started(SIGN);
  signing.clock.advance(65_000);
  expect(await signing.end).toMatchObject({ outcome: 'failed', reason: 'offline' });
  const paying = started(PAY);
  paying.clock.advance(65_000);
  expect((await paying.end).outcome).toBe('unknown');
});

test('nothing was started while the device process is down', async () => {
  const link = createFakeLink();
  link.down = true;
  expect(await started(PAY, link).end).toMatchObject({ outcome: 'failed', reason: 'noService' });
});
