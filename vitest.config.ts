import path from 'node:path';
import { defineConfig } from 'vitest/config';

const RENDERER = 'tests/renderer/**/*.test.{ts,tsx}';
const DISPLAY = 'tests/renderer/display/**/*.test.ts';

export default defineConfig({
  test: {
    alias: { electron: path.resolve(import.meta.dirname, 'tests/helpers/fake-electron.ts') },
    server: { deps: { inline: ['electron-store'] } },
    setupFiles: ['tests/set-up.ts'],
    // On a machine that does other work besides nothing here is in a hurry; what hangs is still found.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // Many wait for a device, a disk or a deadline: one more than a small machine has cores.
    maxWorkers: 3,
    isolate: false,
    // What stands in for a browser changes the globals of its process, which the rest must not see.
    projects: [
      { extends: true, test: { name: 'windows', include: [RENDERER], exclude: [DISPLAY] } },
      // The page of a display never ends, so its process does.
      { extends: true, test: { name: 'display', include: [DISPLAY], isolate: true } },
      { extends: true, test: { name: 'core', include: ['tests/**/*.test.ts'], exclude: [RENDERER] } },
    ],
  },
});
