import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test as base } from 'playwright/test';
import { type App, startApp } from './app.ts';
import { startTown, type Town } from './town.ts';

/** What a browser complains about while a test runs. */
export interface Complaints {
  /** Complaints that belong to the failure under test, such as a refused connection. */
  allow(pattern: RegExp): void;
  /** Hears another browser too. */
  watch(context: BrowserContext): void;
}

/** How the application of a test is started. */
export interface Started {
  /** The application that runs now. */
  current(): App;
  /** Starts it, on the same data; the former must have ended. */
  start(args?: readonly string[]): Promise<App>;
}

interface World {
  readonly config: Readonly<Record<string, unknown>>;
  readonly nodeArgs: readonly string[];
  /** Whether the workstation has its accounts from the start. */
  readonly hasAccounts: boolean;
  readonly town: Town;
  readonly started: Started;
  readonly complaints: Complaints;
  /** The application in practice mode. */
  readonly practiceApp: App;
}

/** A test with a town, the application in it, and a browser that may not complain. */
export const test = base.extend<World>({
  config: [{}, { option: true }],
  nodeArgs: [[], { option: true }],
  hasAccounts: [true, { option: true }],

  town: async ({ config, hasAccounts }, use) => {
    const town = await startTown(config, hasAccounts);
    await use(town);
    await town.stop();
  },

  started: async ({ town, nodeArgs, browser }, use) => {
    let app: App | undefined;
    const start = async (args: readonly string[] = []): Promise<App> => {
      const common = ['--config', town.configFile, '--data', town.dataDir];
      app = await startApp(
        [...common, ...(args.length > 0 ? args : ['--port', '0', '--display-port', '0'])],
        nodeArgs,
      );
      return app;
    };
    await start();
    await use({
      current: () => {
        if (!app) throw new Error('the application does not run');
        return app;
      },
      start,
    });
    await closeWindows(browser);
    await app?.stop();
  },

  practiceApp: async ({ browser }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'waarmee-e2e-'));
    const app = await startApp(['--practice', '--data', folder, '--port', '0', '--display-port', '0']);
    await use(app);
    await closeWindows(browser);
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  },

  complaints: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const heard: string[] = [];
      const watch = (watched: BrowserContext): void => {
        watched.on('console', (message) => {
          if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
        });
        watched.on('weberror', (error) => heard.push(String(error.error())));
      };
      watch(context);
      await use({ allow: (pattern) => void allowed.push(pattern), watch });
      expect(
        heard.filter((text) => !allowed.some((pattern) => pattern.test(text))),
        'errors in the browser',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** Before the application goes, so that a window that loses it is no complaint. */
async function closeWindows(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

export { expect, type Page };
