import path from 'node:path';
import type { Clock, PracticeControls, Secrets } from '../core/ports.ts';
import type { Config } from '../core/settings/config-schema.ts';
import { startPractice, unreliable } from '../practice/index.ts';
import { PRACTICE_RSIN, PRACTICE_SECRETS, practiceConfig } from './practice-config.ts';
import { createPracticeControls } from './practice-controls.ts';
import { startPracticeDevices, stopPracticeDevices } from './practice-devices.ts';
import { createStopOrder } from '../core/stop-order.ts';
import type { HostLog } from './log-file.ts';

/** Everything of practice mode: made-up registries and devices, the configuration that fits them, and the panel's hands. */
export interface PracticeWorld {
  readonly config: Config;
  readonly secrets: Secrets;
  /** PEM of the authority of the practice registries. */
  readonly authorities: readonly string[];
  readonly controls: PracticeControls;
  stop(): Promise<void>;
}

export interface PracticeOptions {
  /** Practice's own data folder. */
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly displayPort: number;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly secondCounter: PracticeControls['secondCounter'];
}

/** Part of the requests that fails when the network falters. */
const FALTERING = 0.3;

/** Starts the practice world; when one part can't start, what did is stopped and the error comes out. */
export async function startPracticeWorld(options: PracticeOptions): Promise<PracticeWorld> {
  const stops = createStopOrder(options.log);
  try {
    const practice = await startPractice({
      databaseFile: path.join(options.dataDir, 'oefenomgeving.db'),
      personsFile: path.join(options.resourcesDir, 'testdata', 'brp-testpersonen.json'),
      clock: options.clock,
      // The first of the test persons that the panel offers.
      history: '999990512',
      historyRsin: PRACTICE_RSIN,
      onMessage: () => controls.changed(),
    });
    stops.add('practice', () => practice.stop());
    const devices = await startPracticeDevices();
    stops.add('simulators', () => stopPracticeDevices(devices));
    const config = practiceConfig({
      origin: practice.origin,
      zgwClientId: practice.credentials.zgwClientId,
      receiptPrinter: devices['receipt-printer'].endpoints,
      paymentTerminal: devices['payment-terminal'].endpoints,
      ticketDispenser: devices['ticket-dispenser'].endpoints,
      documentReader: devices['document-reader'].endpoints,
      codeScanner: devices['code-scanner'].endpoints,
      signaturePad: devices['signature-pad'].endpoints,
      displayPort: options.displayPort,
    });
    const secrets = new Map<string, string>([
      [PRACTICE_SECRETS.zgw, practice.credentials.zgwSecret],
      [PRACTICE_SECRETS.klantinteracties, practice.credentials.klantinteractiesToken],
      [PRACTICE_SECRETS.brp, practice.credentials.brpApiKey],
      [PRACTICE_SECRETS.notify, practice.credentials.notifyApiKey],
      [PRACTICE_SECRETS.agenda, practice.credentials.agendaToken],
    ]);
    // The window gets a number of our own: a burgerservicenummer is no name for a button, not even a made-up one.
    const persons = practice
      .testPersons()
      .map((person, index) => ({ ...person, personId: `persoon-${index + 1}` }));
    const controls = createPracticeControls({
      devices,
      clock: options.clock,
      buttons: config.hall.groups.flatMap(({ button, name }) =>
        button === undefined ? [] : [{ button, label: name }],
      ),
      persons: persons.map(({ personId, name, birthDate, note }) => ({
        personId,
        label: `${name}, ${birthDate}`,
        note,
      })),
      documentLines: (personId) => {
        const person = persons.find((each) => each.personId === personId);
        return person ? practice.documentFor(person.bsn) : null;
      },
      documentCode: (personId) => persons.find((each) => each.personId === personId)?.bsn ?? null,
      setNetwork: (network) =>
        practice.faults.set('all', {
          down: network === 'away',
          chances: network === 'unreliable' ? unreliable(FALTERING) : {},
        }),
      messages: (most) => [...practice.messages(most)],
      secondCounter: options.secondCounter,
    });
    stops.add('controls', () => controls.stop());
    return {
      config,
      controls,
      secrets: { read: (name) => secrets.get(name) },
      authorities: practice.authority === null ? [] : [practice.authority],
      stop: () => stops.stop(),
    };
  } catch (error) {
    await stops.stop();
    throw error;
  }
}
