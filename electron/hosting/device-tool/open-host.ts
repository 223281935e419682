import { createDeviceHost, type DeviceHostDeps } from '../../../drivers/device-host.ts';
import type { DeviceCommand, DeviceMessage } from '../../../shared/contract/device-protocol.ts';

type Of<Type extends DeviceMessage['type']> = Extract<DeviceMessage, { type: Type }>;

/** Where the person sits who asks: lines to read, and Ctrl-C. */
export interface Terminal {
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
}

/** Devices in this process; every wait ends at its deadline in milliseconds or when the signal aborts, with undefined. */
export interface ToolHost {
  send(command: DeviceCommand): void;
  next<Type extends DeviceMessage['type']>(
    type: Type,
    fits: (message: Of<Type>) => boolean,
    deadlineMs: number,
  ): Promise<Of<Type> | undefined>;
  onMessage(listener: (message: DeviceMessage) => void): void;
  stop(): Promise<void>;
}

/** A host in this process without devices: `configure` opens them. */
export function openHost(stop: AbortSignal, deps: Omit<DeviceHostDeps, 'send'> = {}): ToolHost {
  const listeners = new Set<(message: DeviceMessage) => void>();
  const host = createDeviceHost({
    ...deps,
    send: (message) => {
      for (const listener of listeners) listener(message);
    },
  });
  return {
    send: (command) => host.handle(command),
    next: (type, fits, deadlineMs) =>
      new Promise((resolve) => {
        const end = (found?: Of<typeof type>) => {
          listeners.delete(look);
          clearTimeout(overdue);
          stop.removeEventListener('abort', give);
          resolve(found);
        };
        const give = () => end();
        const look = (message: DeviceMessage) => {
          if (message.type === type && fits(message as Of<typeof type>)) end(message as Of<typeof type>);
        };
        const overdue = setTimeout(end, stop.aborted ? 0 : deadlineMs);
        stop.addEventListener('abort', give, { once: true });
        listeners.add(look);
      }),
    onMessage: (listener) => void listeners.add(listener),
    stop: () => host.stop(),
  };
}
