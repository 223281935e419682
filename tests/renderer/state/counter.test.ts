import { expect, test } from 'vitest';
import { createCounter } from '../../../renderer/state/counter.ts';
import {
  DEVICES,
  EMPTY_VISIT,
  QUEUE,
  QUEUE_CALLED,
  SCENE_NOW,
  SESSION,
  SYNC,
} from '../../helpers/counter-scene.ts';
import { createFakeBridge } from '../../helpers/fake-bridge.ts';
import { createTestIds } from '../../helpers/ids.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function startCounter(session = SESSION) {
  const bridge = createFakeBridge();
  bridge.give('session.state', session);
  bridge.give('hall.queue', QUEUE);
  bridge.give('visits.current', null);
  bridge.give('visits.finished', []);
  bridge.give('devices.list', DEVICES);
  bridge.give('transactions.signing', null);
  bridge.give('sync.status', SYNC);
  const counter = createCounter({ bridge, mintId: createTestIds().uuid, now: () => SCENE_NOW - 5000 });
  const stop = counter.start();
  bridge.connect(true);
  await settled();
  return { bridge, counter, stop, state: () => counter.store.getState() };
}

const namesOf = (bridge: { readonly calls: readonly { readonly name: string }[] }) =>
  bridge.calls.map((call) => call.name);

test('before login nothing but the session is asked', async () => {
  const { bridge } = await startCounter({ ...SESSION, stage: 'login', staff: null });
  expect(namesOf(bridge)).toEqual(['session.state']);
});

test('outside practice mode the practice state is not asked', async () => {
  const { bridge } = await startCounter({ ...SESSION, practice: false });
  expect(namesOf(bridge)).not.toContain('practice.state');
  expect(namesOf(bridge)).toContain('hall.queue');
});

test('an event fetches what it made stale and nothing else', async () => {
  const { bridge, state } = await startCounter();
  bridge.calls.length = 0;
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.push({ name: 'hall.changed', data: {} });
  await settled();
  expect(namesOf(bridge)).toEqual(['hall.queue']);
  expect(state().queue.value?.current?.number).toBe('P012');
});

test('a command fetches what it made stale without waiting for an event', async () => {
  const { bridge, counter, state } = await startCounter();
  bridge.give('hall.callNext', QUEUE_CALLED.current);
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.current', EMPTY_VISIT);
  await counter.run('hall.callNext', {});
  await settled();
  expect(state().visit.value?.number).toBe('P012');
  expect(state().queue.value?.revision).toBe(13);
});

test('locking forgets everything of the visitor, also an answer that comes later', async () => {
  const { bridge, state } = await startCounter();
  let answerLate: () => void = () => undefined;
  bridge.answer(
    'visits.current',
    () => new Promise((resolve) => (answerLate = () => resolve({ ok: true, value: EMPTY_VISIT }))),
  );
  bridge.push({ name: 'visit.changed', data: { counter: 3 } });
  bridge.give('session.state', { ...SESSION, stage: 'locked' });
  bridge.push({ name: 'session.changed', data: {} });
  await settled();
  answerLate();
  await settled();
  expect(state().visit.value).toBeUndefined();
  expect(state().queue.value).toBeUndefined();
  expect(state().notices).toEqual([]);
});

test('a call that says locked makes the window look at the session', async () => {
  const { bridge, counter, state } = await startCounter();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'locked' } }));
  bridge.give('session.state', { ...SESSION, stage: 'locked' });
  await counter.run('hall.callNext', {});
  await settled();
  expect(state().session.value?.stage).toBe('locked');
  expect(state().notices).toEqual([]);
});

test('after a lost connection everything is fetched anew', async () => {
  const { bridge, state } = await startCounter();
  bridge.connect(false);
  expect(state().connection).toBe('lost');
  bridge.calls.length = 0;
  bridge.connect(true);
  await settled();
  expect(state().connection).toBe('connected');
  expect(namesOf(bridge)).toEqual(
    expect.arrayContaining([
      'session.state',
      'hall.queue',
      'visits.current',
      'visits.finished',
      'devices.list',
      'sync.status',
    ]),
  );
});

test('a failure becomes one notice, however often it comes, and the last queue stays', async () => {
  const { bridge, counter, state } = await startCounter();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  bridge.answer('hall.queue', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await counter.run('hall.callNext', {});
  await counter.run('hall.callNext', {});
  await settled();
  expect(state().notices).toHaveLength(1);
  expect(state().queue.value?.waiting).toHaveLength(7);
  expect(state().queue.error?.code).toBe('hallUnavailable');
});

test('waiting times follow the clock of the application', async () => {
  const { state } = await startCounter();
  expect(state().clockOffsetMs).toBe(5000);
});

test('after stopping no event is heard', async () => {
  const { bridge, stop } = await startCounter();
  stop();
  bridge.calls.length = 0;
  bridge.push({ name: 'hall.changed', data: {} });
  await settled();
  expect(bridge.calls).toEqual([]);
});

test('what went wrong with one visitor is off the screen when the next begins', async () => {
  const { bridge, counter, state } = await startCounter();
  bridge.answer('hall.recall', () => ({ ok: false, error: { code: 'ticketTaken' } }));
  await counter.run('hall.recall', { ticketId: 't1' });
  expect(state().notices).toHaveLength(1);
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'visitRunning' } }));
  await counter.run('hall.callNext', {});
  expect(state().notices).toHaveLength(2);
  bridge.give('hall.callNext', QUEUE_CALLED.current);
  await counter.run('hall.callNext', {});
  expect(state().notices).toEqual([]);
});
