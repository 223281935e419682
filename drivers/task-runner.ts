import type {
  DeviceTask,
  DeviceTaskEnd,
  DeviceTaskStage,
  TaskSteer,
} from '../shared/contract/device-task.ts';
import type { Clock } from './clock.ts';
import { asFault, DeviceFault, type Driver, type Limits, type RunTask } from './driver.ts';

export interface TaskRunner {
  /** Starts a task; one that comes while another runs ends as `busy`. Never throws. */
  run(taskId: string, task: DeviceTask, deadlineMs: number): void;
  /** Cancels the running task; another id has no effect. */
  cancel(taskId: string): void;
  /** Tells the running task what the clerk pressed; another id has no effect. */
  steer(taskId: string, steer: TaskSteer): void;
  readonly running: boolean;
}

interface Running {
  readonly taskId: string;
  readonly control: AbortController;
  onSteer: (steer: TaskSteer) => void;
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
  let current: Running | undefined;

  async function carryOut(task: DeviceTask, deadlineMs: number, running: Running) {
    const { taskId, control } = running;
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
    const onSteer = (listener: (steer: TaskSteer) => void) => {
      running.onSteer = listener;
    };
    return work(task, limits, tell, onSteer).finally(overdue);
  }

  return {
    get running() {
      return current !== undefined;
    },
    cancel(taskId) {
      if (current?.taskId === taskId) current.control.abort('cancelled');
    },
    steer(taskId, steer) {
      if (current?.taskId === taskId) current.onSteer(steer);
    },
    run(taskId, task, deadlineMs) {
      if (current) {
        // The same task sent twice is the task that runs.
        if (current.taskId !== taskId)
          ended(taskId, { outcome: 'failed', reason: 'busy', detail: 'another task runs on this device' });
        return;
      }
      const control = new AbortController();
      const running: Running = { taskId, control, onSteer: () => {} };
      current = running;
      deps.onRunning();
      void carryOut(task, deadlineMs, running)
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
