import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page, type PlaywrightWorkerOptions } from 'playwright/test';

/** A window of its own browser whose one camera shows these JPEG pictures, over and over. */
export interface CameraWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a browser like that of the other tests, with Chromium's fake camera playing a file. */
export async function openWithCamera(
  options: PlaywrightWorkerOptions['launchOptions'],
  pictures: readonly Buffer[],
): Promise<CameraWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'waarmee-camera-'));
  const file = path.join(folder, 'camera.mjpeg');
  await writeFile(file, Buffer.concat(pictures));
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--use-file-for-fake-video-capture=${file}`],
  });
  const context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1366, height: 768 },
  });
  return {
    page: await context.newPage(),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
