import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type {
  DeviceTask,
  DeviceTaskEnd,
  DeviceTaskStage,
  TaskSteer,
} from '../../../shared/contract/device-task.ts';
import type { Clock, DeviceLink, Ids } from '../ports.ts';

/** The device has its own deadline; this much later nobody waits for its answer any more. */
const GRACE_MS = 5000;

export interface TaskOptions {
  /** In milliseconds; the device process ends the task then. */
  readonly deadlineMs: number;
  /** Aborting cancels the task on the device; the end still comes. */
  readonly signal: AbortSignal;
  readonly onStage: (stage: DeviceTaskStage) => void;
  /** Given, before the task starts, what tells the running task what the clerk pressed. */
  readonly onSteerable?: (steer: (steer: TaskSteer) => void) => void;
}

/**
 * Has a device do a task (signature, photo, finger, payment). Always ends, and never throws: a device process that is
 * down or dies gives `failed`, for a payment that may have been started `unknown`.
 */
export function runTask(
  deps: { readonly link: DeviceLink; readonly clock: Clock; readonly ids: Ids },
  role: DeviceRole,
  task: DeviceTask,
  { deadlineMs, signal, onStage, onSteerable }: TaskOptions,
): Promise<DeviceTaskEnd> {
  const { link, clock } = deps;
  const taskId = deps.ids.uuid();
  return new Promise((resolve) => {
    const cancel = () => void link.send({ type: 'cancelTask', role, taskId });
    const finish = (end: DeviceTaskEnd): void => {
      overdue();
      unsubscribe();
      signal.removeEventListener('abort', cancel);
      resolve(end);
    };
    const overdue = clock.after(deadlineMs + GRACE_MS, () => finish(lost(task, 'the device gave no answer')));
    const unsubscribe = link.onMessage((message) => {
      if (message.type === 'taskStage' && message.taskId === taskId) onStage(message.stage);
      if (message.type === 'taskEnded' && message.taskId === taskId) finish(message.end);
    });
    if (signal.aborted) return finish({ outcome: 'cancelled', by: 'clerk' });
    signal.addEventListener('abort', cancel, { once: true });
    onSteerable?.((steer) => void link.send({ type: 'steerTask', role, taskId, steer }));
    if (!link.send({ type: 'task', role, taskId, task, deadlineMs }))
      finish({ outcome: 'failed', reason: 'noService', detail: 'the device process is not running' });
  });
}

/** The end of a task whose device process went away: a payment may have been made. */
export function lost(task: Pick<DeviceTask, 'kind'>, why: string): DeviceTaskEnd {
  const detail = why.slice(0, 500);
  return task.kind === 'pay'
    ? { outcome: 'unknown', detail }
    : { outcome: 'failed', reason: 'offline', detail };
}
