import { homedir } from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog, ipcMain, protocol, safeStorage, session, shell, utilityProcess } from 'electron';
import { appFiles } from './hosting/app-files.ts';
import { isErrand, runErrand } from './hosting/errand.ts';
import { errorText } from './hosting/error-text.ts';
import { startHost } from './hosting/host.ts';
import { OPTIONS_HELP, parseHostOptions } from './hosting/host-options.ts';
import { displayProblem } from './hosting/port-problem.ts';
import { planHost, takeFolder } from './hosting/prepare-host.ts';
import { tellStartNotices } from './hosting/start-notices.ts';
import { systemClock } from './hosting/system.ts';
import { createCounterWindow, loadCounterPage } from './shell/counter-window.ts';
import { spawnDeviceUtility } from './shell/device-channel.ts';
import { guardWebContents } from './shell/guards.ts';
import { openHostSecrets } from './shell/host-secrets.ts';
import { createIpcDoor } from './shell/ipc.ts';
import { isFirstInstance, stopBeforeQuit } from './shell/lifecycle.ts';
import { openExternal } from './shell/open-external.ts';
import { limitPermissions } from './shell/permissions.ts';
import { APP_SCHEME, createAppProtocol } from './shell/protocol.ts';
import { openSettings } from './shell/settings.ts';
import { storeSecret, takeStoreSecret } from './shell/store-secret.ts';

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);

async function start(): Promise<void> {
  const { secretName, rest } = takeStoreSecret(process.argv.slice(app.isPackaged ? 1 : 2));
  const options = parseHostOptions(rest);
  if (options.help) {
    process.stdout.write(`${OPTIONS_HELP}\n`);
    return app.exit(0);
  }
  const plan = planHost(options, { platform: process.platform, env: process.env, home: homedir() });
  app.setPath('userData', path.join(plan.dataDir, 'electron'));
  const files = appFiles(import.meta.url, app.isPackaged ? process.resourcesPath : null);
  if (isErrand(options)) {
    await app.whenReady();
    const openSecrets = () => openHostSecrets(safeStorage, plan);
    // On a terminal nobody can close a message box.
    const { text, exitCode } = await runErrand(options, plan, files, {
      clock: systemClock,
      openSecrets,
      input: process.stdin,
    }).catch((error: unknown) => ({ text: errorText(error), exitCode: 1 }));
    process.stdout.write(`${text}\n`);
    return app.exit(exitCode);
  }
  let window: BrowserWindow | null = null;
  if (!isFirstInstance(app, () => window)) return app.exit(0);
  const { log, stops } = takeFolder(plan.dataDir);
  stopBeforeQuit(app, () => stops.stop());
  const links = { httpsHosts: [], ownOrigins: (): readonly string[] => [] };
  guardWebContents(app, (url) => openExternal(url, links, (allowed) => shell.openExternal(allowed)));

  await app.whenReady();
  const secrets = openHostSecrets(safeStorage, plan);
  if (secretName !== null) return storeSecret(secretName, process.stdin, secrets).then(() => app.quit());
  const settings = openSettings(plan.dataDir);
  tellStartNotices({ plan, settings, secrets, log, say: (line) => void process.stdout.write(`${line}\n`) });
  const host = await startHost({
    ...plan,
    files,
    log,
    secrets,
    storeKey: secrets.storeKey,
    clock: systemClock,
    spawnDevices: () =>
      spawnDeviceUtility((...utility) => utilityProcess.fork(...utility), files.deviceProcess),
    displayPort: options.displayPort,
    settings,
    version: app.getVersion(),
  });
  stops.add('host', () => host.stop());
  links.ownOrigins = host.ownOrigins;
  protocol.handle(APP_SCHEME.scheme, createAppProtocol(files.rendererDir, host.themeFile));
  const door = createIpcDoor({ core: host.core, ipc: ipcMain, log });
  stops.add('door', () => door.stop());
  limitPermissions(session.defaultSession, (contents) => door.isAdmitted(contents));

  const icon = path.join(files.resourcesDir, 'icons', '256x256.png');
  const facts = { preload: files.preload, icon, development: !app.isPackaged };
  window = createCounterWindow(facts, settings);
  door.admit(window.webContents, host.config.workstation.counter);
  await loadCounterPage(window);
  const message = await displayProblem(host, options.displayPort);
  // Beside the window, and nobody waits for an answer: the counter works.
  if (message !== null) void dialog.showMessageBox(window, { type: 'warning', message });
}

/** The start, for whoever has to wait for it; what goes wrong is shown and ends the application. */
export const started = start().catch((error: unknown) => {
  dialog.showErrorBox('Waarmee start niet', error instanceof Error ? error.message : 'Onbekende fout');
  app.exit(1);
});
