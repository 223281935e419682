import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Simulator, SimulatorKind } from '../../../drivers/simulators/simulator.ts';
import { startSimulator } from '../../../drivers/simulators/start.ts';
import { type Practice, startPractice } from '../../../electron/practice/index.ts';
import { placeAccounts, STORE_KEY } from './accounts.ts';
import { REPOSITORY } from './app.ts';

/** Everything around one workstation: the central systems, the devices, its configuration and its data folder. */
export interface Town {
  readonly practice: Practice;
  readonly printer: Simulator;
  readonly dispenser: Simulator;
  readonly reader: Simulator;
  readonly configFile: string;
  readonly dataDir: string;
  /** Lays the passport of a test person on the reader. */
  scan(bsn: string): Promise<void>;
  stop(): Promise<void>;
}

/** The groups of the hall, with the button of the dispenser that gives a number of each. */
export const GROUPS = [
  { letter: 'P', name: 'Paspoort en ID-kaart', normMinutes: 10, button: 1 },
  { letter: 'R', name: 'Rijbewijs', normMinutes: 10, button: 2 },
  { letter: 'U', name: 'Uittreksels en akten', normMinutes: 15, button: 3 },
  { letter: 'V', name: 'Verhuizen', normMinutes: 15, button: 4 },
  { letter: 'O', name: 'Overig', normMinutes: 20, button: 5 },
] as const;

/** The organisation in whose catalogus the practice zaaktypen are. */
export const RSIN = '002220647';

/** Beside the configuration file. */
const AUTHORITY_FILE = 'ca.pem';

/**
 * Starts central systems and devices in this process, so that they outlive the application under test. `changes`: of its
 * configuration; `hasAccounts`: whether somebody set the workstation up before.
 */
export async function startTown(
  changes: Readonly<Record<string, unknown>>,
  hasAccounts: boolean,
): Promise<Town> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waarmee-e2e-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  const device = async (kind: SimulatorKind): Promise<Simulator> => {
    const simulator = await startSimulator(kind, { tcp: 0 });
    stops.push(() => simulator.stop());
    return simulator;
  };
  try {
    const practice = await startPractice({
      databaseFile: ':memory:',
      personsFile: path.join(REPOSITORY, 'resources', 'testdata', 'brp-testpersonen.json'),
      clock: { now: () => new Date() },
    });
    stops.push(() => practice.stop());
    const printer = await device('receipt-printer');
    const dispenser = await device('ticket-dispenser');
    const reader = await device('document-reader');

    const dataDir = path.join(folder, 'data');
    const configFile = path.join(folder, 'config.json');
    const { credentials } = practice;
    await writeFile(
      configFile,
      JSON.stringify({ ...configFor(practice, printer, dispenser, reader), ...changes }),
    );
    await writeFile(path.join(folder, AUTHORITY_FILE), practice.authority ?? '');
    await writeSecrets(dataDir, {
      zgw: credentials.zgwSecret,
      klantinteracties: credentials.klantinteractiesToken,
      brp: credentials.brpApiKey,
    });
    if (hasAccounts) await placeAccounts(dataDir);
    return {
      practice,
      printer,
      dispenser,
      reader,
      configFile,
      dataDir,
      scan: async (bsn) => void (await reader.command(`scan ${practice.documentFor(bsn).join(' ')}`)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configFor(
  practice: Practice,
  printer: Simulator,
  dispenser: Simulator,
  reader: Simulator,
): Readonly<Record<string, unknown>> {
  const api = (name: string) => `${practice.origin}/${name}`;
  return {
    municipality: { name: 'Gemeente Voorbeeld', rsin: RSIN, gemeentecode: '9999' },
    location: { id: 'stadhuis', name: 'Stadhuis' },
    workstation: { id: 'B03', number: 3, counter: 3 },
    central: {
      zgw: {
        zakenUrl: api('zaken/api/v1'),
        documentenUrl: api('documenten/api/v1'),
        catalogiUrl: api('catalogi/api/v1'),
        clientId: practice.credentials.zgwClientId,
        secretName: 'zgw',
      },
      caFile: AUTHORITY_FILE,
      lateCommitSeconds: 1,
      klantinteracties: { url: api('klantinteracties/api/v1'), secretName: 'klantinteracties' },
      brp: { url: api('haalcentraal/api/brp'), secretName: 'brp' },
    },
    devices: [
      { role: 'receipt-printer', driver: 'escpos', endpoints: printer.endpoints },
      {
        role: 'ticket-dispenser',
        driver: 'escpos-numato',
        endpoints: dispenser.endpoints,
        settings: { buttons: GROUPS.length },
      },
      { role: 'document-reader', driver: 'elyctis', endpoints: reader.endpoints },
    ],
    cashDrawer: 'atCash',
    hall: { groups: GROUPS },
    display: { port: 0, interface: '127.0.0.1', languages: ['nl', 'en'] },
  };
}

async function writeSecrets(dataDir: string, secrets: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = JSON.stringify({ storeKey: STORE_KEY, secrets });
  await writeFile(path.join(dataDir, 'secrets.json'), kept, { mode: 0o600 });
}
