import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { createFaults, FAULTS, unreliable } from '../../electron/practice/faults.ts';
import { startTestPractice, type TestPractice } from './practice-world.ts';
import { typesOf, zaakBody } from './zaak-builder.ts';

const CATALOGI = '/catalogi/api/v1/catalogussen';
const ACTOREN = '/klantinteracties/api/v1/actoren';

async function start(): Promise<TestPractice> {
  return startTestPractice();
}

function breaks(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'answered',
    () => 'broken',
  );
}

test('a registry that is down breaks every connection, and no other registry', async () => {
  const world = await start();
  world.practice.faults.set('catalogi', { down: true });
  expect(await breaks(world.get(CATALOGI))).toBe('broken');
  expect(await breaks(world.get(ACTOREN))).toBe('answered');
  world.practice.faults.set('all', { down: true });
  expect(await breaks(world.get(ACTOREN))).toBe('broken');
  world.practice.faults.clear();
  expect((await world.get(CATALOGI)).status).toBe(200);
});

test('a dropped answer leaves the work done', async () => {
  const world = await start();
  const types = await typesOf(world, 'BALIE-VOG');
  world.practice.faults.set('zaken', { next: ['answerLost'] });
  expect(await breaks(world.post('/zaken/api/v1/zaken', zaakBody(types, 'BALIE-1')))).toBe('broken');
  expect(world.practice.inspect().zaken).toMatchObject([{ identificatie: 'BALIE-1' }]);
  const again = await world.post('/zaken/api/v1/zaken', zaakBody(types, 'BALIE-1'));
  expect(again.refused).toEqual(['identificatie: identificatie-niet-uniek']);
});

test('an error leaves the work undone', async () => {
  const world = await start();
  const types = await typesOf(world, 'BALIE-VOG');
  world.practice.faults.set('zaken', { chances: { serverError: 1 } });
  expect((await world.post('/zaken/api/v1/zaken', zaakBody(types, 'BALIE-1'))).status).toBe(503);
  expect(world.practice.inspect().zaken).toEqual([]);
});

test('latency holds the answer back for at least that long', async () => {
  const world = await start();
  world.practice.faults.set('catalogi', { latencyMs: 60 });
  const begun = performance.now();
  await world.get(CATALOGI);
  // A timer may fire up to a millisecond early.
  expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
});

test('rates give the same series for the same seed, close to the asked part', () => {
  const series = (seed: number): readonly string[] => {
    const faults = createFaults();
    faults.clear(seed);
    faults.set('zaken', { chances: { serverError: 0.2, answerLost: 0.25 } });
    return Array.from({ length: 2000 }, () => faults.fate('zaken'));
  };
  expect(series(7)).toEqual(series(7));
  expect(series(7)).not.toEqual(series(8));
  const count = (fate: string): number => series(7).filter((each) => each === fate).length;
  expect(count('serverError') / 2000).toBeCloseTo(0.2, 1);
  expect(count('answerLost') / 2000).toBeCloseTo(0.25, 1);
});

test('the switches can be set over HTTP with the practice token, and only with it', async () => {
  const { practice } = await start();
  const post = async (body: unknown, token = practice.credentials.practiceToken): Promise<Response> =>
    fetch(`${practice.origin}/practice/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Authorization: `Practice ${token}` },
    });
  const asked = { latencyMs: 5, chances: { delay: 0.5 }, next: ['answerLost', 'refuse'] };
  const set = await post({ api: 'zaken', ...asked });
  expect(await set.json()).toMatchObject({ zaken: asked, brp: { latencyMs: 0, next: [] } });
  expect(practice.faults.settings('zaken')).toMatchObject(asked);
  expect((await post({ clear: true }, 'geraden')).status).toBe(403);
  expect(practice.faults.settings('zaken')).toMatchObject(asked);
  for (const [body, field] of [
    [{ api: 'rdw' }, 'api'],
    [{ kapot: true }, 'body'],
    [{ down: 'ja' }, 'down'],
    [{ chances: { delay: 2 } }, 'chances.delay'],
    [{ chances: { delay: 0.6, refuse: 0.6 } }, 'chances'],
    [{ next: ['ontploffen'] }, 'next.0'],
    ['geen object', 'body'],
  ] as const) {
    const refused = await post(body);
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { reason: expect.stringContaining(`${field}: `) as string },
    ]);
  }
  await post({ clear: true });
  expect(practice.faults.settings('zaken')).toMatchObject({ latencyMs: 0, next: [] });
});

test('a setting out of range is refused with its name', () => {
  expect(() => createFaults().set('brp', { latencyMs: -1 })).toThrow(/^latencyMs: /);
});

test('an unreliable network fails the asked part of the requests, in every way but a refused field', () => {
  const faults = createFaults();
  faults.set('all', { chances: unreliable(0.3) });
  const seen = new Map<string, number>();
  for (let number = 0; number < 5000; number += 1) {
    const fate = faults.fate('brp');
    seen.set(fate, (seen.get(fate) ?? 0) + 1);
  }
  expect((seen.get('answer') ?? 0) / 5000).toBeCloseTo(0.7, 1);
  expect([...seen.keys()].toSorted()).toEqual(
    ['answer', ...FAULTS.filter((each) => each !== 'badRequest')].toSorted(),
  );
});
