import { expect, onTestFinished, test } from 'vitest';
import { createFrontDoor } from '../../electron/hosting/front-door.ts';
import type { Core } from '../../electron/core/create-core.ts';
import { ok } from '../../shared/lib/result.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';
import { testFolder } from '../helpers/store.ts';

const core: Core = {
  dispatch: (name) => Promise.resolve(ok(name)),
  subscribe: () => () => undefined,
  board: { current: () => Promise.reject(new Error('no board')), onChange: () => () => undefined },
  visitorPages: { find: () => Promise.resolve(null) },
  stop: () => Promise.resolve(),
};

async function openDoor() {
  const door = createFrontDoor({
    rendererDir: testFolder(),
    themeFile: null,
    clock: createTestClock(),
    log: createTestLog(),
  });
  onTestFinished(() => door.close());
  const { origin, mintLink } = await door.open(0);
  const admitted = await fetch(mintLink({ counter: 1 }), { redirect: 'manual' });
  const cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = () =>
    fetch(`${origin}/call/session.state`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: '{}',
    });
  return { door, call };
}

test('a call that comes before the application waits for it', async () => {
  const { door, call } = await openDoor();
  const answer = call();
  expect(await Promise.race([answer, Promise.resolve('still waiting')])).toBe('still waiting');
  door.started(core);
  expect(await (await answer).json()).toEqual({ ok: true, value: 'session.state' });
});

test('when the application cannot start, who waits is told, without the reason', async () => {
  const { door, call } = await openDoor();
  const answer = call();
  door.failed(new Error('a reason for IT alone'));
  expect((await answer).status).toBe(500);
  expect(await (await answer).text()).not.toContain('reason');
});
