import type {
  DeviceCommand,
  DeviceMessage,
  DeviceStatus,
  PrintOutcome,
} from '../../../shared/contract/device-protocol.ts';
import type { DeviceLink } from '../../../electron/core/ports.ts';

type PrintCommand = Extract<DeviceCommand, { type: 'print' }>;

/** A device process under a test's control: it notes what it is sent and says what the test says. */
export interface FakeLink extends DeviceLink {
  readonly sent: DeviceCommand[];
  /** The jobs that went to a printer, oldest first. */
  prints(): PrintCommand[];
  say(message: DeviceMessage): void;
  show(role: DeviceStatus['role'], change?: Partial<DeviceStatus>): void;
  /** The printer's answer to the last job. */
  answer(outcome: PrintOutcome): void;
  /** While true the device process is away and takes nothing. */
  down: boolean;
}

/** Both printers and the reader are there and idle. */
export function createFakeLink(): FakeLink {
  const statuses = new Map<string, DeviceStatus>();
  const listeners = new Set<(message: DeviceMessage) => void>();
  const sent: DeviceCommand[] = [];
  const prints = () => sent.filter((command): command is PrintCommand => command.type === 'print');
  const link: FakeLink = {
    sent,
    prints,
    down: false,
    say(message) {
      if (message.type === 'status') statuses.set(message.status.role, message.status);
      for (const listener of listeners) listener(message);
    },
    show(role, change = {}) {
      const status = {
        role,
        driver: 'test',
        state: 'idle' as const,
        conditions: [],
        since: '2026-11-23T09:00:00.000Z',
      };
      link.say({ type: 'status', status: { ...status, ...change } });
    },
    answer(outcome) {
      const last = prints().at(-1);
      if (!last) throw new Error('nothing was printed');
      link.say({ type: 'printed', role: last.role, jobId: last.jobId, outcome });
    },
    statuses: () => [...statuses.values()],
    send(command) {
      if (link.down) return false;
      sent.push(command);
      return true;
    },
    onMessage(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    process: () => ({ running: !link.down, ended: 0, lastEnd: null }),
    stop: async () => listeners.clear(),
  };
  link.show('receipt-printer');
  link.show('ticket-dispenser');
  link.show('document-reader');
  return link;
}
