import type {
  DeviceBinding,
  DeviceCondition,
  DeviceMessage,
  DeviceStatus,
} from '../shared/contract/device-protocol.ts';
import { assertNever } from '../shared/lib/assert-never.ts';
import type { HealthLevel } from '../shared/contract/device-discovery.ts';
import type { DeviceTask, TaskSteer } from '../shared/contract/device-task.ts';
import type { Clock } from './clock.ts';
import { type Connection, connect } from './connection.ts';
import { createDeviceTests, isTest, layoutOf, TEST } from './device-tests.ts';
import { asFault, DeviceFault, type DriverEvent, type PrintJob } from './driver.ts';
import { FloodFault } from './flood-guard.ts';
import { checkHealth, type HealthDeps } from './health-check.ts';
import { pause } from './inbox.ts';
import { createPrintQueue } from './print-queue.ts';
import { createTaskRunner } from './task-runner.ts';
import { driverFor, type DriverEntry } from './registry.ts';
import { createTrace, type Trace } from './trace.ts';
import type { OpenTransport } from './transport/open.ts';
import { foldersOf, type PlugWatch } from './transport/plug-watch.ts';

/** Waits between attempts to reach a device, in milliseconds; the last one repeats. */
const RECONNECT_MS = [500, 1000, 2000, 5000, 10_000] as const;

export interface SessionDeps {
  readonly binding: DeviceBinding;
  readonly drivers: readonly DriverEntry[];
  readonly openTransport: OpenTransport;
  readonly clock: Clock;
  /** Tells when it is worth trying again at once. */
  readonly plugWatch: PlugWatch;
  readonly send: (message: DeviceMessage) => void;
}

/** One binding, from configuration to the next: connects, watches, reconnects, and never sends an old job again. */
export interface DeviceSession {
  readonly binding: DeviceBinding;
  status(): DeviceStatus;
  print(job: PrintJob, deadlineMs: number): void;
  cancel(jobId: string): void;
  runTask(taskId: string, task: DeviceTask, deadlineMs: number): void;
  cancelTask(taskId: string): void;
  steerTask(taskId: string, steer: TaskSteer): void;
  checkHealth(requestId: string, level: HealthLevel): Promise<void>;
  /** What passed over the line of an endpoint, redacted. */
  trace(endpoint: string): Trace | undefined;
  stop(): Promise<void>;
}

