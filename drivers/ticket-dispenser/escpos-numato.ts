import { z } from 'zod';
import type { DeviceCondition } from '../../shared/contract/device-protocol.ts';
import {
  DeviceFault,
  type Driver,
  type DriverContext,
  type Limits,
  type PrintJob,
  type PrintResult,
} from '../driver.ts';
import { createEscposPrinter } from '../receipt-printer/escpos.ts';
import { PrinterSettings } from '../receipt-printer/profiles.ts';
import { createButtons } from './buttons.ts';
import { createNumatoInputs } from './numato-inputs.ts';

/** What IT may set for a dispenser: the printer's settings and how the buttons are wired. */
export const DispenserSettings = PrinterSettings.extend({
  buttons: z.int().min(1).max(32).default(4),
  /** Buttons that pull the input to ground, as with a pull-up resistor. */
  activeLow: z.boolean().default(true),
});
export type DispenserSettings = z.infer<typeof DispenserSettings>;

/** A ticket dispenser: an ESC/POS printer on endpoint `printer`, buttons on a Numato module on endpoint `buttons`. */
export function createTicketDispenser(context: DriverContext, settings: DispenserSettings): Driver {
  const inputs = context.transports['buttons'];
  if (!inputs) throw new DeviceFault('illegal', "endpoint 'buttons' is missing");
  const { buttons: count, activeLow, ...printerSettings } = settings;
  let ofPrinter: readonly DeviceCondition[] = [];
  const ofButtons = new Set<DeviceCondition>();
  const tell = () =>
    context.emit({ type: 'conditions', conditions: [...new Set([...ofPrinter, ...ofButtons])] });
  const mark = (condition: DeviceCondition, on: boolean) => {
    if (on) ofButtons.add(condition);
    else ofButtons.delete(condition);
    tell();
  };

  const printer = createEscposPrinter(
    {
      ...context,
      emit(event) {
        if (event.type !== 'conditions') return context.emit(event);
        ofPrinter = event.conditions;
        tell();
      },
    },
    printerSettings,
    'printer',
  );
  const buttons = createButtons(count, context.clock, context.life, {
    pressed: (button) => context.emit({ type: 'buttonPressed', button }),
    stuck: (on) => mark('buttonStuck', on),
  });
  const ofInputs: DriverContext = {
    ...context,
    emit: (event) => context.emit(event.type === 'fault' ? { ...event, endpoint: 'buttons' } : event),
  };
  const numato = createNumatoInputs(inputs, ofInputs, {
    levels: (mask) => buttons.observe(activeLow ? ~mask : mask),
    noise: (on) => mark('noise', on),
  });

  const printTicket = async (job: PrintJob, limits: Limits): Promise<PrintResult> =>
    (await printer.print?.(job, limits)) ?? {
      outcome: 'failed',
      detail: 'nothing was sent: this printer cannot print',
    };
  let printing: Promise<PrintResult> | undefined;
  return {
    ...printer,
    print(job, limits) {
      printing = printTicket(job, limits).finally(() => {
        printing = undefined;
      });
      return printing;
    },
    unfinished: (lostEndpoint) => (lostEndpoint === 'buttons' ? printing : undefined),
    async start(limits) {
      // The buttons come last: no visitor may press before there is a printer.
      const { identity } = await printer.start(limits);
      const module = await numato.start(limits);
      return { identity: [identity, module.identity].filter(Boolean).join(' + ') };
    },
    async checkHealth(limits) {
      await numato.ask(limits);
      return printer.checkHealth(limits);
    },
  };
}
