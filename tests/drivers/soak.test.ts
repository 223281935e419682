import { expect, test } from 'vitest';
import { createSimulatedPrinter, type SimulatedPrinter } from '../../drivers/simulators/printer.ts';
import type { PrintOutcome } from '../../shared/contract/device-protocol.ts';
import { eagerClock } from './helpers/eager-clock.ts';
import { startHost, type TestHost, ticket } from './helpers/host.ts';
import { memoryLine } from './helpers/memory-line.ts';

const TICKETS = 10_000;
const DEADLINE_MS = 12_000;

/** The same pseudo-random numbers every run (Numerical Recipes). */
function randoms(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A printer with a driver on it, what can go wrong with it, and how it is mended. */
function bench(profile: string) {
  const clock = eagerClock();
  const random = randoms(20_261_123);
  let printer: SimulatedPrinter | undefined;
  const line = memoryLine((send) => {
    printer = createSimulatedPrinter(send, clock);
    return printer;
  });
  const command = (text: string) => line.device.command(text);
  const some = () => 1 + random(6);
  const faults: readonly (() => void)[] = [
    line.unplug,
    () => line.cut(1 + random(200)),
    () => command(`paper out-after ${some()}`),
    () => command(`cover open-after ${some()}`),
    () => command('cutter jam'),
    () => command('cutter error'),
    () => command('cover open'),
    () => command('ids off'),
    () => command(`ids delay ${random(20_000)}`),
    () => command('inside xoff'),
    () => command('inside garbage'),
    () => line.mute(true),
    () => line.noise(Uint8Array.from({ length: 1 + random(60) }, () => random(256))),
  ];
  function mend() {
    line.replug();
    line.mute(false);
    for (const right of ['paper ok', 'cover closed', 'cutter ok', 'ids on', 'inside none']) command(right);
    // Where the driver cannot free the knife, the clerk switches the printer off and on.
    if (profile === 'plain' && command('state')?.includes('knife stuck')) line.device.powerOff();
  }
  const start = () => {
    const { openTransport } = line;
    const endpoints = { main: { kind: 'tcp', host: 'memory', port: 9100 } } as const;
    return startHost('receipt-printer', 'escpos', endpoints, {
      clock,
      openTransport,
      settings: { profile },
    });
  };
  return { clock, random, faults, mend, start, printed: () => printer?.printed() ?? [] };
}

interface Attempt {
  readonly number: string;
  readonly outcome: PrintOutcome;
}

/** Prints all numbers with faults in between; the clerk has some printed again, the device process dies now and then. */
async function soak(profile: string): Promise<{ attempts: readonly Attempt[]; papers: readonly string[] }> {
  const { clock, random, faults, mend, start, printed } = bench(profile);
  const attempts: Attempt[] = [];
  let host: TestHost = start();
  await host.status('idle');

  async function print(number: string, jobId: string): Promise<PrintOutcome> {
    const faulty = random(4) === 0;
    const fault = faults[random(faults.length)]!;
    const early = random(2) === 0;
    if (faulty && early) fault();
    host.print(jobId, ticket(number), DEADLINE_MS);
    if (faulty && !early) {
      // Somewhere in the middle of the job.
      for (let turns = random(12); turns > 0; turns -= 1) await Promise.resolve();
      fault();
    }
    if (faulty) clock.after(random(2 * DEADLINE_MS), mend);
    const dies = random(200) === 0;
    const stopped = dies ? host.stop() : undefined;
    const { outcome } = await host.message('printed');
    if (stopped) {
      await stopped;
      host = start();
    }
    attempts.push({ number, outcome });
    if (faulty || dies) mend();
    const { state, conditions } = host.host.session('receipt-printer')?.status() ?? {};
    if (state !== 'idle' || conditions?.some((condition) => condition !== 'noise'))
      await host.status('idle', (status) => status.conditions.every((condition) => condition === 'noise'));
    return outcome;
  }

  for (let n = 1; n <= TICKETS; n += 1) {
    const number = `T${String(n).padStart(5, '0')}`;
    const outcome = await print(number, number);
    // The same job sent again by mistake is answered from memory.
    if (outcome !== 'failed' && random(20) === 0) {
      host.print(number, ticket(number), DEADLINE_MS);
      await host.message('printed');
    }
    const wantsAgain = outcome === 'failed' || (outcome === 'unknown' && random(3) > 0);
    if (wantsAgain) await print(number, `${number}-again`);
  }
  await host.stop();
  clock.stop();
  return { attempts, papers: printed() };
}

/** How often a number may be on paper after an attempt that ended like this. */
const COPIES: Readonly<Record<PrintOutcome, readonly [number, number]>> = {
  confirmed: [1, 1],
  probable: [1, 1],
  unknown: [0, 1],
  cancelled: [0, 1],
  failed: [0, 0],
};

test.each(['epson-tm-t88', 'plain'])(
  `${TICKETS} tickets with faults on a printer of the kind %s: no number twice unless the clerk said so`,
  async (profile) => {
    const { attempts, papers } = await soak(profile);
    const copies = new Map<string, number>();
    for (const text of papers) {
      const number = /T\d{5}/.exec(text)?.[0];
      if (number) copies.set(number, (copies.get(number) ?? 0) + 1);
    }
    const allowed = new Map<string, [number, number]>();
    for (const { number, outcome } of attempts) {
      const [least, most] = allowed.get(number) ?? [0, 0];
      allowed.set(number, [least + COPIES[outcome][0], most + COPIES[outcome][1]]);
    }
    const wrong = [...allowed].filter(([number, [least, most]]) => {
      const there = copies.get(number) ?? 0;
      return there < least || there > most;
    });
    expect(wrong).toEqual([]);
    expect(allowed.size).toBe(TICKETS);
    const counted = Object.groupBy(attempts, ({ outcome }) => outcome);
    const best = profile === 'plain' ? 'probable' : 'confirmed';
    expect(counted[best]?.length).toBeGreaterThan(TICKETS * 0.75);
    // The faults were real.
    expect(counted.unknown?.length).toBeGreaterThan(TICKETS * 0.02);
    expect(counted.failed?.length).toBeGreaterThan(TICKETS * 0.02);
  },
);
