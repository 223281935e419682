import type { Store } from '../store/index.ts';

export interface Numbers {
  /** The next number of a series, from 1; inside a store transaction it is given back on a rollback. */
  next(series: string): number;
}

/** Number series that never give a number twice: a counter row each, not a COUNT. */
export function createNumbers({ db }: Store): Numbers {
  const next = db.prepare<[string], { last: number }>(
    'INSERT INTO number_series (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last',
  );
  return {
    next(series) {
      const row = next.get(series);
      if (!row) throw new Error('a number series gave no number');
      return row.last;
    },
  };
}

/** Number on the receipt: workstation, day and a number of that day, such as B03-20261123-0007. */
export function receiptNumber(workstation: string, day: string, n: number): string {
  return `${workstation}-${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
}

/** referentienummer of a klantcontact (Klantinteracties API: at most 10 digits): three for the workstation, seven of its own series. */
export function referentienummer(workstationNumber: number, n: number): string {
  return `${String(workstationNumber).padStart(3, '0')}${String(n % 10_000_000).padStart(7, '0')}`;
}

/** Our identificatie of a zaak, at most 40 characters; the ULID makes it unique without asking anybody. */
export function zaakIdentificatie(workstation: string, ulid: string): string {
  return `BALIE-${workstation}-${ulid}`;
}
