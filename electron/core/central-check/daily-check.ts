import type { CatalogueWarning } from '../../../shared/contract/central-check.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Log } from '../ports.ts';
import type { Catalogue } from '../sync/index.ts';
import { type CheckedProduct, checkProducts } from './product-check.ts';
import { type CheckDeps, type Lines, openLines, systemFindings } from './systems.ts';
import { isWarning, type WarningBook } from './warning-book.ts';

export interface DailyCheckDeps extends CheckDeps {
  readonly log: Log;
  readonly products: () => readonly Product[];
  /** The zaaktypen as last seen: of one that did not change only its etag is asked. */
  readonly catalogue: Catalogue;
  readonly book: WarningBook;
  /** The warning came, went or changed. */
  readonly changed: () => void;
  /** Numbers from 0 up to 1. */
  readonly random: () => number;
}

/** The check of the zaaktypen that runs by itself. */
export interface DailyCheck {
  /** Takes over what the check by hand found, when it saw all products. */
  note(rows: readonly CheckedProduct[]): void;
  /** Resolves when no check is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** [at least, spread over], in minutes: the computers of a municipality start together and must not ask together. */
const FIRST = [3, 12] as const;
const DAILY = [23 * 60, 120] as const;
/** The catalogus did not answer. */
const AWAY = [15, 15] as const;
/** IT is mending something: it wants to see the warning go. */
const WARNED = [65, 20] as const;

/**
 * Looks through the catalogus some minutes after the start, unless that was done in the last day, and then once a day.
 * While the catalogus is away, what was found before stays.
 */
export function keepDailyCheck(deps: DailyCheckDeps): DailyCheck {
  const { clock, book, log } = deps;
  let cancel: () => void = () => undefined;
  let lines: Lines | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const wait = ([least, spread]: readonly [number, number], startMs = 0): void => {
    cancel();
    const ms = (least + spread * deps.random()) * MINUTE_MS;
    cancel = clock.after(Math.max(startMs, ms), () => {
      running = run();
    });
  };

  function keep(found: Omit<CatalogueWarning, 'at'>): void {
    const before = book.read();
    const warning = { ...found, at: clock.now().toISOString() };
    book.write(warning);
    if (isWarning(warning))
      log.warn('central.catalogueLacks', {
        products: warning.products.map(({ productId }) => productId).join(' '),
      });
    if (isWarning(before) || isWarning(warning)) deps.changed();
    wait(isWarning(warning) ? WARNED : DAILY);
  }

  async function run(): Promise<void> {
    lines = openLines(deps, { loginName: 'waarmee', name: 'Waarmee' });
    const { catalogi } = lines.zgw;
    try {
      const zaaktypen = {
        versionsOf: catalogi.versionsOf,
        versionAt: (url: string) => deps.catalogue.at(catalogi, url),
      };
      const day = amsterdamDay(clock.now());
      const { rows, error } = await checkProducts(zaaktypen, null, deps.products(), day);
      if (stopped) return;
      if (error?.kind === 'unreachable' || error?.kind === 'unknownOutcome') return wait(AWAY);
      const catalogue = error ? systemFindings(lines, 'catalogi', { ok: false, error }) : [];
      keep({ catalogue, products: lackingOf(rows) });
    } catch (error) {
      log.error('central.catalogueCheckFailed', { error: error instanceof Error ? error.name : 'unknown' });
      if (!stopped) wait(AWAY);
    } finally {
      await lines.http.stop();
    }
  }

  const last = book.read();
  const age = last.at === null ? Infinity : clock.now().getTime() - Date.parse(last.at);
  const isFresh = !isWarning(last) && age >= 0 && age < DAILY[0] * MINUTE_MS;
  wait(FIRST, isFresh ? DAILY[0] * MINUTE_MS - age + DAILY[1] * deps.random() * MINUTE_MS : 0);

  return {
    note(rows) {
      if (!stopped && rows.every(({ checked }) => checked))
        keep({ catalogue: [], products: lackingOf(rows) });
    },
    idle: () => running,
    async stop() {
      stopped = true;
      cancel();
      await lines?.http.stop();
      await running;
    },
  };
}

function lackingOf(rows: readonly CheckedProduct[]): CatalogueWarning['products'] {
  return rows
    .filter(({ catalogue }) => catalogue.length > 0)
    .map(({ productId, name, zaaktype, catalogue }) => ({
      productId,
      name,
      zaaktype,
      findings: [...catalogue],
    }));
}
