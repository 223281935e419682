/** What a simulated printer's sensors see; the bits of its answers follow from it (ESC/POS reference). */
export interface PrinterState {
  paper: 'ok' | 'near' | 'out';
  coverOpen: boolean;
  /** The knife stands still after a jam, until the printer is told to try again (DLE ENQ). */
  cutterError: boolean;
  drawerOpen: boolean;
  ticketInMouth: boolean;
}

const flag = (on: boolean, bits: number) => (on ? bits : 0);

/** Offline a printer executes nothing but real-time commands. */
export function isOffline({ paper, coverOpen, cutterError }: PrinterState): boolean {
  return paper === 'out' || coverOpen || cutterError;
}

/** GS r 1 and 2. */
export function inOrderAnswer(state: PrinterState, n: number): Uint8Array {
  if (n === 2) return Uint8Array.of(flag(state.drawerOpen, 0x01));
  return Uint8Array.of(flag(state.paper !== 'ok', 0x03));
}

/** GS a: the four bytes of Automatic Status Back. */
export function automaticStatus(state: PrinterState): Uint8Array {
  return Uint8Array.of(
    0x10 | flag(!state.drawerOpen, 0x04) | flag(isOffline(state), 0x08) | flag(state.coverOpen, 0x20),
    flag(state.cutterError, 0x08),
    flag(state.paper !== 'ok', 0x03) | flag(state.paper === 'out', 0x0c),
    0x0f,
  );
}

/** DLE EOT n, and Custom's n = 20; undefined for an n that is not answered. */
export function realtimeAnswer(state: PrinterState, n: number): Uint8Array | undefined {
  const { paper, coverOpen, cutterError } = state;
  const isOut = paper === 'out';
  const isLow = paper !== 'ok';
  switch (n) {
    case 1:
      return Uint8Array.of(0x12 | flag(!state.drawerOpen, 0x04) | flag(isOffline(state), 0x08));
    case 2:
      return Uint8Array.of(0x12 | flag(coverOpen, 0x04) | flag(isOut, 0x20) | flag(cutterError, 0x40));
    case 3:
      return Uint8Array.of(0x12 | flag(cutterError, 0x08));
    case 4:
      return Uint8Array.of(0x12 | flag(isLow, 0x0c) | flag(isOut, 0x60));
    case 0x14: {
      const p = flag(isOut, 0x01) | flag(isLow, 0x04) | flag(state.ticketInMouth, 0x20);
      return Uint8Array.of(0x10, 0x0f, p, flag(coverOpen, 0x02), 0, flag(cutterError, 0x01));
    }
    default:
      return undefined;
  }
}
