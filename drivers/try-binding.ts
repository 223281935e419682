import type { DeviceBinding } from '../shared/contract/device-binding.ts';
import type { DeviceErrorReason } from '../shared/contract/device-error.ts';
import type { Clock } from './clock.ts';
import { connect } from './connection.ts';
import { asFault, DeviceFault } from './driver.ts';
import { driverFor, type DriverEntry } from './registry.ts';
import { createTrace } from './trace.ts';
import type { OpenTransport } from './transport/open.ts';

/** What became of a trial: who answered and what it said, or why it is not to be used. */
export type Trial =
  | { readonly ok: true; readonly identity?: string; readonly detail: string }
  | { readonly ok: false; readonly reason: DeviceErrorReason; readonly detail: string };

const HEALTH_MS = 5000;

/** Opens a device, starts its driver, asks how it is, and lets go of it. Never throws; nothing stays open. */
export async function tryBinding(
  binding: DeviceBinding,
  deps: {
    readonly drivers: readonly DriverEntry[];
    readonly openTransport: OpenTransport;
    readonly clock: Clock;
  },
): Promise<Trial> {
  const stop = new AbortController();
  try {
    const entry = driverFor(binding, deps.drivers);
    const connection = await connect({
      ...deps,
      entry,
      endpoints: binding.endpoints,
      settings: binding.settings,
      trace: () => createTrace(deps.clock, entry.redactor),
      emit: () => {},
      stop: stop.signal,
    });
    try {
      const detail = await connection.driver.checkHealth({
        deadlineMs: HEALTH_MS,
        signal: connection.life,
      });
      const { identity } = connection;
      return { ok: true, ...(identity !== undefined && { identity }), detail: detail.slice(0, 500) };
    } finally {
      await connection.close(new DeviceFault('closed', 'the trial is over'));
    }
  } catch (error) {
    const { reason, message } = asFault(error);
    return { ok: false, reason, detail: message };
  }
}
