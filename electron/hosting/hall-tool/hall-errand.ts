import type { AuditAction } from '../../../shared/domain/audit-action.ts';
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
import type { ErrandEnd, ErrandPlace } from '../errand-place.ts';
import { HostError } from '../host-error.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import type { HostPlan } from '../prepare-host.ts';
import { movedLines, rebuiltLines } from './words.ts';

/** What is asked of the hall; `dryRun`: say what would happen, and do nothing. */
export interface HallErrand {
  readonly what: 'rebuild' | 'move';
  readonly dryRun: boolean;
}

type Plan = HostPlan & { readonly config: Config };

/**
 * Carries out one errand on the hall; the exit code is 0 when nothing differed or all was moved, 1 when something differed
 * or the move was refused. Throws HostError for what cannot be carried out.
 */
export async function runHallErrand(
  { what, dryRun }: HallErrand,
  { config, ...plan }: HostPlan,
  place: ErrandPlace,
): Promise<ErrandEnd> {
  if (config === null)
    throw new HostError('Er is geen configuratie. Noem haar met --config BESTAND. Er is niets veranderd.');
  const asked = { ...plan, config };
  return what === 'rebuild' ? rebuild(asked, dryRun, place) : move(asked, dryRun, place);
}

async function rebuild(plan: Plan, dryRun: boolean, place: ErrandPlace): Promise<ErrandEnd> {
  const { hall, location } = plan.config;
  const how = { mend: !dryRun };
  const shared = hall.engine.kind === 'postgresql';
  // A window that is open would not see that its own file was mended; a shared hall is read again by itself.
  const rebuilt = await withStore(place, how.mend && !shared, async (store, read) => {
    const found: Rebuilt = shared
      ? await onServer(plan, read, (run) => rebuildPostgresHall(run, location.id, how))
      : rebuildSqliteHall(store, location.id, how);
    if (how.mend && found.days.length > 0)
      note(store, place, 'hall.rebuilt', location.id, `${found.days.length} dagen`);
    return found;
  });
  const text = [...rebuiltLines(rebuilt, how.mend)].join('\n');
  return { text, exitCode: rebuilt.days.length === 0 ? 0 : 1 };
}

async function move(plan: Plan, dryRun: boolean, place: ErrandPlace): Promise<ErrandEnd> {
  const { hall, location } = plan.config;
  if (hall.engine.kind !== 'postgresql')
    throw new HostError(
      'hall.engine in de configuratie is geen postgresql: zet daar eerst de database waarheen de wachtruimte gaat. Er is niets veranderd.',
    );
  const keep = !dryRun;
  const moved = await withStore(place, true, async (store, read) => {
    const answer = await onServer(plan, read, (run) => moveHall(run, { store, location: location.id, keep }));
    if (keep && answer.outcome === 'moved')
      note(store, place, 'hall.moved', location.id, `${answer.events} gebeurtenissen`);
    return answer;
  });
  const text = movedLines(moved, keep).join('\n');
  return { text, exitCode: moved.outcome === 'refused' ? 1 : 0 };
}

function note(
  store: Store,
  { clock }: Pick<ErrandPlace, 'clock'>,
  action: AuditAction,
  location: string,
  detail: string,
): void {
  const audit = createAudit({ store, clock });
  audit.record({ who: 'waarmee', action, recordType: 'location', recordId: location, detail });
}

type ReadSecret = (name: string) => string | undefined;

/** Opens the file of this workstation; `alone`: only while no Waarmee runs on it, which then can't start halfway either. */
async function withStore<T>(
  { dataDir, checkpointWorker, clock, openSecrets }: ErrandPlace,
  alone: boolean,
  work: (store: Store, read: ReadSecret) => Promise<T>,
): Promise<T> {
  const file = path.join(dataDir, 'waarmee.db');
  if (!existsSync(file)) throw new HostError(`Er is nog geen gegevensbestand in ${dataDir}.`);
  const lock = alone ? takeLock(dataDir) : null;
  try {
    const { storeKey, read } = openSecrets();
    const store = openStore({ file, key: storeKey, checkpointWorker, clock });
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
