import { addDays, amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Answer, CentralError, Zgw } from '../central/index.ts';
import type { KeptZaken } from '../kept-zaken/index.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { backOffMs } from './back-off.ts';

/** The window and its first visitor come first; and not all counters that open at eight ask at the same moment. */
const FIRST_MS = 60_000;
const SPREAD_MS = 300_000;
const EVERY_MS = 900_000;
/** Between two questions, and while the clerk or the outbox goes first. */
const PACE_MS = 250;
const BUSY_MS = 1000;
/** After a failure: nobody waits for this. */
const SHORTEST_WAIT_MS = 60_000;
/** At most 1000 zaken of a version of a zaaktype; of more, those that started first are left out. */
const MOST_PAGES = 10;
const TOGETHER = 25;

/** Reads in the background which zaken wait for their second visit; starts by itself. */
export interface ZakenReader {
  stop(): Promise<void>;
}

/**
 * Once a day all that are open, newest first; in between those that were started or closed since the day before. For whom a
 * zaak is, is asked once. One question at a time, never while `isBusy`; a failure waits longer each time.
 */
export function createZakenReader(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly kept: KeptZaken;
  /** Identificaties of the zaaktypen whose zaken are picked up. */
  readonly zaaktypen: () => readonly string[];
  readonly zgw: () => Zgw;
  readonly rsin: string;
  /** Only zaken that started in the last so many days; 0: nothing is read. */
  readonly days: number;
  readonly isBusy: () => boolean;
}): ZakenReader {
  const { store, clock, log, random, kept, rsin } = deps;
  const ended = new AbortController();
  let failures = 0;
  let running = Promise.resolve();
  let wake: () => void = () => undefined;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (ended.signal.aborted) return resolve();
      const cancel = clock.after(ms, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  const ask = async <T>(question: (zgw: Zgw) => Promise<Answer<T>>): Promise<Answer<T>> => {
    await wait(PACE_MS);
    while (!ended.signal.aborted && deps.isBusy()) await wait(BUSY_MS);
    if (ended.signal.aborted)
      return { ok: false, error: { kind: 'unreachable', system: 'zaken', notAsked: true } };
    return question(deps.zgw());
  };

  /** The addresses of all versions under which an open zaak can have been started. */
  const versions = async (oldest: string): Promise<Answer<ReadonlyMap<string, string>>> => {
    const urls = new Map<string, string>();
    for (const identificatie of deps.zaaktypen()) {
      const found = await ask(({ catalogi }) => catalogi.versionsOf(identificatie));
      if (!found.ok) return found;
      for (const { url, concept, eindeGeldigheid } of found.value)
        if (!concept && (!eindeGeldigheid || eindeGeldigheid > oldest)) urls.set(url, identificatie);
    }
    return { ok: true, value: urls };
  };
  const readList = async (
    [url, zaaktype]: readonly [string, string],
    which: { readonly startedFrom: string; readonly closedAfter?: string },
    seenAt: string,
  ): Promise<CentralError | undefined> => {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = { ...which, bronorganisatie: rsin, zaaktype: url };
      const answer = await ask(({ zaken }) => zaken.zakenPage(query, page));
      if (!answer.ok) return answer.error;
      const { zaken, more } = answer.value;
      store.atomically(() => {
        for (const { identificatie: zaakIdentificatie, url, omschrijving, startdatum, einddatum } of zaken)
          if (einddatum) kept.forget(zaakIdentificatie);
          else kept.keep({ zaakIdentificatie, url, zaaktype, omschrijving, startedOn: startdatum, seenAt });
      });
      if (!more) return undefined;
    }
    log.info('sync.zakenCutOff', { pages: MOST_PAGES });
    return undefined;
  };
  const readHolders = async (): Promise<CentralError | undefined> => {
    for (;;) {
      const unasked = kept.unasked(TOGETHER);
      const told = new Map<string, string | null>();
      let error: CentralError | undefined;
      for (const { zaakIdentificatie, url } of unasked) {
        const answer = await ask(({ zaken }) => zaken.rollen(url, 'initiator'));
        if (answer.ok) told.set(zaakIdentificatie, answer.value[0]?.betrokkeneIdentificatie?.inpBsn || null);
        else if (answer.error.kind === 'refused' || answer.error.kind === 'notFound')
          told.set(zaakIdentificatie, null);
        else {
          error = answer.error;
          break;
        }
      }
      store.atomically(() => told.forEach((bsn, zaak) => kept.setHolder(zaak, bsn)));
      if (error || unasked.length < TOGETHER) return error;
    }
  };
  const read = async (): Promise<CentralError | undefined> => {
    const at = clock.now().toISOString();
    const today = amsterdamDay(clock.now());
    const oldest = addDays(today, -deps.days);
    const before = kept.readUpTo();
    const since = before?.wholeOn === today ? addDays(before.readOn, -1) : undefined;
    const urls = await versions(oldest);
    if (!urls.ok) return urls.error;
    for (const version of urls.value) {
      const error =
        since === undefined
          ? await readList(version, { startedFrom: oldest }, at)
          : ((await readList(version, { startedFrom: since }, at)) ??
            (await readList(version, { startedFrom: oldest, closedAfter: addDays(since, -1) }, at)));
      if (error) return error;
    }
    store.atomically(() => {
      if (since === undefined) kept.forgetUnseenSince(at);
      kept.setReadUpTo({ wholeOn: today, readOn: today });
    });
    return readHolders();
  };

  const waitAfter = (error: CentralError | 'fault' | undefined): number => {
    if (error === undefined) {
      failures = 0;
      return EVERY_MS * (0.75 + random() / 2);
    }
    failures += 1;
    if (error === 'fault') return EVERY_MS;
    log.info('sync.zakenNotRead', { kind: error.kind, status: error.status ?? 0 });
    // What refuses now will not think better of it within a minute.
    const mayPass = error.kind === 'unreachable' || error.kind === 'unknownOutcome';
    const least = mayPass ? SHORTEST_WAIT_MS : EVERY_MS;
    return Math.max(least, backOffMs(failures, random), error.retryAfterMs ?? 0);
  };
  const keepReading = async (): Promise<void> => {
    await wait(FIRST_MS + random() * SPREAD_MS);
    while (!ended.signal.aborted) {
      const error = await read().catch((fault: unknown) => {
        log.error('sync.zakenNotKept', { error: fault instanceof Error ? fault.name : 'unknown' });
        return 'fault' as const;
      });
      if (!ended.signal.aborted) await wait(waitAfter(error));
    }
  };

  if (deps.days > 0) running = keepReading();
  return {
    async stop() {
      ended.abort();
      wake();
      await running;
    },
  };
}
