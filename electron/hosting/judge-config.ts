import { existsSync } from 'node:fs';
import { buttonsOf, judgeBinding } from '../../drivers/registry.ts';
import type { DeviceBinding } from '../../shared/contract/device-binding.ts';
import { problemLine } from '../../shared/lib/schema-problems.ts';
import type { Config } from '../core/settings/config-schema.ts';
import { logoFileOf, themeFileOf } from './theme-file.ts';

/**
 * What is wrong in a configuration with which the counter can still work: a device that its driver cannot use, a button
 * that is not there, a theme or logo that is not found. Lines for IT with key, value and what is expected.
 */
export function judgeConfig(
  config: Config,
  bindings: readonly DeviceBinding[],
  configDir: string | null,
): string[] {
  const { theme, logo } = config.municipality;
  return [
    ...missingFile('municipality.theme', theme, themeFileOf({ config, configDir })),
    ...missingFile('municipality.logo', logo, logoFileOf({ config, configDir })),
    ...bindings.flatMap((binding) =>
      judgeBinding(binding).map((problem) => `devices (${binding.role}): ${problem}`),
    ),
    ...missingButtons(config.hall.groups, bindings),
  ];
}

function missingFile(key: string, value: string | undefined, file: string | null): string[] {
  if (file === null || existsSync(file)) return [];
  return [problemLine(key, JSON.stringify(value), `een bestand dat er is (${file})`)];
}

function missingButtons(groups: Config['hall']['groups'], bindings: readonly DeviceBinding[]): string[] {
  const dispenser = bindings.find(({ role }) => role === 'ticket-dispenser');
  const count = dispenser && buttonsOf(dispenser);
  if (count === undefined) return [];
  return groups.flatMap(({ button }, index) =>
    button === undefined || button <= count
      ? []
      : [
          problemLine(
            `hall.groups.${index}.button`,
            String(button),
            `een knop van 1 tot en met ${count}, zoveel heeft de nummerzuil (devices, settings.buttons)`,
          ),
        ],
  );
}
