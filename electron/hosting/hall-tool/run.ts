import path from 'node:path';
import type { PlaceFacts } from '../places.ts';
import { planHost } from '../prepare-host.ts';
import { openExistingSecrets } from '../secrets-file.ts';
import { systemClock } from '../system.ts';
import { runHallErrand } from './hall-errand.ts';
import { HALL_HELP, parseHallOptions } from './options.ts';

export interface HallToolDeps {
  readonly facts: PlaceFacts;
  readonly checkpointWorker: string | URL;
  readonly say: (line: string) => void;
}

/** Carries out one request on the hall in a terminal and gives the exit code of runHallErrand; throws HostError as it does. */
export async function runHallTool(args: readonly string[], deps: HallToolDeps): Promise<number> {
  const request = parseHallOptions(args);
  if (request.what === 'help') {
    deps.say(HALL_HELP);
    return 0;
  }
  const plan = planHost({ ...request, practice: false }, deps.facts);
  const { dataDir } = plan;
  const files = [path.join(dataDir, 'secrets.json'), path.join(dataDir, 'waarmee.db')] as const;
  const { text, exitCode } = await runHallErrand({ what: request.what, dryRun: request.dryRun }, plan, {
    dataDir,
    checkpointWorker: deps.checkpointWorker,
    clock: systemClock,
    openSecrets: () => openExistingSecrets(...files),
  });
  deps.say(text);
  return exitCode;
}
