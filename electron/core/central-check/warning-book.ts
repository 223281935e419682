import { CatalogueWarning } from '../../../shared/contract/central-check.ts';
import type { Store } from '../store/index.ts';

const NEVER: CatalogueWarning = { at: null, catalogue: [], products: [] };

/** What the last look through the catalogus found; kept over a restart. */
export interface WarningBook {
  read(): CatalogueWarning;
  write(warning: CatalogueWarning): void;
}

/** See `WarningBook`. What an older version of the application kept in another form counts as never looked. */
export function createWarningBook({ db }: Pick<Store, 'db'>): WarningBook {
  const get = db.prepare<[], string>('SELECT body FROM catalogue_check').pluck();
  const put = db.prepare('INSERT OR REPLACE INTO catalogue_check (one, body) VALUES (1, ?)');
  return {
    read() {
      const body = get.get();
      if (body === undefined) return NEVER;
      const kept = CatalogueWarning.safeParse(JSON.parse(body));
      return kept.success ? kept.data : NEVER;
    },
    write: (warning) => void put.run(JSON.stringify(warning)),
  };
}

/** True when somebody in IT has something to do. */
export function isWarning({ catalogue, products }: CatalogueWarning): boolean {
  return catalogue.length + products.length > 0;
}
