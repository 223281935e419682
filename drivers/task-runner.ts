import type { DeviceTask, DeviceTaskEnd, DeviceTaskStage } from '../shared/contract/device-task.ts';
import type { Clock } from './clock.ts';
import { asFault, DeviceFault, type Driver, type Limits, type RunTask } from './driver.ts';

export interface TaskRunner {
  /** Starts a task; one that comes while another runs ends as `busy`. Never throws. */
  run(taskId: string, task: DeviceTask, deadlineMs: number): void;
  /** Cancels the running task; another id has no effect. */
  cancel(taskId: string): void;
  readonly running: boolean;
}

/** Tasks of one device, one at a time; each ends once, at its deadline at the latest. */
export function createTaskRunner(deps: {
  readonly clock: Clock;
  /** The driver and its life, or why there is none. */
  readonly connected: () => { readonly driver: Driver; readonly life: AbortSignal } | DeviceFault;
  readonly stage: (taskId: string, stage: DeviceTaskStage) => void;
  readonly ended: (taskId: string, end: DeviceTaskEnd) => void;
  readonly onRunning: () => void;
}): TaskRunner {
  const { clock, ended } = deps;
  let current: { readonly taskId: string; readonly control: AbortController } | undefined;

  async function carryOut(taskId: string, task: DeviceTask, deadlineMs: number, control: AbortController) {
    const now = deps.connected();
    if (now instanceof DeviceFault) throw now;
    // The kind of the task chooses the function; the compiler cannot follow that through the look-up.
    const work = now.driver.tasks?.[task.kind] as RunTask<DeviceTask['kind']> | undefined;
    if (!work) throw new DeviceFault('illegal', `this device does not do ${task.kind}`);
    const overdue = clock.after(deadlineMs, () =>
      control.abort(new DeviceFault('timeout', `not done in ${deadlineMs} ms`)),
    );
    const limits: Limits = { deadlineMs, signal: AbortSignal.any([control.signal, now.life]) };
    const tell = (stage: DeviceTaskStage) => {
      if (current?.taskId === taskId) deps.stage(taskId, stage);
    };
    return work(task, limits, tell).finally(overdue);
  }

  return {
    get running() {
      return current !== undefined;
    },
    cancel(taskId) {
      if (current?.taskId === taskId) current.control.abort('cancelled');
    },
    run(taskId, task, deadlineMs) {
      if (current) {
        // The same task sent twice is the task that runs.
        if (current.taskId !== taskId)
          ended(taskId, { outcome: 'failed', reason: 'busy', detail: 'another task runs on this device' });
        return;
      }
      const control = new AbortController();
      current = { taskId, control };
      deps.onRunning();
      void carryOut(taskId, task, deadlineMs, control)
        .catch((error: unknown): DeviceTaskEnd => {
          if (control.signal.reason === 'cancelled') return { outcome: 'cancelled', by: 'clerk' };
          const { reason, message } = asFault(error);
          return { outcome: 'failed', reason, detail: message };
        })
        .then((end) => {
          current = undefined;
          ended(taskId, end);
          deps.onRunning();
        });
    },
  };
}
