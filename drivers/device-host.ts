import type {
  DeviceBinding,
  DeviceCommand,
  DeviceMessage,
  DeviceRole,
} from '../shared/contract/device-protocol.ts';
import { assertNever } from '../shared/lib/assert-never.ts';
import { type Cancel, type Clock, systemClock } from './clock.ts';
import { type DeviceSession, openDeviceSession } from './device-session.ts';
import { drivers as allDrivers, type DriverEntry } from './registry.ts';
import { discover } from './discovery.ts';
import { driverCard } from './driver-card.ts';
import { traceLines } from './trace-file.ts';
import { type OpenTransport, openTransport as openReal } from './transport/open.ts';
import { createPlugWatch, type PlugWatch } from './transport/plug-watch.ts';
import { listPlugged as listReal, type ListPlugged } from './transport/plugged.ts';
import { tryBinding } from './try-binding.ts';

export interface DeviceHostDeps {
  readonly send: (message: DeviceMessage) => void;
  readonly clock?: Clock;
  readonly drivers?: readonly DriverEntry[];
  readonly openTransport?: OpenTransport;
  readonly listPlugged?: ListPlugged;
  readonly plugWatch?: PlugWatch;
}

/** After somebody looked what is plugged in, changes are told for so long. */
const TELL_PLUGGED_MS = 120_000;

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
  const { listPlugged = listReal, plugWatch = createPlugWatch(clock) } = deps;
  const sessions = new Map<DeviceRole, DeviceSession>();
  const open = (binding: DeviceBinding) =>
    openDeviceSession({ binding, drivers, openTransport, clock, plugWatch, send });
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
      else sessions.set(role, open(binding));
    }
  }

  let tellPlugged: { readonly forget: () => void; readonly overdue: Cancel } | undefined;

  function stopTelling() {
    tellPlugged?.forget();
    tellPlugged?.overdue();
    tellPlugged = undefined;
  }

  async function find(requestId: string) {
    stopTelling();
    tellPlugged = {
      forget: plugWatch.onChange(() => send({ type: 'plugged' })),
      overdue: clock.after(TELL_PLUGGED_MS, stopTelling),
    };
    const bound = [...sessions.values()].map((session) => ({
      binding: session.binding,
      open: ['idle', 'busy'].includes(session.status().state),
    }));
    const found = await discover({ listPlugged, drivers, bound });
    send({ type: 'discovered', requestId, found: found.slice(0, 200), drivers: drivers.map(driverCard) });
  }

  /** The role's own device lets go of the port meanwhile, unless it is at work. */
  async function tryOut(requestId: string, binding: DeviceBinding) {
    const { role } = binding;
    const own = sessions.get(role);
    if (own?.status().state === 'busy') {
      const detail = 'the device is at work; try again when it is done';
      return send({ type: 'tried', role, requestId, ok: false, reason: 'busy', detail });
    }
    await own?.stop();
    const trial = await tryBinding(binding, { drivers, openTransport, clock });
    send({ type: 'tried', role, requestId, ...trial });
    if (own) sessions.set(role, open(own.binding));
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
        case 'steerTask':
          sessions.get(command.role)?.steerTask(command.taskId, command.steer);
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
              code: 'notBound',
              detail: '',
            });
          return;
        }
        case 'discover':
          void find(command.requestId);
          return;
        case 'trace': {
          const { role, requestId } = command;
          const session = sessions.get(role);
          const lines = session ? traceLines(Object.keys(session.binding.endpoints), session.trace) : [];
          send({ type: 'traced', role, requestId, lines });
          return;
        }
        case 'try':
          configuring = configuring.then(() => tryOut(command.requestId, command.binding));
          return;
        case 'stop':
          void this.stop();
          return;
        default:
          assertNever(command);
      }
    },
    async stop() {
      stopTelling();
      await configuring;
      configuring = configure([]);
      await configuring;
    },
  };
}
