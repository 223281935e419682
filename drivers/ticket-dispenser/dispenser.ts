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
import type { PrinterSettings } from '../receipt-printer/profiles.ts';
import { createButtons } from './buttons.ts';
import type { CreateInputs } from './inputs.ts';

/** A ticket dispenser: an ESC/POS printer on endpoint `printer`, `count` buttons on endpoint `buttons`. */
export function createDispenser(
  context: DriverContext,
  settings: PrinterSettings,
  count: number,
  createInputs: CreateInputs,
): Driver {
  const transport = context.transports['buttons'];
  if (!transport) throw new DeviceFault('illegal', "endpoint 'buttons' is missing");
  let ofPrinter: readonly DeviceCondition[] = [];
  let printing: Promise<PrintResult> | undefined;
  let lastPressed: number | undefined;
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
    settings,
    'printer',
  );
  const buttons = createButtons(count, context.clock, context.life, {
    pressed(button) {
      // Who waits for his ticket presses again; another button is another visitor.
      if (printing && button === lastPressed) return;
      lastPressed = button;
      context.emit({ type: 'buttonPressed', button });
    },
    stuck: (on) => mark('buttonStuck', on),
  });
  const ofInputs: DriverContext = {
    ...context,
    emit: (event) => context.emit(event.type === 'fault' ? { ...event, endpoint: 'buttons' } : event),
  };
  const inputs = createInputs(transport, ofInputs, {
    levels: buttons.observe,
    noise: (on) => mark('noise', on),
  });

  const printTicket = async (job: PrintJob, limits: Limits): Promise<PrintResult> =>
    (await printer.print?.(job, limits)) ?? {
      outcome: 'failed',
      detail: 'nothing was sent: this printer cannot print',
    };
  return {
    ...printer,
    buttons: count,
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
      const device = await inputs.start(limits);
      return { identity: [identity, device.identity].filter(Boolean).join(' + ') };
    },
    async checkHealth(limits) {
      await inputs.ask(limits);
      return printer.checkHealth(limits);
    },
  };
}
