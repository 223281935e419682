import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDesk } from '../../../renderer/counter/visit/desk/desk.ts';
import { createCounter } from '../../../renderer/state/counter.ts';
import { fail } from '../../../shared/lib/result.ts';
import { SCENE_NOW, SESSION } from '../../helpers/counter-scene.ts';
import { createFakeBridge } from '../../helpers/fake-bridge.ts';
import { fakeApplication, PERSON } from './helpers/fake-application.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const NOTE = { kind: 'note', text: 'half a sentence' } as const;

async function deskWithProduct() {
  const bridge = createFakeBridge();
  const app = fakeApplication(bridge, { person: PERSON });
  let ids = 0;
  const counter = createCounter({ bridge, mintId: () => `id-${(ids += 1)}`, now: () => SCENE_NOW });
  counter.start();
  bridge.connect(true);
  await vi.advanceTimersByTimeAsync(0);
  await counter.run('visits.addProduct', { visitId: 'v1', productId: 'paspoort' });
  await vi.advanceTimersByTimeAsync(0);
  const desk = createDesk(counter);
  const stage = async (next: 'locked' | 'active' | 'login') => {
    bridge.give('session.state', { ...SESSION, stage: next, staff: next === 'login' ? null : SESSION.staff });
    bridge.push({ name: 'session.changed', data: {} });
    await vi.advanceTimersByTimeAsync(0);
  };
  const index = app.visit?.transactions[0]?.steps.find(({ kind }) => kind === 'note')?.index ?? 0;
  return { bridge, app, desk, stage, place: { transactionId: 't1', index } };
}

test('what was typed just before locking is kept behind the lock and saved after it', async () => {
  const { app, bridge, desk, stage, place } = await deskWithProduct();
  bridge.answer('transactions.saveStep', () => fail('locked'));
  desk.saver.change(place, NOTE);
  await stage('locked');
  await vi.advanceTimersByTimeAsync(400);
  expect(desk.saver.draft(place)).toMatchObject({ data: NOTE, state: 'failed' });
  if (app.visit) bridge.give('transactions.saveStep', app.visit);
  await stage('active');
  await vi.advanceTimersByTimeAsync(0);
  expect(bridge.inputsOf('transactions.saveStep').at(-1)?.data).toEqual(NOTE);
  expect(desk.saver.draft(place)?.state).toBe('saved');
});

test('who logs out leaves nothing typed behind', async () => {
  const { desk, stage, place } = await deskWithProduct();
  desk.saver.change(place, NOTE);
  await stage('login');
  expect(desk.saver.draft(place)).toBeUndefined();
});

test('a refused save is not repeated by itself while the clerk works', async () => {
  const { bridge, desk, place } = await deskWithProduct();
  bridge.answer('transactions.saveStep', () => fail('storeFull'));
  desk.saver.change(place, NOTE);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(bridge.inputsOf('transactions.saveStep')).toHaveLength(1);
});

test('another visit begins with an empty desk', async () => {
  const { app, bridge, desk, place } = await deskWithProduct();
  desk.pay({ method: 'cash', given: '100' });
  desk.goTo({ kind: 'payment' }, { kind: 'step', ...place });
  if (app.visit) app.visit = { ...app.visit, visitId: 'v2', transactions: [] };
  bridge.push({ name: 'visit.changed', data: { counter: 3 } });
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.store.getState()).toMatchObject({
    visitId: 'v2',
    place: undefined,
    payment: { method: null, given: '', seenCents: null },
  });
});
