import type {
  DeviceBinding,
  DeviceCommand,
  DeviceMessage,
  DeviceRole,
} from '../shared/contract/device-protocol.ts';
import { assertNever } from '../shared/lib/assert-never.ts';
import { type Clock, systemClock } from './clock.ts';
import { type DeviceSession, openDeviceSession } from './device-session.ts';
import { drivers as allDrivers, type DriverEntry } from './registry.ts';
import { type OpenTransport, openTransport as openReal } from './transport/open.ts';

export interface DeviceHostDeps {
  readonly send: (message: DeviceMessage) => void;
  readonly clock?: Clock;
  readonly drivers?: readonly DriverEntry[];
  readonly openTransport?: OpenTransport;
}

/** All devices of this workstation: one session per bound role. */
export interface DeviceHost {
  /** Carries out a command; what comes of it is told in messages. Never throws. */
  handle(command: DeviceCommand): void;
  session(role: DeviceRole): DeviceSession | undefined;
  /** Closes all devices. */
  stop(): Promise<void>;
}

/** Makes the host; it has no devices until `configure` comes. Everything not given is that of this computer. */
export function createDeviceHost(deps: DeviceHostDeps): DeviceHost {
  const { send, clock = systemClock, drivers = allDrivers, openTransport = openReal } = deps;
  const sessions = new Map<DeviceRole, DeviceSession>();
  let configuring: Promise<void> = Promise.resolve();

  /** Devices whose binding did not change keep their connection. */
  async function configure(bindings: readonly DeviceBinding[]) {
    const wanted = new Map(bindings.map((binding) => [binding.role, binding]));
    const isSame = (session: DeviceSession) =>
      JSON.stringify(wanted.get(session.binding.role)) === JSON.stringify(session.binding);
    const leaving = [...sessions.values()].filter((session) => !isSame(session));
    await Promise.all(leaving.map((session) => session.stop()));
    for (const session of leaving) sessions.delete(session.binding.role);
    for (const [role, binding] of wanted) {
      const known = sessions.get(role);
      if (known) send({ type: 'status', status: known.status() });
      else sessions.set(role, openDeviceSession({ binding, drivers, openTransport, clock, send }));
    }
  }

  return {
    session: (role) => sessions.get(role),
    handle(command) {
      switch (command.type) {
        case 'configure':
          configuring = configuring.then(() => configure(command.bindings));
          return;
        case 'print': {
          const { role, jobId, document, deadlineMs } = command;
          const session = sessions.get(role);
          if (session) session.print({ jobId, document }, deadlineMs);
          else
            send({
              type: 'printed',
              role,
              jobId,
              outcome: 'failed',
              detail: 'nothing was sent: no device is set for this role',
            });
          return;
        }
        case 'cancel':
          sessions.get(command.role)?.cancel(command.jobId);
          return;
        case 'openDrawer':
          void sessions.get(command.role)?.openDrawer();
          return;
        case 'task': {
          const { role, taskId, task, deadlineMs } = command;
          const session = sessions.get(role);
          if (session) session.runTask(taskId, task, deadlineMs);
          else
            send({
              type: 'taskEnded',
              role,
              taskId,
              end: { outcome: 'failed', reason: 'noService', detail: 'no device is set for this role' },
            });
          return;
        }
        case 'cancelTask':
          sessions.get(command.role)?.cancelTask(command.taskId);
          return;
        case 'checkHealth': {
          const { role, requestId, level } = command;
          const session = sessions.get(role);
          if (session) void session.checkHealth(requestId, level);
          else
            send({
              type: 'health',
              role,
              requestId,
              ok: false,
              detail: 'noService: no device is set for this role',
            });
          return;
        }
        case 'stop':
          void this.stop();
          return;
        default:
          assertNever(command);
      }
    },
    async stop() {
      await configuring;
      configuring = configure([]);
      await configuring;
    },
  };
}
