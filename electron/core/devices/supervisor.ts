import {
  type DeviceBinding,
  type DeviceCommand,
  DeviceMessage,
  type DeviceRole,
  type DeviceStatus,
} from '../../../shared/contract/device-protocol.ts';
import type { DeviceProcess } from '../../../shared/contract/device-setup.ts';
import type { DeviceTask } from '../../../shared/contract/device-task.ts';
import type { Clock, DeviceLink, Log } from '../ports.ts';
import type { DeviceChannel } from './device-channel.ts';
import { lost } from './run-task.ts';

export interface SupervisorDeps {
  /** Starts a device process; called again, with a growing pause, every time one ended. */
  readonly spawn: () => DeviceChannel;
  readonly bindings: readonly DeviceBinding[];
  /** Pause before the first process in milliseconds, so that the window comes first; 0 when left out. */
  readonly firstAfterMs?: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Pauses before a new device process, in milliseconds; the last one repeats. */
const RESTART_MS = [250, 1000, 2000, 5000, 10_000] as const;
/** A process that ran this long was healthy: the next pause is short again. */
const HEALTHY_MS = 30_000;
const READY_MS = 10_000;
const PULSE_MS = 5000;
const STOP_MS = 5000;
const PULSE_ID = 'supervisor-pulse';

/**
 * Keeps a device process running and gives it the bindings each time. While it is down every role is `gone` with reason
 * `noService` and the cause as detail, and print jobs it had not answered are `unknown`: never sent again by itself.
 * A process that is alive but does not answer for ten seconds (a native call that hangs) is ended and replaced.
 */
export function superviseDevices(deps: SupervisorDeps): DeviceLink {
  const { clock, log } = deps;
  const listeners = new Set<(message: DeviceMessage) => void>();
  const statuses = new Map<DeviceRole, DeviceStatus>();
  /** Jobs handed over and not answered yet. */
  const jobs = new Map<string, DeviceRole>();
  const tasks = new Map<string, { readonly role: DeviceRole; readonly task: DeviceTask }>();
  const timers = new Set<() => void>();
  let bindings = deps.bindings;
  let channel: DeviceChannel | undefined;
  let ready = false;
  let answered = true;
  let attempt = 0;
  let ends = 0;
  let lastEnd: DeviceProcess['lastEnd'] = null;
  let stopped: Promise<void> | undefined;
  let onEnd: () => void = () => {};

  function later(ms: number, run: () => void) {
    const cancel = clock.after(ms, () => {
      timers.delete(cancel);
      run();
    });
    timers.add(cancel);
  }
  function clearTimers() {
    for (const cancel of timers) cancel();
    timers.clear();
  }

  function tell(message: DeviceMessage) {
    if (message.type === 'status') statuses.set(message.status.role, message.status);
    if (message.type === 'printed') jobs.delete(message.jobId);
    if (message.type === 'taskEnded') tasks.delete(message.taskId);
    for (const listener of listeners) {
      try {
        listener(message);
      } catch (error) {
        // One that fails, on a full disk, must not keep the message from the others, nor end the program.
        const why = error instanceof Error ? error.name : 'unknown';
        log.error('devices.listenerFailed', { messageType: message.type, error: why });
      }
    }
  }

  function showAll(state: 'opening' | 'gone', detail?: string) {
    for (const { role, driver } of bindings) {
      const since = clock.now().toISOString();
      const reason = state === 'gone' ? { reason: 'noService' as const } : {};
      const status = { role, driver, state, ...reason, conditions: [], since };
      tell({
        type: 'status',
        status: detail === undefined ? status : { ...status, detail: detail.slice(0, 500) },
      });
    }
  }

  function start() {
    try {
      const opened = deps.spawn();
      channel = opened;
      opened.onMessage((raw) => channel === opened && receive(raw));
      opened.onExit((why) => channel === opened && ended(why));
    } catch (error) {
      ended(`could not start: ${error instanceof Error ? error.message : 'unknown error'}`);
      return;
    }
    later(READY_MS, () => {
      if (!ready) channel?.kill();
    });
    later(HEALTHY_MS, () => {
      attempt = 0;
    });
  }

  function receive(raw: unknown) {
    const parsed = DeviceMessage.safeParse(raw);
    if (!parsed.success) {
      // Its type at most: the content can be a document.
      log.warn('devices.badMessage', { messageType: typeOf(raw) });
      return;
    }
    const message = parsed.data;
    if (message.type === 'ready') return becomeReady();
    if (message.type === 'health' && message.requestId === PULSE_ID) {
      answered = true;
      return;
    }
    const isForeign = message.type === 'status' && !bindings.some(({ role }) => role === message.status.role);
    if (!isForeign) tell(message);
  }

  function becomeReady() {
    ready = true;
    answered = true;
    channel?.send({ type: 'configure', bindings: [...bindings] });
    log.info('devices.ready', { roles: bindings.length });
    pulse();
  }

  function pulse() {
    later(PULSE_MS, () => {
      if (!answered) {
        log.error('devices.noPulse');
        channel?.kill();
        return;
      }
      answered = false;
      channel?.send({ type: 'checkHealth', role: 'receipt-printer', requestId: PULSE_ID, level: 'internal' });
      pulse();
    });
  }

  function ended(why: string) {
    channel = undefined;
    ready = false;
    clearTimers();
    onEnd();
    loseWork(`the device process ${why}`.slice(0, 500));
    if (stopped) return;
    const wait = RESTART_MS[Math.min(attempt, RESTART_MS.length - 1)]!;
    attempt += 1;
    ends += 1;
    lastEnd = { at: clock.now().toISOString(), why: why.slice(0, 500) };
    log.error('devices.ended', { why, restartInMs: wait });
    showAll('gone', `the device process ${why}`);
    later(wait, start);
  }

  function loseWork(why: string) {
    for (const [jobId, role] of new Map(jobs))
      tell({ type: 'printed', role, jobId, outcome: 'unknown', detail: why });
    for (const [taskId, { role, task }] of new Map(tasks))
      tell({ type: 'taskEnded', role, taskId, end: lost(task, why) });
  }

  function rebind(next: readonly DeviceBinding[]) {
    bindings = next;
    for (const role of statuses.keys()) {
      if (!bindings.some((binding) => binding.role === role)) statuses.delete(role);
    }
  }

  function end(): Promise<void> {
    const current = channel;
    clearTimers();
    if (!current) return Promise.resolve();
    return new Promise((resolve) => {
      onEnd = resolve;
      current.send({ type: 'stop' });
      later(STOP_MS, () => {
        current.kill();
        // A process that even SIGKILL does not end (stuck in the kernel) must not hold up our own end.
        later(1000, resolve);
      });
    });
  }

  showAll('opening');
  if (deps.firstAfterMs) later(deps.firstAfterMs, start);
  else start();
  return {
    statuses: () => [...statuses.values()],
    send(command: DeviceCommand) {
      if (command.type === 'configure') rebind(command.bindings);
      if (stopped || !ready || !channel || command.type === 'stop') return false;
      if (command.type === 'print') jobs.set(command.jobId, command.role);
      if (command.type === 'task') tasks.set(command.taskId, command);
      channel.send(command);
      return true;
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    process: () => ({ running: ready, ended: ends, lastEnd }),
    stop() {
      stopped ??= end();
      return stopped;
    },
  };
}

function typeOf(raw: unknown): string {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : undefined;
  return typeof type === 'string' && /^[a-zA-Z]{1,30}$/.test(type) ? type : typeof raw;
}
