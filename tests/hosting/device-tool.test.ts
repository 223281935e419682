import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../../drivers/simulators/start.ts';
import type { Simulator, SimulatorKind } from '../../drivers/simulators/simulator.ts';
import { listDevices } from '../../electron/hosting/device-tool/list.ts';
import { runDeviceTool } from '../../electron/hosting/device-tool/run.ts';
import { takeInstanceLock } from '../../electron/hosting/instance-lock.ts';
import { DeviceBinding } from '../../shared/contract/device-protocol.ts';
import { testFolder } from '../helpers/store.ts';
import { PASSPORT_NL } from '../drivers/helpers/specimens.ts';

let folder: string;
let data: string;
let practice: string;
beforeEach(() => {
  folder = testFolder();
  data = path.join(folder, 'gegevens');
  practice = path.join(data, 'oefenen');
});

/** Runs the tool as in a terminal; `meanwhile` follows each line. */
async function run(
  args: readonly string[],
  meanwhile: (line: string) => void = () => {},
  stop = new AbortController(),
) {
  const lines: string[] = [];
  const code = await runDeviceTool(args, {
    facts: { platform: 'linux', env: { XDG_CONFIG_HOME: folder }, home: folder },
    say(line) {
      lines.push(line);
      meanwhile(line);
    },
    stop: stop.signal,
  });
  return { code, text: lines.join('\n') };
}
const there = (...args: string[]) => [...args, '--data', data];

async function start(kind: SimulatorKind): Promise<Simulator> {
  const simulator = await startSimulator(kind, { tcp: 0 });
  onTestFinished(() => simulator.stop());
  return simulator;
}

/** Binds devices on this workstation, as the devices page does. */
function bind(...devices: readonly { role: string; driver: string; simulator: Simulator }[]): void {
  mkdirSync(practice, { recursive: true });
  const bindings = devices.map(({ role, driver, simulator }) => ({
    role,
    driver,
    endpoints: simulator.endpoints,
    settings: {},
  }));
  writeFileSync(path.join(practice, 'settings.json'), JSON.stringify({ devices: bindings }));
}

test('check opens each device, says how it is, and ends with 1 when one is not well', async () => {
  const printer = await start('receipt-printer');
  const reader = await start('document-reader');
  bind(
    { role: 'receipt-printer', driver: 'escpos', simulator: printer },
    { role: 'document-reader', driver: 'elyctis', simulator: reader },
  );
  const well = await run(there('check'));
  expect(well.text).toMatch(/goed {2}receipt-printer {2}escpos: antwoordt/);
  expect(well.text).toMatch(/goed {2}document-reader {2}elyctis: antwoordt/);
  expect(well.code).toBe(0);

  await reader.command('unplug');
  const ill = await run(there('check', '--level', 'internal'));
  expect(ill.text).toMatch(/goed {2}receipt-printer {2}escpos: is verbonden/);
  expect(ill.text).toMatch(
    /FOUT {2}document-reader {2}elyctis: is niet verbonden \(niet verbonden\) — offline/,
  );
  expect(ill.code).toBe(1);
  expect((await run(there('check', 'receipt-printer'))).code).toBe(0);
});

test('the interactive check of a printer puts a page on paper', async () => {
  const printer = await start('receipt-printer');
  bind({ role: 'receipt-printer', driver: 'escpos', simulator: printer });
  const { code, text } = await run(there('check', 'receipt-printer', '--level', 'interactive'));
  expect([code, text]).toEqual([0, expect.stringContaining('receipt-printer: kijk naar de proefafdruk')]);
  expect(printer.printed().join()).toContain('Proefafdruk');
});

