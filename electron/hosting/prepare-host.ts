import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/settings/config-schema.ts';
import { chooseConfig } from './choose-config.ts';
import type { HostOptions } from './host-options.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { type HostLog, openLogFile } from './log-file.ts';
import { defaultDataDir, type PlaceFacts, practiceDataDir } from './places.ts';
import { createStopOrder, type StopOrder } from '../core/stop-order.ts';

/** What a host runs with, and where: decided before anything is opened. */
export interface HostPlan {
  /** null: practice. */
  readonly config: Config | null;
  readonly configDir: string | null;
  /** The folder of this mode, made when it was not there. */
  readonly dataDir: string;
}

/** Reads the configuration and finds the data folder; throws HostError with every problem of the configuration. */
export function planHost(
  options: Pick<HostOptions, 'config' | 'practice' | 'data'>,
  facts: PlaceFacts,
): HostPlan {
  const chosen = chooseConfig(options, facts);
  const baseDir = path.resolve(options.data ?? defaultDataDir(facts));
  const dataDir = chosen.config === null ? practiceDataDir(baseDir) : baseDir;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return { ...chosen, dataDir };
}

/** A data folder that belongs to this process. */
export interface TakenFolder {
  readonly log: HostLog;
  /** Gives log and folder back last. */
  readonly stops: StopOrder;
}

/** Takes the data folder before its secrets or store are touched; throws HostError when another Waarmee has it. */
export function takeFolder(dataDir: string): TakenFolder {
  const lock = takeInstanceLock(path.join(dataDir, 'waarmee.lock'));
  const log = openLogFile(path.join(dataDir, 'logs', 'waarmee.log'));
  const stops = createStopOrder(log);
  stops.add('lock', () => lock.release());
  stops.add('log', () => log.flush());
  return { log, stops };
}
