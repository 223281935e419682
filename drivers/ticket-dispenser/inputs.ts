import type { DriverContext, Limits, Transport } from '../driver.ts';

/** The buttons of a dispenser during one connection, whatever they are wired to. */
export interface Inputs {
  /** Identifies the device and tells the levels from then on; throws a DeviceFault. */
  start(limits: Limits): Promise<{ readonly identity: string }>;
  /** Asks the levels once, where they can be asked; throws a DeviceFault. */
  ask(limits: Limits): Promise<void>;
}

export interface InputEvents {
  /** The buttons that are down as a bit mask, the first in bit 0; the first mask is how they were found. */
  levels(mask: number): void;
  noise(on: boolean): void;
}

/** Makes the inputs for one connection. */
export type CreateInputs = (transport: Transport, context: DriverContext, events: InputEvents) => Inputs;
