import path from 'node:path';
import type { HostPlan } from './prepare-host.ts';

/** The municipality's theme, found from the folder of the configuration; null for the application's own. */
export function themeFileOf({ config, configDir }: Pick<HostPlan, 'config' | 'configDir'>): string | null {
  return besideConfig(configDir, config?.municipality.theme);
}

/** The municipality's logo for tickets and receipts, found in the same way; null for none. */
export function logoFileOf({ config, configDir }: Pick<HostPlan, 'config' | 'configDir'>): string | null {
  return besideConfig(configDir, config?.municipality.logo);
}

function besideConfig(configDir: string | null, file: string | undefined): string | null {
  return file === undefined ? null : path.resolve(configDir ?? '.', file);
}
