/** Where in a gamepad's input report its buttons are. */
export interface GamepadLayout {
  /** First byte of the report; 0 for a device that has no report ids (then there is no such byte). */
  readonly reportId: number;
  /** The bit of the first button, counted from the first byte after the report id, lowest bit of a byte first. */
  readonly firstBit: number;
  readonly count: number;
}

/** The buttons that are down as a bit mask, the first in bit 0; undefined for another report, or one that is too short. */
export function gamepadButtons(report: Uint8Array, layout: GamepadLayout): number | undefined {
  const data = dataOf(report, layout.reportId);
  if (!data || data.length * 8 < layout.firstBit + layout.count) return undefined;
  let mask = 0;
  for (let button = 0; button < layout.count; button += 1) {
    const bit = layout.firstBit + button;
    if (((data[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0) mask |= 1 << button;
  }
  return mask;
}

/** Modifiers and a reserved byte come before the keys (HID 1.11, appendix B.1). */
const FIRST_KEY = 2;
const BOOT_KEYS = 6;
/** ErrorRollOver: more keys are down than the report can tell. */
const ROLL_OVER = 1;

/**
 * The keys of a keyboard's boot report that are down, as a bit mask in the order of `keys` (usages of page 07, HID usage
 * tables); undefined for another report, or when the keyboard lost count.
 */
export function keyboardButtons(
  report: Uint8Array,
  { reportId, keys }: { readonly reportId: number; readonly keys: readonly number[] },
): number | undefined {
  const data = dataOf(report, reportId);
  if (!data || data.length < FIRST_KEY + BOOT_KEYS) return undefined;
  const down = data.subarray(FIRST_KEY, FIRST_KEY + BOOT_KEYS);
  if (down.includes(ROLL_OVER)) return undefined;
  return keys.reduce((mask, key, button) => (down.includes(key) ? mask | (1 << button) : mask), 0);
}

function dataOf(report: Uint8Array, reportId: number): Uint8Array | undefined {
  if (reportId === 0) return report;
  return report[0] === reportId ? report.subarray(1) : undefined;
}
