import type { Clock } from './clock.ts';
import { every } from './clock.ts';
import {
  asFault,
  DeviceFault,
  type Driver,
  type DriverEvent,
  type Endpoint,
  type Transport,
} from './driver.ts';
import { guardFlood } from './flood-guard.ts';
import type { DriverEntry } from './registry.ts';
import { type Trace, withTrace } from './trace.ts';
import type { OpenTransport } from './transport/open.ts';

const OPEN_MS = 5000;
const START_MS = 15_000;
const WATCHDOG_MS = 1000;
const LEAVE_MS = 500;

/** A driver that is talking to its device. */
export interface Connection {
  readonly driver: Driver;
  readonly identity: string | undefined;
  /** Aborts, with the DeviceFault as reason, when the connection ends for whatever reason. */
  readonly life: AbortSignal;
  /** Ends it; resolves when all ports are closed. */
  close(fault: DeviceFault): Promise<void>;
}

export interface ConnectDeps {
  readonly entry: DriverEntry;
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly settings: unknown;
  readonly openTransport: OpenTransport;
  readonly clock: Clock;
  readonly trace: (endpoint: string) => Trace;
  readonly emit: (event: DriverEvent) => void;
  /** Aborts the attempt and, later, the connection. */
  readonly stop: AbortSignal;
}

/**
 * Opens every endpoint of a binding, starts the driver and keeps watch: each second every port is looked at, because a
 * hang-up can go by without an event. Rejects with a DeviceFault; then nothing is left open.
 */
export async function connect(deps: ConnectDeps): Promise<Connection> {
  const { entry, clock, stop } = deps;
  const create = entry.prepare(deps.settings);
  const life = new AbortController();
  const transports: Record<string, Transport> = {};
  let driver: Driver | undefined;
  const end = (fault: DeviceFault) => life.abort(fault);
  /** A ticket in the printer is not given up because the buttons went. */
  const lose = (endpoint: string, fault: DeviceFault) => {
    const work = driver?.unfinished?.(endpoint);
    if (work) void work.then(() => end(fault));
    else end(fault);
  };
  const onStop = () => end(asFault(stop.reason));
  stop.addEventListener('abort', onStop, { once: true });

  async function close(fault: DeviceFault) {
    end(fault);
    stop.removeEventListener('abort', onStop);
    // Who let go of a working device says goodbye; a device that is gone hears nothing.
    if (fault.reason === 'closed')
      await driver?.leave?.({ deadlineMs: LEAVE_MS, signal: new AbortController().signal }).catch(() => {});
    await Promise.all(Object.values(transports).map((transport) => transport.close()));
  }

  try {
    for (const name of entry.endpoints) {
      stop.throwIfAborted();
      const limits = { deadlineMs: OPEN_MS, signal: life.signal };
      const opened = await deps.openTransport(deps.endpoints[name]!, clock, limits);
      transports[name] = withTrace(opened, deps.trace(name));
      opened.onGone((fault) => lose(name, fault));
      guardFlood(opened, clock, end);
    }
    const emit = (event: DriverEvent) => {
      if (life.signal.aborted) return;
      if (event.type === 'fault') lose(event.endpoint ?? '', event.fault);
      else deps.emit(event);
    };
    const made = create({ transports, clock, life: life.signal, emit });
    driver = made;
    every(clock, WATCHDOG_MS, life.signal, async () => {
      for (const [name, transport] of Object.entries(transports)) {
        if (await transport.checkAlive()) continue;
        lose(name, new DeviceFault('offline', `${transport.name} is no longer there`));
      }
    });
    const started = new AbortController();
    const overdue = clock.after(START_MS, () =>
      started.abort(new DeviceFault('timeout', `the device was not ready in ${START_MS} ms`)),
    );
    const signal = AbortSignal.any([life.signal, started.signal]);
    const { identity } = await made.start({ deadlineMs: START_MS, signal }).finally(overdue);
    life.signal.throwIfAborted();
    return { driver: made, identity, life: life.signal, close };
  } catch (error) {
    await close(asFault(error));
    throw asFault(error);
  }
}
