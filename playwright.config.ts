import { existsSync } from 'node:fs';
import { defineConfig } from 'playwright/test';

// The first is the same browser without a window of its own, and faster.
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = process.env['WAARMEE_CHROMIUM'] ?? CHROMIUM.find((file) => existsSync(file));
if (!executablePath) throw new Error('No Chromium found: install it, or name it in WAARMEE_CHROMIUM');

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // What fades in has no colours of its own to judge yet.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      executablePath,
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
});
