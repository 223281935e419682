import { z } from 'zod';
import type { Driver, DriverContext } from '../driver.ts';
import { gamepadButtons, keyboardButtons } from '../protocol/hid-buttons.ts';
import { PrinterSettings } from '../receipt-printer/profiles.ts';
import { createDispenser } from './dispenser.ts';
import { hidInputs } from './hid-inputs.ts';

/** Report ids are left out by a device that has one kind of report. */
const reportId = z.int().min(0).max(255).default(0);

/**
 * Buttons on a gamepad encoder (USB HID). Where a report keeps its buttons differs per encoder, and no document was read
 * for any: `firstBit` counts from the first byte after the report id. The default, 44, is after five axes of a byte and a hat
 * of four bits, as generic encoders are said to have it; with a wrong one nothing, or another button, answers. Check it at
 * installation by pressing each button while the trace runs.
 */
export const GamepadDispenserSettings = PrinterSettings.extend({
  buttons: z.int().min(1).max(16).default(4),
  reportId,
  firstBit: z.int().min(0).max(500).default(44),
});

/** A ticket dispenser with its buttons on a gamepad encoder. */
export function createGamepadDispenser(
  context: DriverContext,
  settings: z.infer<typeof GamepadDispenserSettings>,
): Driver {
  const { buttons, firstBit, reportId: id, ...printer } = settings;
  const layout = { reportId: id, firstBit, count: buttons };
  const inputs = hidInputs('gamepad buttons', (report) => gamepadButtons(report, layout));
  return createDispenser(context, printer, buttons, inputs);
}

/**
 * Buttons on a keyboard encoder (USB HID, boot report): Linux alone. Windows and macOS keep keyboards for themselves and
 * refuse to open one, so there the keys arrive in the window that has the focus; use a gamepad encoder, or Numato. On Linux
 * too the system still types the keys: let no text field have the focus on the dispenser's screen.
 */
export const KeyboardDispenserSettings = PrinterSettings.extend({
  /** The usage of each button's key, in hexadecimal (HID usage tables, page 07): 1e to 26 are the digits 1 to 9. */
  keys: z
    .string()
    .regex(
      /^[0-9a-f]{2}(,[0-9a-f]{2}){0,15}$/i,
      'usages of two hexadecimal digits with commas, such as 1e,1f',
    )
    .default('1e,1f,20,21'),
  reportId,
});

/** A ticket dispenser with its buttons on a keyboard encoder. */
export function createKeyboardDispenser(
  context: DriverContext,
  settings: z.infer<typeof KeyboardDispenserSettings>,
): Driver {
  const { keys, reportId: id, ...printer } = settings;
  const layout = { reportId: id, keys: keys.split(',').map((key) => Number.parseInt(key, 16)) };
  const inputs = hidInputs('keyboard keys', (report) => keyboardButtons(report, layout));
  return createDispenser(context, printer, layout.keys.length, inputs);
}
