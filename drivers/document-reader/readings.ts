import { isBsn } from '../../shared/domain/bsn.ts';
import { checkMrz, type MrzCheck } from '../../shared/domain/mrz.ts';
import { today } from '../clock.ts';
import type { DriverContext } from '../driver.ts';
import { createRepeatGuard } from './repeat-guard.ts';

const SAME_DOCUMENT_MS = 5000;

/** Lines of a machine readable zone, none for an empty slot, and whether layout, all check digits and the Dutch rules fit. */
export interface Reading {
  readonly lines: readonly string[];
  readonly result: MrzCheck;
}

/** What a reader of documents and codes tells of what it read. */
export interface Readings {
  judge(lines: readonly string[]): Reading;
  document(reading: Reading): void;
  /** The text of a code; only the nine digits of a burgerservicenummer are passed on. */
  code(text: string): void;
}

/** Tells each document and each code once: the same within five seconds is the same thing, still lying there. */
export function createReadings({ clock, emit }: DriverContext): Readings {
  const guard = createRepeatGuard(clock, SAME_DOCUMENT_MS);
  return {
    judge: (lines) => ({ lines, result: checkMrz(lines, today(clock)) }),
    document({ lines, result }) {
      if (!guard.isNew(lines.join('\n'))) return;
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
