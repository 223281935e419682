import { existsSync } from 'node:fs';
import path from 'node:path';
import { createAudit } from '../../core/audit/index.ts';
import {
  hallServerOf,
  moveHall,
  NewerHallError,
  type Rebuilt,
  rebuildPostgresHall,
  rebuildSqliteHall,
  withHallServer,
} from '../../core/hall/index.ts';
import type { Config } from '../../core/settings/config-schema.ts';
import { openStore, type Store } from '../../core/store/index.ts';
import { readHallAuthorities } from '../authorities-file.ts';
import { HostError } from '../host-error.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import type { PlaceFacts } from '../places.ts';
import { type HostPlan, planHost } from '../prepare-host.ts';
import { openSecretsFile } from '../secrets-file.ts';
import { systemClock } from '../system.ts';
import { HALL_HELP, type HallRequest, parseHallOptions } from './options.ts';
import { movedLines, rebuiltLines } from './words.ts';

export interface HallToolDeps {
  readonly facts: PlaceFacts;
  readonly checkpointWorker: string | URL;
  readonly say: (line: string) => void;
}

type Asked = Exclude<HallRequest, { what: 'help' }>;
type Plan = HostPlan & { readonly config: Config };

/**
 * Carries out one request on the hall and gives the exit code: 0 nothing differed or all was moved, 1 something differed
 * or the move was refused. Throws HostError for what cannot be carried out.
 */
export async function runHallTool(args: readonly string[], deps: HallToolDeps): Promise<number> {
  const request = parseHallOptions(args);
  if (request.what === 'help') {
    deps.say(HALL_HELP);
    return 0;
  }
  const { config, ...place } = planHost({ ...request, practice: false }, deps.facts);
  if (config === null)
    throw new HostError('Er is geen configuratie. Noem haar met --config BESTAND. Er is niets veranderd.');
  const plan = { ...place, config };
  return request.what === 'rebuild' ? rebuild(plan, request, deps) : move(plan, request, deps);
}

async function rebuild(plan: Plan, { dryRun }: Asked, deps: HallToolDeps): Promise<number> {
  const { hall, location } = plan.config;
  const how = { mend: !dryRun };
  const shared = hall.engine.kind === 'postgresql';
  // A window that is open would not see that its own file was mended; a shared hall is read again by itself.
  const rebuilt = await withStore(plan, { alone: how.mend && !shared, ...deps }, async (store, read) => {
    const found: Rebuilt = shared
      ? await onServer(plan, read, (run) => rebuildPostgresHall(run, location.id, how))
      : rebuildSqliteHall(store, location.id, how);
    if (how.mend && found.days.length > 0)
      note(store, 'hall.rebuilt', location.id, `${found.days.length} dagen`);
    return found;
  });
  for (const line of rebuiltLines(rebuilt, how.mend)) deps.say(line);
  return rebuilt.days.length === 0 ? 0 : 1;
}

async function move(plan: Plan, { dryRun }: Asked, deps: HallToolDeps): Promise<number> {
  const { hall, location } = plan.config;
  if (hall.engine.kind !== 'postgresql')
    throw new HostError(
      'hall.engine in de configuratie is geen postgresql: zet daar eerst de database waarheen de wachtruimte gaat. Er is niets veranderd.',
    );
  const keep = !dryRun;
  const moved = await withStore(plan, { alone: true, ...deps }, async (store, read) => {
    const answer = await onServer(plan, read, (run) => moveHall(run, { store, location: location.id, keep }));
    if (keep && answer.outcome === 'moved')
      note(store, 'hall.moved', location.id, `${answer.events} gebeurtenissen`);
    return answer;
  });
  for (const line of movedLines(moved, keep)) deps.say(line);
  return moved.outcome === 'refused' ? 1 : 0;
}

function note(store: Store, action: string, location: string, detail: string): void {
  const audit = createAudit({ store, clock: systemClock });
  audit.record({ who: 'waarmee', action, recordType: 'location', recordId: location, detail });
}

type ReadSecret = (name: string) => string | undefined;

/** Opens the file of this workstation; `alone`: only while no Waarmee runs on it, which then can't start halfway either. */
async function withStore<T>(
  { dataDir }: Plan,
  { alone, checkpointWorker }: { readonly alone: boolean; readonly checkpointWorker: string | URL },
  work: (store: Store, read: ReadSecret) => Promise<T>,
): Promise<T> {
  const file = path.join(dataDir, 'waarmee.db');
  if (!existsSync(file)) throw new HostError(`Er is nog geen gegevensbestand in ${dataDir}.`);
  const lock = alone ? takeLock(dataDir) : null;
  try {
    const { storeKey, read } = openSecretsFile(path.join(dataDir, 'secrets.json'), file);
    const store = openStore({ file, key: storeKey, checkpointWorker, clock: systemClock });
    try {
      return await work(store, read);
    } finally {
      await store.close();
    }
  } finally {
    lock?.release();
  }
}

function takeLock(dataDir: string) {
  try {
    return takeInstanceLock(path.join(dataDir, 'waarmee.lock'));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new HostError('Waarmee draait op deze gegevensmap. Er is niets gedaan. Sluit Waarmee eerst.');
  }
}

async function onServer<T>(
  plan: Plan,
  read: ReadSecret,
  work: Parameters<typeof withHallServer<T>>[1],
): Promise<T> {
  const server = hallServerOf(plan.config, { read, authorities: readHallAuthorities(plan) });
  if (server === null) throw new Error('no database is configured');
  try {
    return await withHallServer(server, work);
  } catch (error) {
    const where = `${server.host}:${server.port}/${server.database}`;
    if (error instanceof NewerHallError)
      throw new HostError(
        `De tabellen in ${where} zijn van een nieuwere Waarmee. Er is niets veranderd. Werk deze eerst bij.`,
      );
    // What the driver and the server say has a code; all that it undid is undone.
    if (error instanceof Error && ('code' in error || error.message.startsWith('Connection terminated')))
      throw new HostError(
        `De database van de wachtruimte (${where}) deed het niet: ${error.message}. Wat niet klaar was, is niet gebeurd; dezelfde opdracht kan opnieuw.`,
      );
    throw error;
  }
}
