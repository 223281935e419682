import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { appFiles } from './hosting/app-files.ts';
import {
  browserArguments,
  browserCandidates,
  type BrowserWindow,
  hasScreen,
  openBrowser,
} from './hosting/browser.ts';
import { isErrand, runErrand } from './hosting/errand.ts';
import { createFrontDoor } from './hosting/front-door.ts';
import { HostError } from './hosting/host-error.ts';
import { OPTIONS_HELP, parseHostOptions } from './hosting/host-options.ts';
import type { PlaceFacts } from './hosting/places.ts';
import { PRACTICE_COUNTER } from './hosting/practice-counter.ts';
import { asPortError, displayProblem, kioskLine } from './hosting/port-problem.ts';
import { planHost, takeFolder } from './hosting/prepare-host.ts';
import { openExistingSecrets, openSecretsFile } from './hosting/secrets-file.ts';
import { openSettingsFile, type SettingsPort } from './hosting/settings-file.ts';
import { systemClock } from './hosting/system.ts';
import { themeFileOf } from './hosting/theme-file.ts';

/** The plain Node host: the application behind loopback HTTP, shown by the installed Chromium, Chrome or Edge. */
const facts: PlaceFacts = { platform: process.platform, env: process.env, home: homedir() };
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseHostOptions(process.argv.slice(2));
  if (options.help) return say(OPTIONS_HELP);
  const plan = planHost(options, facts);
  const files = appFiles(import.meta.url, null);
  if (!existsSync(path.join(files.rendererDir, 'counter.html')))
    throw new HostError('De schermen zijn nog niet gebouwd. Voer eerst uit: npm run build');
  const { dataDir } = plan;
  const secretFiles = [path.join(dataDir, 'secrets.json'), path.join(dataDir, 'waarmee.db')] as const;
  if (isErrand(options)) {
    const openSecrets = () => openExistingSecrets(...secretFiles);
    const { text, exitCode } = await runErrand(options, plan, files, {
      clock: systemClock,
      openSecrets,
      input: process.stdin,
    });
    process.exitCode = exitCode;
    return say(text);
  }
  const { log, stops } = takeFolder(dataDir);

  let leaving: Promise<void> | undefined;
  const leave = (): Promise<void> => {
    leaving ??= stops.stop();
    return leaving;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());

  try {
    const secrets = openSecretsFile(...secretFiles);
    const settings = openSettingsFile(path.join(dataDir, 'settings.json'));
    if (plan.config !== null) {
      const { tellStartNotices } = await import('./hosting/start-notices.ts');
      tellStartNotices({ plan, settings, secrets, log, say });
    }
    const frontDoor = createFrontDoor({
      rendererDir: files.rendererDir,
      themeFile: themeFileOf(plan),
      clock: systemClock,
      log,
    });
    stops.add('front door', () => frontDoor.close());
    const port = options.port ?? 0;
    const loopback = await frontDoor.open(port).catch((error: unknown) => {
      throw asPortError(error, port);
    });
    const counter = { counter: plan.config?.workstation.counter ?? PRACTICE_COUNTER };
    if (plan.config === null) say('Oefenomgeving: alles is nagemaakt, niets gaat naar een echt systeem.');
    say(`Balie: ${loopback.mintLink(counter)}`);
    const window = options.window ? openWindow(loopback.mintLink(counter), dataDir, settings) : null;
    if (window) {
      stops.add('window', () => window.stop());
      void window.ended.then((how) => {
        if (leaving) return;
        if (how === 'closed') say('Het venster is gesloten. Waarmee stopt.');
        else say('Er kon geen venster open. Open het adres achter "Balie:" in een browser op deze pc.');
        if (how === 'closed') void leave();
      });
    }
    // The rest is loaded while the browser starts.
    const { startApplication } = await import('./hosting/start-application.ts');
    const host = await startApplication({
      ...plan,
      storeKey: secrets.storeKey,
      secrets,
      files,
      log,
      displayPort: options.displayPort,
      settings,
      version: versionOf(files.resourcesDir),
      frontDoor,
    });
    stops.add('host', () => host.stop());
    // Somebody was quicker than the start.
    if (leaving) return host.stop();
    say((await displayProblem(host, options.displayPort)) ?? `Scherm: ${host.displays.current()?.url}`);
    const kiosk = await kioskLine(host);
    if (kiosk !== null) say(kiosk);
  } catch (error) {
    await leave();
    throw error;
  }
}

function openWindow(link: string, dataDir: string, settings: SettingsPort): BrowserWindow | null {
  if (!hasScreen(facts)) {
    say('Hier is geen beeldscherm voor een venster. Open het adres achter "Balie:" op deze pc.');
    return null;
  }
  const program = browserCandidates(facts).find((candidate) => existsSync(candidate));
  if (program === undefined) {
    say(
      'Geen Chromium, Chrome of Edge gevonden. Open het adres achter "Balie:" in een andere browser op deze pc.',
    );
    return null;
  }
  const size = settings.get('window') ?? { width: 1366, height: 768 };
  return openBrowser(program, browserArguments(link, path.join(dataDir, 'browser'), size));
}

function versionOf(resourcesDir: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(resourcesDir, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

main().catch(async (error: unknown) => {
  const { errorText } = await import('./hosting/error-text.ts');
  process.stderr.write(`${errorText(error)}\n`);
  process.exitCode = 1;
});
