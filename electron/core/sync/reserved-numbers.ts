import { isZaakNumber } from '../../../shared/domain/zaak-number.ts';
import type { Zgw } from '../central/index.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Offers } from './offers.ts';

const CALL = 'zaaknummer_reserveren';
/** After a failure: the outbox has a pace of its own, this need not be told twice a second. */
const PAUSE_MS = 60_000;

/** Numbers of the zaaksysteem in stock, so that a receipt shows one also while it is away. */
export interface ReservedNumbers {
  /** The next number, inside the open transaction: given back on a rollback. Undefined when the stock is empty. */
  take(): string | undefined;
  /** Asks for as many as the stock lacks; never throws, and asks one time at once. */
  fill(): Promise<void>;
}

/** See `ReservedNumbers`. A number whose answer was lost is a gap in the series of the zaaksysteem, and nothing else. */
export function createReservedNumbers(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly offers: Offers;
  readonly zaken: () => Zgw['zaken'];
  readonly rsin: string;
  /** How many there should be; 0: we number zaken ourselves. */
  readonly keep: number;
  readonly stopped: () => boolean;
}): ReservedNumbers {
  const { store, clock, log, offers, rsin, keep } = deps;
  const { db } = store;
  const left = db.prepare<[], number>('SELECT count(*) FROM reserved_number WHERE used_at IS NULL').pluck();
  const take = db
    .prepare<[string], string>(
      `UPDATE reserved_number SET used_at = ?
       WHERE seq = (SELECT min(seq) FROM reserved_number WHERE used_at IS NULL) RETURNING number`,
    )
    .pluck();
  const add = db.prepare(
    'INSERT INTO reserved_number (number, reserved_at) VALUES (?, ?) ON CONFLICT (number) DO NOTHING',
  );
  let asking = false;
  let notBefore = 0;

  const ask = async (): Promise<void> => {
    const lacking = keep - (left.get() ?? 0);
    const now = clock.now().getTime();
    const waits = now < notBefore && notBefore - now <= PAUSE_MS;
    if (asking || lacking <= 0 || waits || !offers.mayTry('zaken', CALL)) return;
    asking = true;
    const answer = await deps
      .zaken()
      .reserve(rsin, lacking)
      .finally(() => {
        asking = false;
      });
    if (deps.stopped()) return;
    if (answer.ok) {
      const at = clock.now().toISOString();
      store.atomically(() => answer.value.filter(isZaakNumber).forEach((number) => add.run(number, at)));
      return;
    }
    const { kind, status } = answer.error;
    log.info('sync.numbersNotReserved', { kind, status: status ?? 0 });
    notBefore = clock.now().getTime() + PAUSE_MS;
    if (kind === 'notFound' || status === 405) offers.isMissing('zaken', CALL);
  };

  const fill = async (): Promise<void> => {
    try {
      await ask();
    } catch (error) {
      // A full disk: the numbers that came are gaps in the series, and zaken get ours until there is room again.
      notBefore = clock.now().getTime() + PAUSE_MS;
      log.error('sync.numbersNotKept', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };

  return {
    take: () => (keep > 0 ? take.get(clock.now().toISOString()) : undefined),
    fill,
  };
}
