import { realpath } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { portUsers } from '../../../drivers/transport/port-users.ts';
import { scratchLink } from '../helpers/scratch.ts';

test('a port that another program has open is seen without opening it; our own is free', async () => {
  const scratch = scratchLink();
  onTestFinished(scratch.remove);
  const simulator = await startSimulator('document-reader', { link: scratch.link });
  onTestFinished(() => simulator.stop());
  // socat holds its pseudo-terminal open, as a program that uses a port does.
  const port = await realpath(scratch.link);
  expect(await (await portUsers(new Set()))(port)).toBe('inUse');
  expect(await (await portUsers(new Set([port])))(port)).toBe('free');
  expect(await (await portUsers(new Set()))('/dev/full')).toBe('free');
});

test('a port that this user may not open is told', async () => {
  expect(await (await portUsers(new Set()))('/dev/not-there')).toBe('noPermission');
});
