import diagnostics from 'node:diagnostics_channel';
import path from 'node:path';
import { createCore } from '../../electron/core/create-core.ts';
import { practiceAccounts } from '../../electron/core/session/index.ts';
import { Config } from '../../electron/core/settings/config-schema.ts';
import { PRACTICE_SECRETS, practiceConfig } from '../../electron/hosting/practice-config.ts';
import { createIds } from '../../electron/hosting/system.ts';
import type { CentralFacts } from './central-process.ts';
import { answerQuestions } from './peer.ts';
import { scaledClock, type Timescale } from './scaled-clock.ts';

/** The application of a run, in a process of its own: what it is started with. */
export interface CounterOptions extends CentralFacts {
  readonly dataDir: string;
  /** Hex. */
  readonly storeKey: string;
  readonly time: Timescale;
  readonly aheadMs: number;
  readonly timeoutSeconds: number;
  readonly parallelZaken: number;
  readonly partsAboveMb: number;
  readonly reserveNumbers: number;
}

/** A call of the clerk's window, or another setting of the clock. */
export type CounterQuestion =
  | { readonly name: string; readonly input: unknown }
  | { readonly aheadMs: number };

/** A request that the application sent: told before an answer came. */
export interface SentRequest {
  readonly method: string;
  /** Whole address. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

const options = JSON.parse(process.argv[2] ?? '') as CounterOptions;
const root = path.resolve(import.meta.dirname, '../..');
const nowhere = { main: { kind: 'tcp', host: '127.0.0.1', port: 9 } } as const;
const clock = scaledClock(options.time, options.aheadMs);
const config = practiceConfig({
  origin: options.origin,
  zgwClientId: options.credentials.zgwClientId,
  receiptPrinter: nowhere,
  ticketDispenser: nowhere,
  documentReader: nowhere,
  codeScanner: nowhere,
  displayPort: 0,
});
const secrets = new Map<string, string>([
  [PRACTICE_SECRETS.zgw, options.credentials.zgwSecret],
  [PRACTICE_SECRETS.klantinteracties, options.credentials.klantinteractiesToken],
  [PRACTICE_SECRETS.brp, options.credentials.brpApiKey],
  [PRACTICE_SECRETS.notify, options.credentials.notifyApiKey],
]);
const core = await createCore({
  config: Config.parse({
    ...config,
    devices: [],
    // Appointments come from elsewhere; what is judged here is what goes to the central systems.
    agenda: undefined,
    central: {
      ...config.central,
      timeoutSeconds: options.timeoutSeconds,
      parallelZaken: options.parallelZaken,
      partsAboveMb: options.partsAboveMb,
      reserveNumbers: options.reserveNumbers,
    },
    session: { idleLockMinutes: 240 },
  }),
  dataDir: options.dataDir,
  storeKey: Buffer.from(options.storeKey, 'hex'),
  clock,
  ids: createIds(),
  log: {
    info: () => undefined,
    warn: () => undefined,
    error: (event, fields) => console.error(event, fields),
  },
  secrets: { read: (name) => secrets.get(name) },
  authorities: [options.authority],
  resourcesDir: path.join(root, 'resources'),
  fontsDir: path.join(root, 'resources/fonts'),
  logoFile: null,
  checkpointWorker: new URL('../../electron/core/store/checkpoint-worker.ts', import.meta.url),
  spawnDevices: null,
  localDevices: { read: () => [], write: () => undefined },
  practice: null,
  practiceAccounts: true,
  displays: { url: () => null, list: () => [], refresh: () => false },
  version: '0',
});
const caller = { audience: 'counter', client: 'window', counter: 1 } as const;
const [clerk] = practiceAccounts;
const { loginName, passphrase } = clerk ?? { loginName: '', passphrase: '' };
const login = await core.dispatch('session.login', { loginName, passphrase }, caller);
if (!login.ok) throw new Error(`login: ${login.error.code}`);

const tell = answerQuestions((question) => {
  const asked = question as CounterQuestion;
  return 'name' in asked ? core.dispatch(asked.name, asked.input, caller) : clock.setAhead(asked.aheadMs);
});
// undici tells of every request it makes (its documentation: api/DiagnosticsChannel).
diagnostics.subscribe('undici:request:create', (message) => {
  const { request } = message as {
    readonly request: {
      readonly origin: string;
      readonly path: string;
      readonly method: string;
      readonly headers: readonly string[];
      readonly body: unknown;
    };
  };
  const { headers, body } = request;
  const sent: SentRequest = {
    method: request.method,
    url: `${request.origin}${request.path}`,
    headers: Array.from({ length: headers.length / 2 }, (_, index) => [
      headers[2 * index] ?? '',
      headers[2 * index + 1] ?? '',
    ]),
    body: body === null || body === undefined ? null : textOf(body),
  };
  tell(sent);
});

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '(another kind of body)';
}
