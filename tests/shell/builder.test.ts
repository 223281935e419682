import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  validateConfiguration(config: unknown, log: unknown): Promise<void>;
};
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown };
const { FuseV1Options } = require('@electron/fuses') as { FuseV1Options: Record<string, string | number> };

interface BuilderConfig {
  readonly files: readonly string[];
  readonly asarUnpack: readonly string[];
  readonly npmRebuild: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly linux: { readonly target: readonly { readonly target: string }[] };
  readonly win: { readonly target: readonly { readonly target: string }[] };
  readonly msi: { readonly perMachine: boolean; readonly upgradeCode: string };
  readonly nsis: { readonly perMachine: boolean };
}
const config = parse(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as BuilderConfig;
const validate = (value: unknown) => validateConfiguration(value, new DebugLogger(false));

test('electron-builder itself finds the configuration good, and would have found a slip', async () => {
  await validate(config);
  await expect(validate({ ...config, npmRebuidl: false })).rejects.toThrow('npmRebuidl');
  await expect(
    validate({ ...config, electronFuses: { ...config.electronFuses, runAsNode: 'no' } }),
  ).rejects.toThrow('runAsNode');
});

test('every fuse that Electron has is decided here', () => {
  const names = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
  const ours = names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).sort();
  expect(Object.keys(config.electronFuses).sort()).toEqual(ours);
});

test('the fuses shut what an attacker with access to the folder would use', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('installers are per machine, for deb, msi and nsis, and native modules stay outside the archive', () => {
  expect([...config.linux.target, ...config.win.target].map(({ target }) => target)).toEqual([
    'deb',
    'msi',
    'nsis',
  ]);
  expect([config.msi.perMachine, config.nsis.perMachine, config.npmRebuild]).toEqual([true, true, false]);
  expect(config.msi.upgradeCode).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(config.asarUnpack).toEqual(['**/*.node']);
});

test("the development tools' own Node is left out", () => {
  expect(config.files).toContain('!**/node_modules/node-*-x64/**');
});
