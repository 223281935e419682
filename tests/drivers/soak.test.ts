import { expect, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { PrintOutcome } from '../../shared/contract/device-protocol.ts';
import { fastClock } from './helpers/fast-clock.ts';
import { startHost, ticket } from './helpers/host.ts';

/** The same pseudo-random numbers every run (Numerical Recipes). */
function randoms(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('150 tickets with faults in between: none printed twice, every confirmed one is on paper', {
  timeout: 40_000,
}, async () => {
  const random = randoms(20_261_123);
  const printer = await startSimulator('receipt-printer', { tcp: 0 });
  const host = startHost('receipt-printer', 'escpos', printer.endpoints, { clock: fastClock(20) });
  const faults = [
    ['unplug', 'replug'],
    ['paper out-after 3', 'paper ok'],
    ['cover open', 'cover closed'],
    ['noise 40', 'flow'],
    ['cutter error', 'cutter ok'],
  ] as const;
  const changed: string[] = [];
  const outcomes = new Map<string, PrintOutcome>();
  await host.status('idle');
  for (let n = 1; n <= 150; n += 1) {
    const jobId = `T${String(n).padStart(3, '0')}`;
    const [wrong, right] = faults[random(faults.length)]!;
    const faulty = random(4) === 0;
    const early = random(2) === 0;
    if (faulty && early) await printer.command(wrong);
    host.print(jobId, ticket(jobId), 12_000);
    if (faulty && !early) await printer.command(wrong);
    if (faulty) await printer.command(right);
    outcomes.set(jobId, (await host.message('printed')).outcome);
    // A clerk's retry of the very same job must not print again either.
    const { state, conditions } = host.host.session('receipt-printer')!.status();
    if (state !== 'idle' || conditions.length > 0)
      await host.status('idle', (status) => status.conditions.length === 0);
    if (random(5) !== 0) continue;
    host.print(jobId, ticket(jobId), 12_000);
    const again = await host.message('printed');
    if (again.outcome !== outcomes.get(jobId)) changed.push(jobId);
  }
  await host.stop();
  const papers = printer.printed();
  await printer.stop();
  const times = (jobId: string) => papers.filter((text) => text.includes(jobId)).length;
  const allowed = { confirmed: [1], failed: [0], probable: [1], unknown: [0, 1], cancelled: [0, 1] } as const;
  const wrong = [...outcomes].filter(
    ([jobId, outcome]) => !(allowed[outcome] as readonly number[]).includes(times(jobId)),
  );
  expect(wrong).toEqual([]);
  expect(changed).toEqual([]);
  const confirmed = [...outcomes.values()].filter((outcome) => outcome === 'confirmed').length;
  expect(confirmed).toBeGreaterThan(90);
});
