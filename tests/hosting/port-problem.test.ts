import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { createFrontDoor } from '../../electron/hosting/front-door.ts';
import { HostError } from '../../electron/hosting/host-error.ts';
import { asPortError, displayProblem } from '../../electron/hosting/port-problem.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { testFolder } from '../helpers/store.ts';

test('a port that another program has is said in one sentence, with the option that changes it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const door = createFrontDoor({
    rendererDir: testFolder(),
    themeFile: null,
    clock: createTestClock(),
    log: createTestLog(),
  });
  const error = await door.open(port).catch((cause: unknown) => asPortError(cause, port));
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({
    message: `Waarmee start niet: poort ${port} is in gebruik door een ander programma. Kies met --port een andere poort (--port 0 neemt een vrije), of sluit dat programma.`,
  });
});

test('a bug stays a bug', () => {
  const bug = new TypeError('x is not a function');
  expect(asPortError(bug, 1)).toBe(bug);
});

const displays = (code: string | null) => ({
  displays: {
    current: () => null,
    firstTry: Promise.resolve(code),
    stop: () => Promise.resolve(),
  },
  config: { display: { port: 8090, interface: '192.0.2.1' } } as never,
});

test('displays that are not there say why, at which port, and which key or option changes it', async () => {
  expect(await displayProblem(displays(null), null)).toBeNull();
  expect(await displayProblem(displays('EADDRINUSE'), null)).toMatch(
    /poort 8090 is in gebruik .*--display-port.*display\.port/,
  );
  expect(await displayProblem(displays('EADDRINUSE'), 7000)).toContain('poort 7000 is in gebruik');
  expect(await displayProblem(displays('EADDRNOTAVAIL'), null)).toContain('192.0.2.1 is niet beschikbaar');
});
