import { expect, test } from 'vitest';
import { createCentralHealth } from '../../../electron/core/central/index.ts';
import { createTestClock } from '../../helpers/clock.ts';

test('a system is unknown until it was asked, and its state says since when', async () => {
  const clock = createTestClock();
  const health = createCentralHealth(clock);
  let changes = 0;
  health.onChange(() => (changes += 1));
  const zaken = () => health.systems().find(({ name }) => name === 'zaken');
  expect(zaken()).toEqual({ name: 'zaken', reachable: null, since: null, problem: null });
  expect(health.online()).toBe(true);

  health.report('zaken', { kind: 'unreachable', system: 'zaken' });
  expect(zaken()).toMatchObject({
    reachable: false,
    since: '2026-11-23T09:00:00.000Z',
    problem: { code: 'unreachable' },
  });
  await clock.advance(60_000);
  health.report('zaken', { kind: 'unknownOutcome', system: 'zaken', status: 503 });
  expect(zaken()).toMatchObject({
    since: '2026-11-23T09:00:00.000Z',
    problem: { code: 'failing' },
  });
  expect(health.online()).toBe(false);

  // A refusal shows that it is there.
  health.report('zaken', { kind: 'refused', system: 'zaken', status: 400 });
  expect(zaken()).toEqual({
    name: 'zaken',
    reachable: true,
    since: '2026-11-23T09:01:00.000Z',
    problem: null,
  });
  health.report('zaken', undefined);
  expect(changes).toBe(3);
});

test('a system whose secret was never kept says which, until it answers after all', () => {
  const health = createCentralHealth(createTestClock());
  health.lacksSecret('brp', 'brp-productie');
  const brp = () => health.systems().find(({ name }) => name === 'brp');
  expect(brp()).toMatchObject({ reachable: false, problem: { code: 'noSecret', secret: 'brp-productie' } });
  health.report('brp', undefined);
  expect(brp()).toMatchObject({ reachable: true, problem: null });
});
