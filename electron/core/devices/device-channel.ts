import type { DeviceCommand } from '../../../shared/contract/device-protocol.ts';

/** The wire to one device process, from its start to its end; the host makes it (fork, or Electron's utilityProcess). */
export interface DeviceChannel {
  /** Does nothing once the process has ended. */
  send(message: DeviceCommand): void;
  /** What comes is not checked yet. */
  onMessage(listener: (raw: unknown) => void): void;
  /** Called once, with a reason for IT, also when the process could not be started. */
  onExit(listener: (why: string) => void): void;
  /** Ends the process at once (SIGKILL); `onExit` follows. */
  kill(): void;
}
