import { problemLine } from '../../shared/lib/schema-problems.ts';
import { mergeBindings } from '../core/devices/index.ts';
import type { Log } from '../core/ports.ts';
import { missingAgendaSecret, missingHallSecret, missingSecrets } from '../core/settings/missing-secrets.ts';
import { judgeConfig } from './judge-config.ts';
import type { HostPlan } from './prepare-host.ts';
import type { HostSecrets } from './secrets-file.ts';
import type { SettingsPort } from './settings-file.ts';

/**
 * Tells IT, on the terminal and in the log, what is wrong with which the counter can still work; before a window opens.
 * Practice has nothing to tell.
 */
export function tellStartNotices(deps: {
  readonly plan: HostPlan;
  readonly settings: SettingsPort;
  readonly secrets: HostSecrets;
  readonly log: Log;
  readonly say: (line: string) => void;
}): void {
  const { plan, secrets } = deps;
  const { config } = plan;
  if (config === null) return;
  const bindings = mergeBindings(config.devices, deps.settings.get('devices') ?? []);
  const problems = [
    ...judgeConfig(config, bindings, plan.configDir),
    ...[
      ...missingSecrets(config.central, secrets),
      ...missingHallSecret(config.hall, secrets),
      ...missingAgendaSecret(config.agenda, secrets),
    ].map(
      ({ key, name }) =>
        `${problemLine(key, JSON.stringify(name), 'een geheim dat op deze pc is bewaard')}. ${secrets.howToKeep(name)}`,
    ),
  ];
  if (problems.length === 0) return;
  deps.say('Let op, dit moet IT verhelpen. De balie start, maar kan hierdoor niet alles:');
  for (const problem of problems) {
    deps.say(`  ${problem}`);
    deps.log.warn('config.problem', { problem });
  }
}