test('trace records a document without its content, and replay gives the driver the same bytes again', async () => {
  const reader = await start('document-reader');
  bind({ role: 'document-reader', driver: 'elyctis', simulator: reader });
  const file = path.join(folder, 'opname.jsonl');
  const recorded = await run(there('trace', 'document-reader', '--seconds', '2', '--out', file), (line) => {
    if (line.includes('gereed')) void reader.command(`scan ${PASSPORT_NL.join(' ')}`);
  });
  expect(recorded.code).toBe(0);
  expect(recorded.text).toMatch(/\d+ regels, zonder persoonsgegevens/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const kept = readFileSync(file, 'utf8').split('\n');
  const bytes = kept.map((line) => /"hex":"([0-9a-f]*)"/.exec(line)?.[1] ?? '').join('');
  expect(Buffer.from(bytes, 'hex').toString('latin1')).not.toContain(PASSPORT_NL[1]!.slice(0, 9));

  const replayed = await run(['replay', file]);
  expect(replayed.text).toContain('gereed');
  expect(replayed.text).toContain('document gelezen');
  expect(replayed.text).toMatch(/(\d+) van \1 stukken nagespeeld/);
  expect(replayed.code).toBe(0);

  // The driver's first question differs from what was recorded.
  const at = kept.findIndex((line) => line.includes('"direction":"sent"'));
  kept[at] = kept[at]!.replace(/"hex":"[0-9a-f]{2}/, '"hex":"7e');
  writeFileSync(file, kept.join('\n'));
  const differing = await run(['replay', file]);
  expect(differing.text).toContain(
    'De driver stuurt nu iets anders dan in de opname (the recording has other bytes in entry',
  );
  expect(differing.code).toBe(1);
});

test('Ctrl-C ends a recording, which is kept', async () => {
  bind({ role: 'receipt-printer', driver: 'escpos', simulator: await start('receipt-printer') });
  const file = path.join(folder, 'opname.jsonl');
  const stop = new AbortController();
  const begun = performance.now();
  const { code } = await run(
    there('trace', 'receipt-printer', '--seconds', '3600', '--out', file),
    (line) => line.includes('gereed') && stop.abort(),
    stop,
  );
  expect(code).toBe(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(2);
});

test('a recording that cannot be kept says where and why', async () => {
  bind({ role: 'receipt-printer', driver: 'escpos', simulator: await start('receipt-printer') });
  const file = path.join(folder, 'geen-map', 'opname.jsonl');
  await expect(run(there('trace', 'receipt-printer', '--seconds', '1', '--out', file))).rejects.toThrow(
    /geen-map.*de opname kon niet worden bewaard \(ENOENT/,
  );
});

test.each([
  ['receipt-printer', 'escpos', 'receipt-printer', {}],
  ['ticket-dispenser', 'escpos-numato', 'ticket-dispenser', {}],
  ['code-scanner', 'honeywell-scanner', 'code-scanner', { menu: 'OCRENA0' }],
  ['signature-pad', 'wacom-stu', 'signature-pad', {}],
  ['payment-terminal', 'zvt', 'payment-terminal', {}],
  ['camera', 'vc0706', 'camera', {}],
  ['fingerprint-reader', 'zfm20', 'fingerprint-reader', { purpose: 'Proef van de lezer' }],
] as const)('what a %s on %s says at its start can be played back', async (role, driver, kind, settings) => {
  const simulator = await start(kind);
  mkdirSync(practice, { recursive: true });
  const device = { role, driver, endpoints: simulator.endpoints, settings };
  writeFileSync(path.join(practice, 'settings.json'), JSON.stringify({ devices: [device] }));
  const file = path.join(folder, 'opname.jsonl');
  const recorded = await run(there('trace', role, '--seconds', kind === 'camera' ? '4' : '1', '--out', file));
  expect(recorded.text).toContain('gereed');
  const replayed = await run(['replay', file]);
  expect(replayed.text).toContain('gereed');
  expect(replayed.code).toBe(0);
});

test('list opens nothing: what is plugged in with how to bind it, and what is bound with what is wrong in it', async () => {
  const lines: string[] = [];
  const binding = DeviceBinding.parse({
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: { main: { kind: 'serial', path: '/dev/niets' } },
    settings: { rearmMs: 'nooit' },
  });
  const plugged = {
    path: '/dev/ttyACM7',
    name: 'Elyctis ID BOX',
    vendorId: '2b78',
    productId: '0005',
    serialNumber: 'A1',
  };
  const code = await listDevices(
    [binding],
    { say: (line) => void lines.push(line), stop: new AbortController().signal },
    { listPlugged: async (kind) => (kind === 'serial' ? [plugged] : []) },
  );
  const text = lines.join('\n');
  expect(text).toContain('serieel  /dev/ttyACM7  Elyctis ID BOX  2b78:0005  A1');
  expect(text).toContain('document-reader  elyctis  main /dev/niets, 9600 baud');
  expect(text).toContain('rearmMs');
  expect(code).toBe(1);
});

test('list, check and trace without a device say so', async () => {
  mkdirSync(practice, { recursive: true });
  writeFileSync(path.join(practice, 'settings.json'), '{}');
  expect((await run(there('list'))).text).toMatch(/Er is geen configuratie[\s\S]*Ingesteld:\n {2}niets/);
  await expect(run(there('check'))).rejects.toThrow('Er zijn geen apparaten ingesteld');
  await expect(run(there('trace', 'camera'))).rejects.toThrow('camera: voor deze rol is geen apparaat');
});

test('a running Waarmee keeps its devices', async () => {
  const printer = await start('receipt-printer');
  bind({ role: 'receipt-printer', driver: 'escpos', simulator: printer });
  // The process that started us lives.
  writeFileSync(path.join(practice, 'waarmee.lock'), `${process.ppid}\n`);
  await expect(run(there('check'))).rejects.toThrow(
    'Waarmee draait op deze pc en heeft de apparaten open. Er is niets gedaan.',
  );
  writeFileSync(path.join(practice, 'waarmee.lock'), '');
  expect((await run(there('check'))).code).toBe(0);
  takeInstanceLock(path.join(practice, 'waarmee.lock')).release();
});

test.each([
  [['prik'], 'prik: dit woord hoort hier niet'],
  [['check', 'printer'], 'printer: dit is geen rol; kies uit receipt-printer'],
  [['check', '--level', 'hard'], '--level: hard — kies uit internal, external, interactive'],
  [['trace'], 'hier ontbreekt een ROL'],
  [['trace', 'camera', '--seconds', '0'], '--seconds: 0 — een heel getal van 1 tot en met 3600'],
  [['replay'], 'hier ontbreekt een BESTAND'],
  [['replay', '/bestaat/niet'], 'dit is geen opname die kan worden afgespeeld'],
  [['list', 'alles'], 'alles: dit woord hoort hier niet'],
  [['list', '--snel'], '--snel: deze optie bestaat niet'],
])('%j is refused with the word at fault', async (args, problem) => {
  await expect(run(args)).rejects.toThrow(problem);
});

test('without a word it tells what is possible', async () => {
  expect((await run([])).text).toMatch(/list[\s\S]*check[\s\S]*trace[\s\S]*replay/);
});
