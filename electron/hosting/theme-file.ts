import path from 'node:path';
import type { HostPlan } from './prepare-host.ts';

/** The municipality's theme, found from the folder of the configuration; null for the application's own. */
export function themeFileOf({ config, configDir }: Pick<HostPlan, 'config' | 'configDir'>): string | null {
  const theme = config?.municipality.theme;
  return theme === undefined ? null : path.resolve(configDir ?? '.', theme);
}
