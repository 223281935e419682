import type { Clock } from '../clock.ts';

/** How a simulated printer answers worse than it should. */
export interface Misbehaviour {
  /** Sends an answer as the settings say. */
  answer(bytes: Uint8Array): void;
  /** Sends the answer to GS ( H. */
  processId(bytes: Uint8Array): void;
  /** Forgets answers that were still to come. */
  powerOff(): void;
  /** Carries out a line; undefined when it is not one of these. */
  command(line: string): 'ok' | undefined;
  readonly help: readonly string[];
}

/** All well until told otherwise. */
export function createMisbehaviour(send: (bytes: Uint8Array) => void, clock: Clock): Misbehaviour {
  let inside: 'none' | 'xoff' | 'garbage' = 'none';
  let ids: 'on' | 'off' | number = 'on';
  const late = new Set<() => void>();

  /** Flow control around every byte, as in XON/XOFF mode; or a byte of noise in the middle. */
  function spoilt(bytes: Uint8Array): Uint8Array {
    if (inside === 'xoff') return Uint8Array.from([...bytes].flatMap((byte) => [0x13, byte, 0x11]));
    const middle = Math.ceil(bytes.length / 2);
    return inside === 'garbage'
      ? Uint8Array.of(...bytes.slice(0, middle), 0xff, ...bytes.slice(middle))
      : bytes;
  }
  const answer = (bytes: Uint8Array) => send(spoilt(bytes));

  return {
    answer,
    processId(bytes) {
      if (ids === 'on') answer(bytes);
      if (typeof ids !== 'number') return;
      const cancel = clock.after(ids, () => {
        late.delete(cancel);
        answer(bytes);
      });
      late.add(cancel);
    },
    powerOff() {
      for (const cancel of late) cancel();
      late.clear();
    },
    command(line) {
      const within = /^inside (none|xoff|garbage)$/.exec(line)?.[1] as typeof inside | undefined;
      const delay = /^ids delay (\d{1,6})$/.exec(line)?.[1];
      if (within) inside = within;
      else if (delay) ids = Number(delay);
      else if (line === 'ids on' || line === 'ids off') ids = line === 'ids on' ? 'on' : 'off';
      else return undefined;
      return 'ok';
    },
    help: [
      'ids on|off|delay MS      answer process ids at once, never, or MS milliseconds late',
      'inside none|xoff|garbage XOFF and XON around every byte of an answer, or a byte of noise in its middle',
    ],
  };
}
