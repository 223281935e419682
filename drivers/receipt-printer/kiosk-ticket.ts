import { every } from '../clock.ts';
import type { DriverContext } from '../driver.ts';
import { escpos } from '../protocol/escpos-commands.ts';
import type { PrinterLink } from './printer-link.ts';
import type { PrinterSettings } from './profiles.ts';

/**
 * Watches the mouth of a kiosk printer: `ticketNotTaken` when a ticket stays there, and, when IT asked for it, the
 * printer takes it back after `retractAfterSeconds` (0: never). The status itself comes from the driver's polling.
 */
export function watchTicket(
  link: PrinterLink,
  context: DriverContext,
  { notTakenAfterSeconds, retractAfterSeconds }: PrinterSettings,
): void {
  const { clock, life } = context;
  let since: number | undefined;
  let retracted = false;
  every(clock, 500, life, async () => {
    if (!link.ticketPresent) {
      if (since !== undefined) link.mark('ticketNotTaken', false);
      since = undefined;
      retracted = false;
      return;
    }
    since ??= clock.now().getTime();
    const waited = clock.now().getTime() - since;
    if (waited >= notTakenAfterSeconds * 1000) link.mark('ticketNotTaken', true);
    if (retractAfterSeconds > 0 && !retracted && waited >= retractAfterSeconds * 1000) {
      retracted = true;
      await link.send(escpos.retract(), { deadlineMs: 1000, signal: life });
    }
  });
}
