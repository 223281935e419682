import type { DeviceRole } from '../../shared/contract/device-protocol.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import type { PracticeState } from '../../shared/contract/workstation.ts';
import type { Clock, PracticeControls } from '../core/ports.ts';
import type { PrintedPaper } from '../../drivers/simulators/simulator.ts';
import type { PracticeDevices } from './practice-devices.ts';

const KEPT_PAPERS = 20;
const SHOWN_MESSAGES = 20;
const PAD_LINES: Readonly<Record<CallInput<'practice.pad'>['action'], string>> = {
  sign: 'sign',
  accept: 'tap akkoord',
  again: 'tap opnieuw',
  cancel: 'tap annuleren',
};
/** As long as somebody leaves a document on the reader. */
const DOCUMENT_MS = 4000;

export interface PracticeSources {
  readonly devices: PracticeDevices;
  readonly clock: Clock;
  readonly buttons: PracticeState['buttons'];
  readonly persons: PracticeState['persons'];
  /** Lines of the machine readable zone of a person's document; null for an unknown person. */
  readonly documentLines: (personId: string) => readonly string[] | null;
  /** What the code on the back of a person's document says; null for an unknown person. */
  readonly documentCode: (personId: string) => string | null;
  /** Makes the practice registries behave, falter or stay away. */
  readonly setNetwork: (network: PracticeState['network']) => void;
  /** What the practice NotifyNL took last, newest first. */
  readonly messages: (most: number) => PracticeState['messages'];
  readonly secondCounter: PracticeControls['secondCounter'];
}

/**
 * The practice panel's hands: it presses, lays and unplugs on the simulated devices and registries themselves, so that
 * the application sees exactly what real ones would send.
 */
export function createPracticeControls(
  sources: PracticeSources,
): PracticeControls & { changed(): void; stop(): void } {
  const { devices, clock } = sources;
  const listeners = new Set<() => void>();
  let printed: PracticeState['printed'] = [];
  let paper: PracticeState['paper'] = { receiptPrinter: 'ok', ticketDispenser: 'ok' };
  let network: PracticeState['network'] = 'up';
  let documentOnReader = false;
  let takeAway: () => void = () => undefined;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function keep(role: DeviceRole, paper: PrintedPaper): void {
    const png = Buffer.from(paper.png()).toString('base64');
    printed = [{ role, at: clock.now().toISOString(), text: legible(paper.text), png }, ...printed].slice(
      0,
      KEPT_PAPERS,
    );
    changed();
  }

  const stopListening = (['receipt-printer', 'ticket-dispenser'] as const).map((role) =>
    devices[role].onPrinted((paper) => keep(role, paper)),
  );
  const stopWatching = devices['signature-pad'].onScreen(changed);

  return {
    state: () => ({
      buttons: sources.buttons,
      persons: sources.persons,
      documentOnReader,
      paper,
      network,
      pad: devices['signature-pad'].screen()?.toString('base64') ?? '',
      messages: sources.messages(SHOWN_MESSAGES),
      printed,
    }),
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async pressButton(button) {
      await devices['ticket-dispenser'].command(`press ${button}`);
    },
    async layDocument(personId) {
      const lines = sources.documentLines(personId);
      if (!lines) throw new Error('there is no such practice person');
      takeAway();
      await devices['document-reader'].command(`scan ${lines.join(' ')}`);
      documentOnReader = true;
      takeAway = clock.after(DOCUMENT_MS, () => {
        documentOnReader = false;
        void devices['document-reader'].command('remove').catch(() => undefined);
        changed();
      });
      changed();
    },
    async scanCode(personId) {
      const code = sources.documentCode(personId);
      if (code === null) throw new Error('there is no such practice person');
      await devices['code-scanner'].command(`code ${code}`);
    },
    async setPaper(role, state) {
      await devices[role].command(`paper ${state}`);
      paper =
        role === 'receipt-printer'
          ? { ...paper, receiptPrinter: state }
          : { ...paper, ticketDispenser: state };
      changed();
    },
    async card(action) {
      await devices['payment-terminal'].command(action);
    },
    async pad(action) {
      // Whoever presses where nothing stands presses nothing.
      await devices['signature-pad'].command(PAD_LINES[action]).catch(() => undefined);
    },
    async setNetwork(state) {
      sources.setNetwork(state);
      network = state;
      changed();
    },
    async setPlugged(role, plugged) {
      await devices[role].command(plugged ? 'replug' : 'unplug');
      changed();
    },
    secondCounter: sources.secondCounter,
    stop() {
      takeAway();
      for (const stop of stopListening) stop();
      stopWatching();
      listeners.clear();
    },
  };
}

/** What is said to who cannot see the paper: its words, not that there is a picture. */
function legible(text: string): string {
  return text.replaceAll(/^\[picture .*\]\n?/gm, '');
}
