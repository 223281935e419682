import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    alias: { electron: path.resolve(import.meta.dirname, 'tests/helpers/fake-electron.ts') },
    server: { deps: { inline: ['electron-store'] } },
    testTimeout: 15_000,
    maxWorkers: 2,
  },
});
