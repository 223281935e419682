import { isBsn } from '../../shared/domain/bsn.ts';
import type { AppFiles } from './app-files.ts';
import type { ErrandEnd, ErrandPlace } from './errand-place.ts';
import { firstLine } from './first-line.ts';
import { HostError } from './host-error.ts';
import type { HostOptions } from './host-options.ts';
import type { HostPlan } from './prepare-host.ts';

/** Standard input. */
type ErrandInput = AsyncIterable<string | Buffer>;

type ErrandOptions = Pick<
  HostOptions,
  'verifyAudit' | 'checkCentral' | 'exportProcessingLog' | 'from' | 'to' | 'about' | 'hall' | 'dryRun'
>;

/** Whether the command line asks for something that ends by itself, instead of for the counter. */
export function isErrand({ verifyAudit, checkCentral, exportProcessingLog, hall }: ErrandOptions): boolean {
  return verifyAudit || checkCentral || exportProcessingLog !== null || hall !== null;
}

/**
 * Does what the command line asks and that ends by itself; also beside a running Waarmee, of which it takes nothing,
 * unless it says that Waarmee has to be closed.
 * Throws HostError with what IT can do, StoreError when the database cannot be read.
 */
export async function runErrand(
  options: ErrandOptions,
  plan: HostPlan,
  files: Pick<AppFiles, 'checkpointWorker' | 'resourcesDir'>,
  { clock, openSecrets, input }: Pick<ErrandPlace, 'clock' | 'openSecrets'> & { readonly input: ErrandInput },
): Promise<ErrandEnd> {
  const { checkpointWorker, resourcesDir } = files;
  const place = { dataDir: plan.dataDir, checkpointWorker, clock, openSecrets };
  if (options.verifyAudit) {
    const { verifyAudit } = await import('./verify-audit.ts');
    const { intact, line } = await verifyAudit(place);
    return { text: line, exitCode: intact ? 0 : 1 };
  }
  if (options.exportProcessingLog !== null) {
    const { exportProcessingLog } = await import('./export-processing-log.ts');
    const { exportProcessingLog: file, from, to } = options;
    const about = options.about ? await bsnFrom(input) : null;
    return { text: await exportProcessingLog(place, { file, from, to, about }), exitCode: 0 };
  }
  if (options.hall !== null) {
    const { runHallErrand } = await import('./hall-tool/hall-errand.ts');
    return runHallErrand({ what: options.hall, dryRun: options.dryRun }, plan, place);
  }
  const { checkCentralSide } = await import('./check-central.ts');
  const { ok, lines } = await checkCentralSide(plan, resourcesDir, place);
  return { text: lines.join('\n'), exitCode: ok ? 0 : 1 };
}

async function bsnFrom(input: ErrandInput): Promise<string> {
  const text = (await firstLine(input)).trim();
  if (isBsn(text)) return text;
  throw new HostError(
    '--about: op de standaardinvoer staat geen burgerservicenummer; het heeft negen cijfers en voldoet aan de elfproef',
  );
}
