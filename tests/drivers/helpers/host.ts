import { systemClock, type Clock } from '../../../drivers/clock.ts';
import { createDeviceHost, type DeviceHost } from '../../../drivers/device-host.ts';
import type { Endpoint } from '../../../drivers/driver.ts';
import type { OpenTransport } from '../../../drivers/transport/open.ts';
import { DeviceBinding, DeviceMessage, type DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { DeviceTask, DeviceTaskEnd, DeviceTaskStage } from '../../../shared/contract/device-task.ts';
import { PrintDocument } from '../../../shared/domain/print-document.ts';

/** Messages as they come, to be waited for one after the other. */
export function createMailbox() {
  const all: DeviceMessage[] = [];
  const waiting = new Set<() => void>();
  let read = 0;
  return {
    all,
    push(message: DeviceMessage) {
      all.push(DeviceMessage.parse(message));
      for (const look of waiting) look();
    },
    /** The first message after the last one waited for that matches; the test's own time limit ends the wait. */
    next<T extends DeviceMessage>(match: (message: DeviceMessage) => message is T): Promise<T> {
      return new Promise((resolve) => {
        const look = () => {
          for (let at = read; at < all.length; at += 1) {
            const message = all[at]!;
            if (!match(message)) continue;
            read = at + 1;
            waiting.delete(look);
            return resolve(message);
          }
        };
        waiting.add(look);
        look();
      });
    },
  };
}

type Of<Type extends DeviceMessage['type']> = Extract<DeviceMessage, { type: Type }>;
type State = Of<'status'>['status']['state'];

export interface TestHost {
  readonly host: DeviceHost;
  readonly mail: ReturnType<typeof createMailbox>;
  message<Type extends DeviceMessage['type']>(type: Type): Promise<Of<Type>>;
  status(state: State, also?: (status: Of<'status'>['status']) => boolean): Promise<Of<'status'>['status']>;
  print(jobId: string, document?: PrintDocument, deadlineMs?: number): void;
  /** Starts a task; its stages and its end are messages. */
  task(taskId: string, task: DeviceTask, deadlineMs?: number): void;
  /** The next stage of this name. */
  stage(name: DeviceTaskStage['name']): Promise<DeviceTaskStage>;
  /** How the next task to end ended. */
  end(): Promise<DeviceTaskEnd>;
  count(type: DeviceMessage['type']): number;
  stop(): Promise<void>;
}

/** A device host with one device on it. */
export function startHost(
  role: DeviceRole,
  driver: string,
  endpoints: Readonly<Record<string, Endpoint>>,
  options: {
    settings?: DeviceBinding['settings'];
    clock?: Clock;
    openTransport?: OpenTransport;
  } = {},
): TestHost {
  const mail = createMailbox();
  const { settings = {}, clock = systemClock, ...rest } = options;
  const host = createDeviceHost({ send: mail.push, clock, ...rest });
  const binding = DeviceBinding.parse({ role, driver, endpoints, settings });
  host.handle({ type: 'configure', bindings: [binding] });
  return {
    host,
    mail,
    message: (type) => mail.next((message): message is Of<typeof type> => message.type === type),
    async status(state, also = () => true) {
      const found = await mail.next(
        (message): message is Of<'status'> =>
          message.type === 'status' && message.status.state === state && also(message.status),
      );
      return found.status;
    },
    print: (jobId, document = ticket('A12'), deadlineMs = 10_000) =>
      host.handle({ type: 'print', role, jobId, document, deadlineMs }),
    task: (taskId, task, deadlineMs = 60_000) =>
      host.handle({ type: 'task', role, taskId, task, deadlineMs }),
    async stage(name) {
      const found = await mail.next(
        (message): message is Of<'taskStage'> => message.type === 'taskStage' && message.stage.name === name,
      );
      return found.stage;
    },
    async end() {
      const found = await mail.next((message): message is Of<'taskEnded'> => message.type === 'taskEnded');
      return found.end;
    },
    count: (type) => mail.all.filter((message) => message.type === type).length,
    stop: () => host.stop(),
  };
}

/** A queue ticket; the number is what must never come out twice. */
export function ticket(number: string): PrintDocument {
  return PrintDocument.parse({
    blocks: [
      { kind: 'text', text: 'Gemeente Voorbeeld', align: 'center' },
      { kind: 'text', text: number, align: 'center', bold: true, size: 4 },
      { kind: 'rule' },
      { kind: 'text', text: 'Neem plaats in de wachtruimte. Uw nummer verschijnt op het scherm.' },
    ],
  });
}
