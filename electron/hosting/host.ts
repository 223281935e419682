import path from 'node:path';
import { type Core, createCore } from '../core/create-core.ts';
import type { DeviceChannel } from '../core/devices/index.ts';
import type { Clock, Secrets } from '../core/ports.ts';
import type { Config } from '../core/settings/config-schema.ts';
import { type DisplayServer, startDisplayServer } from '../http/display-server.ts';
import { type KioskServer, startKioskServer } from '../http/kiosk-server.ts';
import type { Loopback } from '../http/loopback.ts';
import type { AppFiles } from './app-files.ts';
import { createFrontDoor, type FrontDoor } from './front-door.ts';
import type { HostLog } from './log-file.ts';
import { judgeConfig } from './judge-config.ts';
import { readAuthorities, readHallAuthorities } from './authorities-file.ts';
import { type PracticeWorld, startPracticeWorld } from './practice-world.ts';
import { createStopOrder } from '../core/stop-order.ts';
import { displaysOf, keepServer, type ServerKeeper } from './server-keeper.ts';
import type { SettingsPort } from './settings-file.ts';
import { createIds } from './system.ts';
import { logoFileOf, themeFileOf } from './theme-file.ts';

export interface HostDeps {
  /** The configuration, or null for practice mode. */
  readonly config: Config | null;
  /** The folder of this mode; practice has one of its own. */
  readonly dataDir: string;
  /** Folder of the configuration file, by which a relative theme file is found. */
  readonly configDir: string | null;
  readonly storeKey: Buffer;
  readonly secrets: Secrets;
  readonly files: AppFiles;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly spawnDevices: () => DeviceChannel;
  readonly settings: SettingsPort;
  /** null: as configured. */
  readonly displayPort: number | null;
  readonly version: string;
  /** Where a host has opened it already; else one is made. */
  readonly frontDoor?: FrontDoor;
}

/** The running application with its displays, as both hosts use it. */
export interface Host {
  readonly core: Core;
  readonly config: Config;
  readonly practice: boolean;
  readonly displays: ServerKeeper<DisplayServer>;
  /** Null where the configuration has no kiosk. */
  readonly kiosk: ServerKeeper<KioskServer> | null;
  readonly themeFile: string | null;
  /** Origins of our own servers on this PC, to which a link in the window may lead. */
  ownOrigins(): readonly string[];
  /** A server for a counter window in a browser on this PC; stopped with the host. */
  startLoopback(port: number): Promise<Loopback>;
  /** Stops everything in the opposite order of starting. */
  stop(): Promise<void>;
}

/** The clerk sees the window first; the devices have the time in which he logs in. */
const DEVICES_AFTER_MS = 700;

/** Starts core, displays and, without a configuration, the practice world. On failure nothing stays behind. */
export async function startHost(deps: HostDeps): Promise<Host> {
  const { files, clock, log } = deps;
  const stops = createStopOrder(log);
  const themeFile = themeFileOf(deps);
  const frontDoor =
    deps.frontDoor ?? createFrontDoor({ rendererDir: files.rendererDir, themeFile, clock, log });
  let secondCounter: Loopback | undefined;
  let displays: ServerKeeper<DisplayServer> | undefined;
  try {
    const world = deps.config === null ? await startWorld() : null;
    if (world) stops.add('practice', () => world.stop());
    const config = deps.config ?? worldConfig(world);
    const core = await createCore({
      config,
      dataDir: deps.dataDir,
      storeKey: deps.storeKey,
      clock,
      ids: createIds(),
      log,
      secrets: world?.secrets ?? deps.secrets,
      authorities: world?.authorities ?? readAuthorities(deps),
      hallAuthorities: world ? [] : readHallAuthorities(deps),
      resourcesDir: files.resourcesDir,
      fontsDir: files.fontsDir,
      // The practice town has our icon for a coat of arms.
      logoFile: world ? path.join(files.resourcesDir, 'icons', '64x64.png') : logoFileOf(deps),
      checkpointWorker: files.checkpointWorker,
      // Also without devices: IT binds the first one by trying it.
      spawnDevices: deps.spawnDevices,
      devicesAfterMs: DEVICES_AFTER_MS,
      localDevices: {
        read: () => deps.settings.get('devices') ?? [],
        write: (bindings) => deps.settings.set('devices', [...bindings]),
      },
      judge: (bindings) => judgeConfig(config, bindings, deps.configDir),
      practice: world?.controls ?? null,
      practiceAccounts: world !== null,
      displays: displaysOf(() => displays?.current() ?? null),
      version: deps.version,
    });
    stops.add('core', () => core.stop());
    const keeper = keepServer(
      () =>
        startDisplayServer({
          board: core.board,
          rendererDir: files.rendererDir,
          themeFile,
          profiles: config.display.profiles,
          visitors: config.display.visitorPage
            ? {
                pages: core.visitorPages,
                where: `${config.municipality.name} · ${config.location.name}`,
              }
            : null,
          address: config.display.interface,
          port: deps.displayPort ?? config.display.port,
          maxPerAddress: config.display.perAddress,
          version: deps.version,
          clock,
          log,
        }),
      { clock, log, event: 'display.notStarted' },
    );
    displays = keeper;
    stops.add('displays', () => keeper.stop());
    const { kiosk } = config;
    const kioskKeeper =
      kiosk &&
      keepServer(
        () =>
          startKioskServer({
            core,
            rendererDir: files.rendererDir,
            themeFile,
            address: kiosk.interface,
            port: kiosk.port,
            key: kiosk.secretName === undefined ? null : readKey(deps.secrets, kiosk.secretName),
            counter: config.workstation.counter,
            elapsed: () => performance.now(),
            log,
          }),
        { clock, log, event: 'kiosk.notStarted' },
      );
    if (kioskKeeper) stops.add('kiosk', () => kioskKeeper.stop());
    // Last in, first out: at the end the doors close before the application behind them.
    stops.add('front door', () => frontDoor.close());
    frontDoor.started(core);
    if (world) secondCounter = await frontDoor.open(0);
    return {
      core,
      config,
      practice: world !== null,
      displays: keeper,
      kiosk: kioskKeeper ?? null,
      themeFile,
      ownOrigins: () =>
        [secondCounter?.origin, keeper.current()?.url, kioskKeeper?.current()?.url]
          .filter((address) => address !== undefined)
          .map((address) => new URL(address).origin),
      startLoopback: frontDoor.open,
      stop: () => stops.stop(),
    };
  } catch (error) {
    frontDoor.failed(error);
    await stops.stop();
    await frontDoor.close();
    throw error;
  }

  function startWorld(): Promise<PracticeWorld> {
    return startPracticeWorld({
      dataDir: deps.dataDir,
      resourcesDir: files.resourcesDir,
      displayPort: deps.displayPort ?? 0,
      clock,
      log,
      // A server of its own: cookies of one address would make two windows of one browser the same counter.
      secondCounter: () => {
        if (!secondCounter) throw new Error('the second counter is not ready yet');
        return { url: secondCounter.mintLink({ counter: 2 }), counter: 2 };
      },
    });
  }
}

function worldConfig(world: PracticeWorld | null): Config {
  if (!world) throw new Error('a host needs a configuration or a practice world');
  return world.config;
}

/** The key of the kiosk; without one on a network nobody gets in, and the log says why. */
function readKey(secrets: Secrets, name: string): string {
  const key = secrets.read(name);
  if (key === undefined)
    throw Object.assign(new Error('the key of the kiosk was never kept'), { code: 'NO_KEY' });
  return key;
}
