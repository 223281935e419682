import { z } from 'zod';
import type { Driver, DriverContext } from '../driver.ts';
import { PrinterSettings } from '../receipt-printer/profiles.ts';
import { createDispenser } from './dispenser.ts';
import { createNumatoInputs } from './numato-inputs.ts';

/** What IT may set for a dispenser: the printer's settings and how the buttons are wired. */
export const DispenserSettings = PrinterSettings.extend({
  buttons: z.int().min(1).max(32).default(4),
  /** Buttons that pull the input to ground, as with a pull-up resistor. */
  activeLow: z.boolean().default(true),
});
export type DispenserSettings = z.infer<typeof DispenserSettings>;

/** A ticket dispenser with its buttons on a Numato USB GPIO module. */
export function createTicketDispenser(context: DriverContext, settings: DispenserSettings): Driver {
  const { buttons, activeLow, ...printer } = settings;
  return createDispenser(context, printer, buttons, (transport, inputs, events) =>
    createNumatoInputs(transport, inputs, {
      ...events,
      levels: (mask) => events.levels(activeLow ? ~mask : mask),
    }),
  );
}
