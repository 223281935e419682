import { isBsn } from '../../shared/domain/bsn.ts';
import { parseMrz } from '../../shared/domain/mrz.ts';
import { today } from '../clock.ts';
import type { DriverContext } from '../driver.ts';
import { createRepeatGuard } from './repeat-guard.ts';

const SAME_DOCUMENT_MS = 5000;

/** What a reader of documents and codes tells of what it read. */
export interface Readings {
  /** True for lines that are a document: layout, all check digits and the Dutch rules fit. */
  fits(lines: readonly string[]): boolean;
  /** The lines of a machine readable zone, or none for an empty slot. */
  document(lines: readonly string[]): void;
  /** The text of a code; only the nine digits of a burgerservicenummer are passed on. */
  code(text: string): void;
}

/** Tells each document and each code once: the same within five seconds is the same thing, still lying there. */
export function createReadings({ clock, emit }: DriverContext): Readings {
  const guard = createRepeatGuard(clock, SAME_DOCUMENT_MS);
  return {
    fits: (lines) => parseMrz(lines, today(clock)).ok,
    document(lines) {
      if (!guard.isNew(lines.join('\n'))) return;
      const result = parseMrz(lines, today(clock));
      if (result.ok) emit({ type: 'documentRead', lines });
      else emit({ type: 'documentUnreadable', why: result.why });
    },
    code(text) {
      if (!guard.isNew(text)) return;
      if (isBsn(text)) emit({ type: 'codeScanned', bsn: text });
      else emit({ type: 'documentUnreadable', why: 'code' });
    },
  };
}
