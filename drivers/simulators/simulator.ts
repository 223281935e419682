import type { Endpoint } from '../driver.ts';

export type SimulatorKind =
  | 'receipt-printer'
  | 'ticket-dispenser'
  | 'document-reader'
  | 'signature-pad'
  | 'topaz-pad'
  | 'payment-terminal'
  | 'line-reader'
  | 'code-scanner'
  | 'gamepad'
  | 'keyboard-encoder'
  | 'camera'
  | 'fingerprint-reader';

/** What one simulated device does with bytes and commands; the cable is somebody else's work. */
export interface SimulatedDevice {
  receive(bytes: Uint8Array): void;
  /** The cable was pulled and with it the power: buffers and modes are gone. */
  powerOff(): void;
  /** Carries out a line; undefined when it is not a line for this device. */
  command(line: string): string | undefined;
  readonly help: readonly string[];
}

/** A paper that came out of a simulated printer. */
export interface PrintedPaper {
  readonly text: string;
  /** Draws it as it looks, as PNG; never fails. */
  png(): Uint8Array;
}

/** A simulated device as practice mode and tests use it. */
export interface Simulator {
  /** By the names the driver asks for. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  /** Carries out a line as typed at the command line; rejects with what is possible when the line is not understood. */
  command(line: string): Promise<string>;
  /** The text of each paper, newest last. */
  printed(): readonly string[];
  /** Gives a function that takes the listener away. */
  onPrinted(listener: (paper: PrintedPaper) => void): () => void;
  /** What its screen shows now, as PNG; undefined for a device without a screen. */
  screen(): Buffer | undefined;
  /** Told when the screen changed; gives a function that takes the listener away. */
  onScreen(listener: () => void): () => void;
  stop(): Promise<void>;
}
