import { readFileSync } from 'node:fs';
import type { Step } from './step.ts';
import { buttonSteps } from './steps/buttons.ts';
import { hidSteps } from './steps/hid-transport.ts';
import { rightsSteps } from './steps/rights.ts';
import { padSteps } from './steps/signature-pad.ts';
import { serialSteps } from './steps/usb-serial.ts';

/** Runs in the guest: every step on devices of its kernel, one after the other. A step that hangs fails after a minute. */
const STEP_MS = 60_000;
const steps: readonly Step[] = [...hidSteps, ...padSteps, ...buttonSteps, ...rightsSteps, ...serialSteps];

let passed = 0;
const failed: string[] = [];
console.log(`guest up for ${readFileSync('/proc/uptime', 'utf8').split(' ')[0]} s, node ${process.version}`);
for (const { name, run } of steps) {
  const started = performance.now();
  const took = () => `${(performance.now() - started).toFixed(0)} ms`;
  let overdue: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    overdue = setTimeout(() => reject(new Error(`not done in ${STEP_MS} ms`)), STEP_MS);
  });
  try {
    const remark = await Promise.race([run(), late]);
    passed += 1;
    console.log(`ok   ${name}${remark ? `: ${remark}` : ''} (${took()})`);
  } catch (error) {
    failed.push(name);
    console.log(`FAIL ${name} (${took()})\n${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    clearTimeout(overdue);
  }
}
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 && passed > 0 ? 0 : 1);
