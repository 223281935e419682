import { expect, test } from 'vitest';
import { violations } from './import-rules.ts';
import { importsOf, sourceFiles } from './source-files.ts';

test('every import stays within the rules of its room', () => {
  const files = sourceFiles('shared', 'drivers', 'electron', 'renderer');
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(violations)).toEqual([]);
});

test.each([
  ['shared/domain/x.ts', "import fs from 'node:fs';"],
  ['drivers/receipt-printer/x.ts', "import { SerialPort } from 'serialport';"],
  ['drivers/process.ts', "import { createCore } from '../electron/core/create-core.ts';"],
  ['electron/core/hall/x.ts', "import { app } from 'electron';"],
  ['electron/core/hall/x.ts', "import { createSession } from '../session/passphrase.ts';"],
  ['electron/core/devices/x.ts', "import { openDriver } from '../../../drivers/registry.ts';"],
  ['electron/http/x.ts', "import { createCore } from '../core/create-core.ts';"],
  ['electron/hosting/x.ts', "import { safeStorage } from 'electron';"],
  ['electron/preload.ts', "import { z } from 'zod';"],
  ['renderer/counter/x.tsx', "const fs = await import('node:fs');"],
  ['renderer/counter/x.tsx', "import { openStore } from '../../electron/core/store/index.ts';"],
  ['elsewhere/x.ts', "import 'zod';"],
])('a planted violation in %s is found', (name, text) => {
  expect(violations({ name, imports: importsOf(name, text) })).toHaveLength(1);
});

test('types of the drivers may enter the core', () => {
  const text =
    "import type { Driver } from '../../../drivers/driver.ts';\nimport { type A, type B } from '../../../drivers/driver.ts';";
  expect(
    violations({
      name: 'electron/core/devices/x.ts',
      imports: importsOf('electron/core/devices/x.ts', text),
    }),
  ).toEqual([]);
});