/** Starts the session at once; it never gives up, and tells every change of state through `send`. */
export function openDeviceSession(deps: SessionDeps): DeviceSession {
  const { binding, clock, send } = deps;
  const stopping = new AbortController();
  const traces = new Map<string, Trace>();
  const tests = createDeviceTests();
  const folders = foldersOf(Object.values(binding.endpoints));
  let connection: Connection | undefined;
  let status: DeviceStatus = {
    role: binding.role,
    driver: binding.driver,
    state: 'opening',
    conditions: [],
    since: clock.now().toISOString(),
  };

  function show(change: Pick<DeviceStatus, 'state'> & Partial<DeviceStatus>) {
    const { role, driver, since, state, conditionSince } = status;
    const now = clock.now().toISOString();
    const conditions = change.conditions ?? [];
    const held = conditions.map((condition) => [condition, conditionSince?.[condition] ?? now]);
    status = {
      role,
      driver,
      ...change,
      conditions,
      ...(held.length > 0 && { conditionSince: Object.fromEntries(held) }),
      since: change.state === state ? since : now,
    };
    send({ type: 'status', status });
  }

  const identity = () => (connection?.identity === undefined ? {} : { identity: connection.identity });
  const showReady = (conditions: readonly DeviceCondition[]) =>
    show({
      state: queue.printing || tasks.running ? 'busy' : 'idle',
      conditions: [...conditions],
      ...identity(),
    });

  const queue = createPrintQueue(
    clock,
    async (job, limits) => {
      const now = connection;
      if (!now?.driver.print)
        return { outcome: 'failed', detail: `nothing was sent: the device is ${status.state}` };
      return now.driver.print(job, { ...limits, signal: AbortSignal.any([limits.signal, now.life]) });
    },
    (jobId, result) => {
      if (!tests.ended(jobId, result)) send({ type: 'printed', role: binding.role, jobId, ...result });
    },
    showWhetherBusy,
  );
  const tasks = createTaskRunner({
    clock,
    connected: () =>
      connection ?? new DeviceFault(status.reason ?? 'offline', `not started: the device is ${status.state}`),
    stage: (taskId, stage) => {
      if (!isTest(taskId)) send({ type: 'taskStage', role: binding.role, taskId, stage });
    },
    ended: (taskId, end) => {
      if (!tests.ended(taskId, end)) send({ type: 'taskEnded', role: binding.role, taskId, end });
    },
    onRunning: showWhetherBusy,
  });

  const health: HealthDeps = {
    clock,
    connection: () => connection,
    status: () => status,
    print: (job, deadlineMs) => tests.start(job.jobId, () => queue.add(job, deadlineMs)),
    runTask: (taskId, task, deadlineMs) => tests.start(taskId, () => tasks.run(taskId, task, deadlineMs)),
    nextReading: tests.nextReading,
    onPressed: tests.onPressed,
  };

  function showWhetherBusy() {
    if (connection && !connection.life.aborted) showReady(status.conditions);
  }

  function onEvent(event: Exclude<DriverEvent, { type: 'fault' }>) {
    const role = binding.role;
    switch (event.type) {
      case 'conditions':
        // During the start they only matter once there is a device.
        pending = event.conditions;
        if (connection) showReady(pending);
        return;
      case 'buttonPressed':
        if (tests.pressed(event.button)) return;
        return send({ type: 'buttonPressed', role, button: event.button });
      case 'documentRead':
        if (tests.read({ layout: layoutOf(event.lines) })) return;
        return send({ type: 'documentRead', role, lines: [...event.lines] });
      case 'documentUnreadable':
        if (tests.read({ why: event.why })) return;
        return send({ type: 'documentUnreadable', role, why: event.why });
      case 'codeScanned':
        if (tests.read({ layout: 'BSN' })) return;
        return send({ type: 'codeScanned', role, bsn: event.bsn });
      default:
        return assertNever(event);
    }
  }
  let pending: readonly DeviceCondition[] = [];

  async function oneConnection(onConnected: () => void): Promise<DeviceFault> {
    pending = [];
    try {
      const entry = driverFor(binding, deps.drivers);
      const opened = await connect({
        entry,
        endpoints: binding.endpoints,
        settings: binding.settings,
        openTransport: deps.openTransport,
        clock,
        trace: (endpoint) => {
          const trace = traces.get(endpoint) ?? createTrace(clock, entry.redactor);
          trace.reconnected();
          traces.set(endpoint, trace);
          return trace;
        },
        emit: (event) => event.type !== 'fault' && onEvent(event),
        stop: stopping.signal,
      });
      connection = opened;
      onConnected();
      showReady(pending);
      await aborted(opened.life);
      const fault = asFault(opened.life.reason);
      connection = undefined;
      await opened.close(fault);
      return fault;
    } catch (error) {
      return asFault(error);
    }
  }

  async function run() {
    show({ state: 'opening' });
    for (let attempt = 0; ; attempt += 1) {
      let connected = false;
      const fault = await oneConnection(() => {
        connected = true;
      });
      // A device that floods would else be back at once.
      if (connected && !(fault instanceof FloodFault)) attempt = 0;
      if (stopping.signal.aborted) return;
      queue.failWaiting(`nothing was sent: ${fault.message}`);
      show({ state: isAway(fault) ? 'gone' : 'error', reason: fault.reason, detail: fault.message });
      const wait = RECONNECT_MS[Math.min(attempt, RECONNECT_MS.length - 1)]!;
      if ((await waitOrPlugged(wait)) && deps.plugWatch.certain) attempt = -1;
      if (stopping.signal.aborted) return;
    }
  }
  /** True when something was plugged in or out before the pause ended. */
  async function waitOrPlugged(ms: number): Promise<boolean> {
    const plugged = new AbortController();
    const forget = deps.plugWatch.onChange(() => plugged.abort(), folders);
    const signal = AbortSignal.any([stopping.signal, plugged.signal]);
    await pause(clock, ms, signal).catch(() => {});
    forget();
    return plugged.signal.aborted;
  }
  const running = run();

  return {
    binding,
    status: () => status,
    print: (job, deadlineMs) => queue.add(job, deadlineMs),
    cancel: (jobId) => queue.cancel(jobId),
    runTask: tasks.run,
    cancelTask: tasks.cancel,
    steerTask: tasks.steer,
    trace: (endpoint) => traces.get(endpoint),
    async checkHealth(requestId, level) {
      const answer = await checkHealth(health, level, `${TEST}${requestId}`);
      send({
        type: 'health',
        role: binding.role,
        requestId,
        ...answer,
        detail: answer.detail.slice(0, 500),
      });
    },
    async stop() {
      stopping.abort(new DeviceFault('closed', 'the device was closed'));
      await running;
      queue.failWaiting('nothing was sent: the device was closed');
      await queue.settled();
      show({ state: 'closed' });
    },
  };
}

/** Not there, as against there and refusing. */
function isAway(fault: DeviceFault): boolean {
  return ['noHardware', 'offline', 'closed'].includes(fault.reason);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
