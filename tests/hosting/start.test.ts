import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  browserArguments,
  browserCandidates,
  hasScreen,
  openBrowser,
} from '../../electron/hosting/browser.ts';
import { chooseConfig } from '../../electron/hosting/choose-config.ts';
import { parseHostOptions } from '../../electron/hosting/host-options.ts';
import {
  defaultConfigFile,
  defaultDataDir,
  type PlaceFacts,
  practiceDataDir,
} from '../../electron/hosting/places.ts';
import { testFolder } from '../helpers/store.ts';

const linux: PlaceFacts = { platform: 'linux', env: { PATH: '/usr/bin:relative:/opt/bin' }, home: '/home/k' };
const windows: PlaceFacts = {
  platform: 'win32',
  env: {
    PROGRAMDATA: 'D:\\ProgramData',
    LOCALAPPDATA: 'C:\\Users\\k\\AppData\\Local',
    PROGRAMFILES: 'C:\\Program Files',
  },
  home: 'C:\\Users\\k',
};
const mac: PlaceFacts = { platform: 'darwin', env: {}, home: '/Users/k' };

test('configuration and data have their fixed place on every system', () => {
  expect([linux, windows, mac].map(defaultConfigFile)).toEqual([
    '/home/k/.config/waarmee/config.json',
    'D:\\ProgramData\\Waarmee\\config.json',
    '/Library/Application Support/Waarmee/config.json',
  ]);
  expect([linux, windows, mac].map(defaultDataDir)).toEqual([
    '/home/k/.local/share/waarmee',
    'C:\\Users\\k\\AppData\\Local\\Waarmee',
    '/Users/k/Library/Application Support/Waarmee',
  ]);
  const moved = { ...linux, env: { XDG_CONFIG_HOME: '/cfg', XDG_DATA_HOME: 'not/absolute' } };
  expect([defaultConfigFile(moved), defaultDataDir(moved)]).toEqual([
    '/cfg/waarmee/config.json',
    '/home/k/.local/share/waarmee',
  ]);
  expect(practiceDataDir('/data')).toBe('/data/oefenen');
});

test('options are read', () => {
  expect(
    parseHostOptions([
      '--config',
      'c.json',
      '--data=d',
      '--port',
      '0',
      '--display-port',
      '8090',
      '--no-window',
    ]),
  ).toEqual({
    config: 'c.json',
    data: 'd',
    port: 0,
    displayPort: 8090,
    window: false,
    practice: false,
    verifyAudit: false,
    checkCentral: false,
    exportProcessingLog: null,
    from: null,
    about: false,
    to: null,
    hall: null,
    dryRun: false,
    help: false,
  });
});

test.each([
  [['--port', '70000'], '--port: 70000'],
  [['--display-port', 'abc'], '--display-port: abc'],
  [['--prot', '1'], '--prot'],
  [['--from', '23-11-2026'], '--from: 23-11-2026'],
  [['los woord'], 'los woord'],
  [['--about', '999993653'], 'hoort op de standaardinvoer'],
  [['--practice', '--config', 'c.json'], 'gaan niet samen'],
])('%j is refused and says why', (args, why) => {
  expect(() => parseHostOptions(args)).toThrow(why);
});

test('nothing configured means practice; a wrong configuration never does', () => {
  const folder = testFolder();
  const facts: PlaceFacts = { platform: 'linux', env: { XDG_CONFIG_HOME: folder }, home: folder };
  const none = { config: null, practice: false };
  expect(chooseConfig(none, facts)).toEqual({ config: null, configDir: null });
  const file = path.join(folder, 'config.json');
  writeFileSync(file, '{"workstation":{"number":1000}}');
  expect(() => chooseConfig({ ...none, config: file }, facts)).toThrow(
    'workstation.number: 1000 — verwacht: een heel getal van 1 tot en met 999',
  );
  expect(() => chooseConfig({ ...none, config: path.join(folder, 'absent.json') }, facts)).toThrow(
    'is niet te lezen (ENOENT)',
  );
  copyFileSync(path.resolve(import.meta.dirname, '../../resources/config.example.json'), file);
  expect(chooseConfig({ ...none, config: file }, facts)).toMatchObject({
    config: { workstation: { id: 'SH01' } },
    configDir: folder,
  });
  expect(chooseConfig({ config: null, practice: true }, facts).config).toBeNull();
});

test('an installed browser is looked for where each system has it, and only at absolute places', () => {
  expect(browserCandidates(linux).slice(0, 2)).toEqual(['/usr/bin/chromium', '/opt/bin/chromium']);
  expect(browserCandidates(linux).join()).not.toContain('relative');
  expect(browserCandidates(windows)[0]).toBe('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(browserCandidates(mac)[0]).toContain('/Applications/Google Chrome.app');
  expect([hasScreen(linux), hasScreen({ ...linux, env: { DISPLAY: ':0' } }), hasScreen(windows)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('the window has a profile of its own and keeps the sandbox', () => {
  const args = browserArguments('http://127.0.0.1:1/?link=x', '/data/browser', { width: 1366, height: 768 });
  expect(args).toContain('--app=http://127.0.0.1:1/?link=x');
  expect(args).toContain('--user-data-dir=/data/browser');
  expect(args.join(' ')).not.toMatch(/no-sandbox|disable-web-security|remote-debugging/);
});

test('a browser that refuses to start is known from one that a person closed', async () => {
  expect(await openBrowser(process.execPath, ['-e', 'process.exit(3)']).ended).toBe('failed');
  expect(await openBrowser(path.join(testFolder(), 'absent'), []).ended).toBe('failed');
  expect(await openBrowser(process.execPath, ['-e', '']).ended).toBe('closed');
  const open = openBrowser(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await open.stop();
  await open.stop();
  await open.ended;
});
