import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/settings/config-schema.ts';
import { loadConfig } from '../core/settings/load-config.ts';
import { HostError } from './host-error.ts';
import type { HostOptions } from './host-options.ts';
import { defaultConfigFile, type PlaceFacts } from './places.ts';

/** What a host runs with: a real configuration, or practice when there is none. */
export interface ChosenConfig {
  readonly config: Config | null;
  readonly configDir: string | null;
}

/**
 * Practice when it is asked for or nothing is configured, else the configuration. A file that is there but wrong is
 * never a reason to practise: it throws HostError with every problem on its own line.
 */
export function chooseConfig(
  options: Pick<HostOptions, 'config' | 'practice'>,
  facts: PlaceFacts,
): ChosenConfig {
  const file = options.config ?? defaultConfigFile(facts);
  if (options.practice || (options.config === null && !existsSync(file)))
    return { config: null, configDir: null };
  const loaded = loadConfig(file);
  if (loaded.ok) return { config: loaded.config, configDir: path.dirname(file) };
  const problems = loaded.problems.map((problem) => `  ${problem}`).join('\n');
  throw new HostError(
    `De configuratie klopt niet (${file}). Waarmee start niet; er is niets veranderd.\n${problems}`,
  );
}
