/** Commands of the ESC/POS reference, as bytes. */
export const escpos = {
  initialize: () => Uint8Array.of(0x1b, 0x40),
  /** DLE EOT n: real-time status, one byte back. */
  realtimeStatus: (n: 1 | 2 | 3 | 4) => Uint8Array.of(0x10, 0x04, n),
  /** Custom kiosk printers: full status, `10 0F p u r x` back. */
  fullStatus: () => Uint8Array.of(0x10, 0x04, 0x14),
  /** DLE DC4 8: clear the buffers in real time; `37 25 00` back. */
  clearBuffers: () => Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08),
  /** Star's own language: asks its status, nine bytes of which the first is 0xx0xxx1. */
  starStatus: () => Uint8Array.of(0x1b, 0x06, 0x01),
  /** DLE ENQ 1: recover from a recoverable error and go on from the line where it happened. */
  recoverAndRetry: () => Uint8Array.of(0x10, 0x05, 0x01),
  /** DLE ENQ 2: clear the buffers and recover from a recoverable error (cutter jam). */
  recoverAndClear: () => Uint8Array.of(0x10, 0x05, 0x02),
  /** GS a: which changes are told without asking; 4F is all of them. */
  automaticStatus: (n: number) => Uint8Array.of(0x1d, 0x61, n),
  /** GS I 67: the name of the model as text. */
  identify: () => Uint8Array.of(0x1d, 0x49, 0x43),
  /** GS r 1: the paper sensors, answered in the order of the print data. */
  inOrderStatus: () => Uint8Array.of(0x1d, 0x72, 0x01),
  /** GS ( H function 48: the four printable bytes come back when everything before is physically done. */
  processId: (id: string) =>
    Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1')),
  /** ESC p: pulse on pin 2 (0) or 5 (1), 50 ms on, 500 ms off. */
  drawerPulse: (pin: 0 | 1) => Uint8Array.of(0x1b, 0x70, pin, 0x19, 0xfa),
  /** Feed to the knife and cut, full or partial (GS V 65 and 66). */
  feedAndCut: (kind: 'full' | 'partial') => Uint8Array.of(0x1d, 0x56, kind === 'full' ? 0x41 : 0x42, 0x00),
  /** Custom kiosk printers: full cut at the current position. */
  kioskCut: () => Uint8Array.of(0x1b, 0x69),
  /** Custom kiosk printers: hand out the ticket so many steps. */
  present: (steps: number) => Uint8Array.of(0x1d, 0x65, 0x03, steps),
  /** Custom kiosk printers: take back a ticket nobody took. */
  retract: () => Uint8Array.of(0x1d, 0x65, 0x02),
} as const;

/** Where a real-time sequence starts in data that must not hold one, or -1 (DLE EOT, DLE ENQ, DLE DC4). */
export function findRealtimeSequence(bytes: Uint8Array): number {
  return bytes.findIndex((byte, at) => {
    if (byte !== 0x10) return false;
    const next = bytes[at + 1];
    const n = bytes[at + 2] ?? 0;
    return (next === 0x04 && n >= 1 && n <= 8) || (next === 0x05 && n >= 1 && n <= 3) || next === 0x14;
  });
}
