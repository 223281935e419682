import { existsSync } from 'node:fs';
import path from 'node:path';
import { addDays } from '../../shared/domain/dates.ts';
import { createAudit } from '../core/audit/index.ts';
import { type LoggedProcessing, readProcessingLog, UNREADABLE } from '../core/central/index.ts';
import { openStore } from '../core/store/index.ts';
import type { ErrandPlace } from './errand-place.ts';
import { HostError } from './host-error.ts';
import { writeAtomically } from './write-atomically.ts';

/** What the columns are called, and what stands in them. */
const COLUMNS: readonly (readonly [string, (line: LoggedProcessing) => string | null])[] = [
  ['begin', ({ startedAt }) => startedAt],
  ['einde', ({ endedAt }) => endedAt],
  ['activiteit', ({ activity }) => activity],
  ['doel', ({ purpose }) => purpose],
  ['medewerker', ({ loginName, staffId }) => loginName ?? staffId],
  ['naam_medewerker', ({ name }) => name],
  ['burgerservicenummer', ({ subject }) => subject],
  ['uitkomst', ({ outcome }) => outcome],
  ['zaak', ({ zaakIdentificatie }) => zaakIdentificatie],
  ['bezoek', ({ visitId }) => visitId],
  ['trace', ({ traceId }) => traceId],
];

/**
 * Writes the log of questions to the BRP and of zaken that were looked at to a file that only its user may read (CSV, RFC 4180, UTC), for protocollering
 * and for a person who asks who looked at his data; also while the application runs. The audit log notes it. Throws
 * HostError when there is no database or the file is there already, StoreError when it cannot be read.
 */
export async function exportProcessingLog(
  place: ErrandPlace,
  wanted: {
    readonly file: string;
    readonly from: string | null;
    readonly to: string | null;
    /** The burgerservicenummer of the one person whose lines are wanted. */
    readonly about: string | null;
  },
): Promise<string> {
  const { dataDir, checkpointWorker, clock } = place;
  const { file, from, to, about } = wanted;
  const database = path.join(dataDir, 'waarmee.db');
  if (!existsSync(database)) throw new HostError(`Er is nog geen gegevensbestand in ${dataDir}.`);
  if (existsSync(file)) throw new HostError(`Het bestand ${file} is er al. Kies een andere naam.`);
  const { storeKey } = place.openSecrets();
  const store = openStore({ file: database, key: storeKey, checkpointWorker, clock });
  try {
    // Days of the log are in UTC, as its times are.
    const period = { from: from ?? '0000', before: to === null ? '9999' : addDays(to, 1) };
    const lines = readProcessingLog(store, { ...period, about });
    const rows = lines.map((line) => COLUMNS.map(([, value]) => value(line)));
    const text = [COLUMNS.map(([name]) => name), ...rows].map(csvLine).join('');
    // Noted first: a file that nobody knows of would be worse than a line about a file that failed.
    createAudit({ store, clock }).record({
      who: 'waarmee',
      action: 'processingLog.exported',
      recordType: 'processing_log',
      recordId: `${from ?? ''}/${to ?? ''}`,
      detail: `${rows.length} regels${about === null ? '' : ' over één persoon'}`,
    });
    writeAtomically(file, text);
    const lost = lines.filter(({ subject }) => subject === UNREADABLE).length;
    const warning =
      lost === 0
        ? ''
        : ` Van ${lost} is niet te lezen over wie ze gaan: die regels zijn veranderd. Vraag IT.`;
    return `${rows.length} regels geschreven naar ${file}.${warning} Er staan persoonsgegevens in: bewaar het veilig.`;
  } finally {
    await store.close();
  }
}

/** Every field between quotes; one that a spreadsheet would take for a formula gets an apostrophe. */
function csvLine(fields: readonly (string | null)[]): string {
  const quoted = fields.map((field) => {
    const text = field ?? '';
    return `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  });
  return `${quoted.join(',')}\r\n`;
}
