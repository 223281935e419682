import { renameSync, statSync } from 'node:fs';
import pino from 'pino';
import type { Log } from '../core/ports.ts';
import { redact } from './redact.ts';

const MAX_BYTES = 20 * 1024 * 1024;

/** A log that a host keeps in a file and closes at the end. */
export interface HostLog extends Log {
  /** Brings what is still in memory to the file. */
  flush(): void;
}

/**
 * A structured log (one JSON object a line) in `file`, readable by its owner only. A file over 20 MB is set aside at the
 * start, so that a workstation keeps at most two.
 */
export function openLogFile(file: string): HostLog {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.old`);
  const destination = pino.destination({ dest: file, sync: true, mkdir: true, mode: 0o600 });
  // A full disk must not stop the counter because its log can't be written.
  destination.on('error', () => undefined);
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' },
    destination,
  );
  return {
    info: (event, fields = {}) => logger.info(redact(fields), event),
    warn: (event, fields = {}) => logger.warn(redact(fields), event),
    error: (event, fields = {}) => logger.error(redact(fields), event),
    flush: () => destination.flushSync(),
  };
}
