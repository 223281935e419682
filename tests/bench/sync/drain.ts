import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { quantile, report } from '../figures.ts';
import { openBarePump } from './bare-pump.ts';
import { CALLS, openOurPump, WIDTH } from './our-pump.ts';
import type { CaseSystem } from './start-case-system.ts';

const ZAKEN = Number(process.env['ZAKEN'] ?? 1000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const DELAY_MS = 50;
const DOCUMENT_BYTES = 250_000;

/** Calls per second, against the bare library with the same requests to the same server, by turns; and behind a delay. */
export async function benchDrain(folder: string, central: CaseSystem): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const content = randomBytes(DOCUMENT_BYTES);
  const ours = openOurPump(folder, central, content);
  const bare = openBarePump(folder, central, content);
  for (const withDocument of [false, true]) {
    await ours.drain(2 * WIDTH, withDocument);
    const requests = await central.record(() => ours.drain(1, withDocument));
    if (requests.length !== CALLS) throw new Error(`${requests.length} calls for one zaak`);
    await bare.drain(2 * WIDTH, requests);
    const rates: { readonly ours: number[]; readonly bare: number[] } = { ours: [], bare: [] };
    const zaken = Math.ceil(ZAKEN / ROUNDS);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await central.changes();
      rates.ours.push((zaken * CALLS) / (await ours.drain(zaken, withDocument)));
      const sent = (await central.changes()) - before;
      if (sent !== zaken * CALLS) throw new Error(`${sent} changes were sent, not ${zaken * CALLS}`);
      rates.bare.push((zaken * CALLS) / (await bare.drain(zaken, requests)));
    }
    report({
      bench: 'sync',
      figure: withDocument ? 'calls_with_document' : 'calls',
      ours: quantile(rates.ours, 0.5),
      bare: quantile(rates.bare, 0.5),
      runs: ROUNDS,
    });
  }
  await central.setDelay(DELAY_MS);
  const zaken = 20 * WIDTH;
  report({
    bench: 'sync',
    figure: 'latency_bound',
    ours: (zaken * CALLS) / (await ours.drain(zaken, false)),
    // So many calls a second that many waits of this length leave room for.
    bare: (WIDTH * 1000) / DELAY_MS,
    runs: 1,
  });
  await central.setDelay(0);
  await ours.stop();
  await bare.stop();
}
