import { expect, test } from 'vitest';
import { DeviceFault, type Driver } from '../../drivers/driver.ts';
import { createTaskRunner } from '../../drivers/task-runner.ts';
import type { DeviceTaskEnd } from '../../shared/contract/device-task.ts';
import { manualClock } from './helpers/manual-clock.ts';

const PHOTO = { kind: 'capturePhoto' } as const;
const TAKEN: DeviceTaskEnd = { outcome: 'done', value: { kind: 'photo', jpeg: '/9j/' } };

function runner(tasks: NonNullable<Driver['tasks']>) {
  const clock = manualClock();
  const life = new AbortController();
  const ends: [string, DeviceTaskEnd][] = [];
  let wake: () => void = () => {};
  const driver: Driver = { start: async () => ({}), checkHealth: async () => 'fine', tasks };
  let connected: { driver: Driver; life: AbortSignal } | DeviceFault = { driver, life: life.signal };
  const made = createTaskRunner({
    clock,
    connected: () => connected,
    stage: () => {},
    ended: (taskId, end) => {
      ends.push([taskId, end]);
      wake();
    },
    onRunning: () => {},
  });
  const ended = async (count: number) => {
    while (ends.length < count)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return ends;
  };
  return { made, clock, life, ends, ended, away: () => (connected = new DeviceFault('offline', 'gone')) };
}

/** Work that only ends when it is told to. */
const untilAborted: NonNullable<Driver['tasks']>['capturePhoto'] = (_task, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

test('a task runs once, and a second one meanwhile is refused as busy', async () => {
  const { made, ended } = runner({ capturePhoto: async () => TAKEN });
  made.run('a', PHOTO, 1000);
  made.run('b', PHOTO, 1000);
  made.run('a', PHOTO, 1000);
  const ends = await ended(2);
  expect(ends).toEqual([
    ['b', { outcome: 'failed', reason: 'busy', detail: 'another task runs on this device' }],
    ['a', TAKEN],
  ]);
  expect(made.running).toBe(false);
});

test('a task ends at its deadline, by the clerk, or with the device', async () => {
  const { made, clock, life, ended } = runner({ capturePhoto: untilAborted });
  made.run('late', PHOTO, 1000);
  clock.advance(1000);
  expect((await ended(1)).at(-1)).toEqual(['late', expect.objectContaining({ reason: 'timeout' })]);
  made.run('stopped', PHOTO, 1000);
  made.cancel('another');
  made.cancel('stopped');
  expect((await ended(2)).at(-1)).toEqual(['stopped', { outcome: 'cancelled', by: 'clerk' }]);
  made.run('unplugged', PHOTO, 1000);
  life.abort(new DeviceFault('offline', 'unplugged'));
  expect((await ended(3)).at(-1)).toEqual([
    'unplugged',
    { outcome: 'failed', reason: 'offline', detail: 'unplugged' },
  ]);
});

test('a device that is away, or does other things, says so', async () => {
  const { made, ended, away } = runner({});
  made.run('a', PHOTO, 1000);
  expect((await ended(1)).at(-1)).toEqual(['a', expect.objectContaining({ reason: 'illegal' })]);
  away();
  made.run('b', PHOTO, 1000);
  expect((await ended(2)).at(-1)).toEqual(['b', expect.objectContaining({ reason: 'offline' })]);
});
