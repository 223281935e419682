import { expect, test, vi } from 'vitest';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import { openDevices } from './bench.ts';

/** The window asks for a picture; the camera answers, or does not. */
async function takePhoto(end: DeviceTaskEnd | 'silent' | 'down') {
  const bench = openDevices();
  bench.link.down = end === 'down';
  const answer = bench.devices.handlers['devices.takePhoto'].run({}, bench.context);
  await Promise.resolve();
  const task = bench.link.sent.find((command) => command.type === 'task');
  if (typeof end === 'object' && task)
    bench.link.say({ type: 'taskEnded', role: task.role, taskId: task.taskId, end });
  else await bench.clock.advance(90_000);
  return { answer: await answer, sent: bench.link.sent, published: bench.published };
}

test('a picture of the camera is given and kept nowhere', async () => {
  const { answer, sent } = await takePhoto({ outcome: 'done', value: { kind: 'photo', jpeg: '/9j/' } });
  expect(answer).toEqual({ ok: true, value: { jpeg: '/9j/' } });
  expect(sent).toMatchObject([{ type: 'task', role: 'camera', task: { kind: 'capturePhoto' } }]);
});

test.each([
  [{ outcome: 'failed', reason: 'inUse', detail: '' }, 'inUse'],
  ['silent', 'offline'],
  ['down', 'noService'],
] as const)('%j: no photo, and why', async (end, detail) => {
  expect((await takePhoto(end)).answer).toEqual({ ok: false, error: { code: 'cameraFailed', detail } });
});

test('a second picture waits until the first is in, and both are given', async () => {
  const bench = openDevices();
  const asked = () => bench.link.sent.filter((command) => command.type === 'task');
  const end = (jpeg: string) => {
    const task = asked().at(-1);
    if (!task) throw new Error('no picture was asked');
    bench.link.say({
      type: 'taskEnded',
      role: task.role,
      taskId: task.taskId,
      end: { outcome: 'done', value: { kind: 'photo', jpeg } },
    });
  };
  const take = () => bench.devices.handlers['devices.takePhoto'].run({}, bench.context);
  const [first, second] = [take(), take()];
  await vi.waitFor(() => expect(asked()).toHaveLength(1));
  end('/9j/');
  expect(await first).toEqual({ ok: true, value: { jpeg: '/9j/' } });
  await vi.waitFor(() => expect(asked()).toHaveLength(2));
  end('/9k/');
  expect(await second).toEqual({ ok: true, value: { jpeg: '/9k/' } });
});
