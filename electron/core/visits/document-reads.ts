import type { MrzDocument } from '../../../shared/domain/mrz.ts';
import type { Clock, Ids } from '../ports.ts';

export interface DocumentRead {
  readonly readId: string;
  readonly counter: number;
  readonly document: MrzDocument;
  readonly at: Date;
}

const KEEP_MS = 5 * 60_000;

export interface DocumentReads {
  add(counter: number, document: MrzDocument): DocumentRead;
  byId(readId: string): DocumentRead | undefined;
  /** The document that waits for the clerk's decision at a counter. */
  offered(counter: number): DocumentRead | undefined;
  offer(read: DocumentRead): void;
  settle(counter: number): void;
}

/** Documents that were read in the last minutes; in memory only. */
export function createDocumentReads(clock: Clock, ids: Ids): DocumentReads {
  const reads = new Map<string, DocumentRead>();
  const offered = new Map<number, string>();
  const fresh = (read: DocumentRead | undefined) =>
    read && clock.now().getTime() - read.at.getTime() < KEEP_MS ? read : undefined;
  return {
    add(counter, document) {
      for (const [readId, read] of reads) if (!fresh(read)) reads.delete(readId);
      const read = { readId: ids.uuid(), counter, document, at: clock.now() };
      reads.set(read.readId, read);
      return read;
    },
    byId: (readId) => fresh(reads.get(readId)),
    offered: (counter) => fresh(reads.get(offered.get(counter) ?? '')),
    offer: (read) => void offered.set(read.counter, read.readId),
    settle: (counter) => void offered.delete(counter),
  };
}
