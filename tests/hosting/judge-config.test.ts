import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Config } from '../../electron/core/settings/config-schema.ts';
import { parseConfig } from '../../electron/core/settings/load-config.ts';
import { judgeConfig } from '../../electron/hosting/judge-config.ts';
import { tellStartNotices } from '../../electron/hosting/start-notices.ts';
import type { DeviceBinding } from '../../shared/contract/device-binding.ts';
import { createTestLog } from '../helpers/log.ts';
import { testFolder } from '../helpers/store.ts';

const loaded = parseConfig(
  readFileSync(path.resolve(import.meta.dirname, '../../resources/config.example.json'), 'utf8'),
);
if (!loaded.ok) throw new Error(loaded.problems.join());
/** Without the files of the municipality. */
const { theme: _theme, logo: _logo, ...municipality } = loaded.config.municipality;
const example: Config = { ...loaded.config, municipality };

/** The problems of the example after one change of the binding of a role. */
function judged(role: DeviceBinding['role'], change: Partial<DeviceBinding>): string[] {
  const devices = example.devices.map((binding) =>
    binding.role === role ? { ...binding, ...change } : binding,
  );
  return judgeConfig(example, devices, '/nergens');
}

test('the example has nothing that a driver or a theme would trip over', () => {
  expect(judgeConfig(example, example.devices, '/nergens')).toEqual([]);
});

test.each<[DeviceBinding['role'], Partial<DeviceBinding>, string]>([
  [
    'receipt-printer',
    { driver: 'escpoz' },
    'devices (receipt-printer): driver: "escpoz" — verwacht: een van escpos',
  ],
  [
    'receipt-printer',
    { driver: 'elyctis' },
    'devices (receipt-printer): driver: "elyctis" — verwacht: een van escpos',
  ],
  [
    'receipt-printer',
    { settings: { columns: 900 } },
    'devices (receipt-printer): settings.columns: 900 — verwacht: een heel getal van 24 tot en met 64',
  ],
  [
    'receipt-printer',
    { settings: { profile: 'epson' } },
    'devices (receipt-printer): settings.profile: "epson" — verwacht: een van epson-tm-t88, ',
  ],
  [
    'document-reader',
    { settings: { snelheid: 1 } },
    'devices (document-reader): settings.snelheid: deze sleutel bestaat niet — verwacht: de sleutels ',
  ],
  [
    'ticket-dispenser',
    { endpoints: { printer: { kind: 'tcp', host: '192.0.2.20', port: 9100 } } },
    'devices (ticket-dispenser): endpoints.buttons: ontbreekt — verwacht: de sleutels printer, buttons',
  ],
  [
    'ticket-dispenser',
    { settings: { buttons: 2 } },
    'hall.groups.2.button: 3 — verwacht: een knop van 1 tot en met 2, zoveel heeft de nummerzuil (devices, settings.buttons)',
  ],
])('%s with %j is told by key, value and expectation', (role, change, problem) => {
  const problems = judged(role, change);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

test.each(['theme', 'logo'] as const)(
  'a %s that is not there is told with where it was looked for',
  (key) => {
    const folder = testFolder();
    const file = path.join(folder, 'bestand');
    const config = { ...example, municipality: { ...municipality, [key]: 'bestand' } };
    expect(judgeConfig(config, [], folder)).toEqual([
      `municipality.${key}: "bestand" — verwacht: een bestand dat er is (${file})`,
    ]);
    writeFileSync(file, '');
    expect(judgeConfig(config, [], folder)).toEqual([]);
  },
);

function told(config: Config | null, kept: readonly string[], devices: readonly DeviceBinding[] = []) {
  const lines: string[] = [];
  const log = createTestLog();
  tellStartNotices({
    plan: { config, configDir: '/nergens', dataDir: '/nergens' },
    settings: {
      get: (key) => (key === 'devices' ? ([...devices] as never) : undefined),
      set: () => undefined,
    },
    secrets: {
      storeKey: Buffer.alloc(32),
      read: (name) => (kept.includes(name) ? 'waarde' : undefined),
      howToKeep: (name) => `Bewaar ${name}.`,
    },
    log,
    say: (line) => lines.push(line),
  });
  return { lines, log: log.lines };
}

test('a secret that was never kept is told on the terminal and in the log, with what to do', () => {
  const { lines, log } = told(example, ['zgw', 'klantinteracties', 'agenda', 'notifynl']);
  const problem =
    'central.brp.secretName: "brp" — verwacht: een geheim dat op deze pc is bewaard. Bewaar brp.';
  expect(lines).toEqual([
    'Let op, dit moet IT verhelpen. De balie start, maar kan hierdoor niet alles:',
    `  ${problem}`,
  ]);
  expect(log).toEqual([{ level: 'warn', event: 'config.problem', fields: { problem } }]);
});

test('what was bound on this workstation is judged in place of the configuration', () => {
  const all = ['zgw', 'klantinteracties', 'brp', 'agenda', 'notifynl'];
  expect(told(example, all).lines).toEqual([]);
  const [printer] = example.devices;
  if (!printer) throw new Error('the example has a printer');
  expect(told(example, all, [{ ...printer, driver: 'weg' }]).lines).toHaveLength(2);
});

test('practice has nothing to tell', () => {
  expect(told(null, [])).toEqual({ lines: [], log: [] });
});
