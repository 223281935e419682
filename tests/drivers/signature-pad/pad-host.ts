import { afterEach } from 'vitest';
import type { DeviceBinding } from '../../../shared/contract/device-protocol.ts';
import type { DeviceTask, DeviceTaskValue } from '../../../shared/contract/device-task.ts';
import type { Clock } from '../../../drivers/clock.ts';
import type { OpenTransport } from '../../../drivers/transport/open.ts';
import type { Simulator } from '../../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { startHost, type TestHost } from '../helpers/host.ts';

/** What the visitor signs for. */
export const SIGN: DeviceTask = {
  kind: 'captureSignature',
  lines: ['Aangifte van verhuizing', 'Suzanne Moulin', '26 november 2026'],
  language: 'nl',
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A pad with a quick visitor before it, and the driver on it; both end with the test. */
export async function plugged(
  options: {
    readonly model?: string;
    /** Lines for the pad before the driver comes. */
    readonly before?: readonly string[];
    readonly settings?: DeviceBinding['settings'];
    readonly openTransport?: OpenTransport;
    readonly clock?: Clock;
  } = {},
): Promise<TestHost & { readonly pad: Simulator }> {
  const { model = '430', before = [], ...rest } = options;
  const pad = await startSimulator('signature-pad', { tcp: 0 });
  stops.push(() => pad.stop());
  for (const line of [`model ${model}`, 'pace 2000', ...before]) await pad.command(line);
  const host = startHost('signature-pad', 'wacom-stu', pad.endpoints, rest);
  stops.push(() => host.stop());
  return { ...host, pad };
}

/** Starts a task and waits until the visitor can sign. */
export async function asked(host: TestHost, taskId = 'a'): Promise<void> {
  host.task(taskId, SIGN);
  await host.stage('waitingForPerson');
}

/** The signature that the task ends with; throws with the end when it is another. */
export async function signatureOf(host: TestHost): Promise<Extract<DeviceTaskValue, { kind: 'signature' }>> {
  const end = await host.end();
  if (end.outcome !== 'done' || end.value.kind !== 'signature') throw new Error(JSON.stringify(end));
  return end.value;
}

/** The visitor signs and agrees. */
export async function signAndAgree(host: TestHost & { readonly pad: Simulator }): Promise<void> {
  await host.pad.command('sign');
  await host.stage('signing');
  await host.pad.command('tap akkoord');
}
