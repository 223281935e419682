import { type Answer, type Catalogi, ZaaktypeVersion } from '../central/index.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

/**
 * The catalogue of zaaktypen as last seen, kept on disk so that it also serves while the catalogus is away. A version
 * is asked again, by its etag, when it was last checked more than an hour ago.
 */
export interface Catalogue {
  /** The version of a zaaktype on a day (YYYY-MM-DD); undefined when the catalogus has none. */
  on(catalogi: Catalogi, identificatie: string, day: string): Promise<Answer<ZaaktypeVersion | undefined>>;
  /** The version at this address. */
  at(catalogi: Catalogi, url: string): Promise<Answer<ZaaktypeVersion>>;
  /** Of which zaaktype the version at this address is: it stays the same, so what was ever seen is not asked again. */
  identificatieAt(catalogi: Catalogi, url: string): Promise<Answer<string>>;
}

const CHECK_AFTER_MS = 3_600_000;
/** So long a catalogus that did not answer is not asked whether something changed: each question may take a whole time-out. */
const NOT_ASKED_MS = 60_000;

interface Row {
  url: string;
  etag: string | null;
  checked_at: string;
  body: string;
}

/** See `Catalogue`. `answered`: the catalogus works; `isSilent`: it did not a moment ago, and is not asked now. */
export function createCatalogue(
  store: Store,
  clock: Clock,
  answered: () => void = () => undefined,
  isSilent: () => boolean = () => false,
): Catalogue {
  const { db } = store;
  const onDay = db.prepare<{ identificatie: string; day: string }, Row>(
    `SELECT url, etag, checked_at, body FROM catalogue_version
     WHERE identificatie = @identificatie AND begin_geldigheid <= @day
       AND (einde_geldigheid IS NULL OR einde_geldigheid > @day)
     ORDER BY begin_geldigheid DESC LIMIT 1`,
  );
  const byUrl = db.prepare<[string], Row>(
    'SELECT url, etag, checked_at, body FROM catalogue_version WHERE url = ?',
  );
  const save = db.prepare(
    `INSERT OR REPLACE INTO catalogue_version
       (url, identificatie, begin_geldigheid, einde_geldigheid, etag, checked_at, body)
     VALUES (@url, @identificatie, @beginGeldigheid, @eindeGeldigheid, @etag, @checkedAt, @body)`,
  );
  const touch = db.prepare('UPDATE catalogue_version SET checked_at = ? WHERE url = ?');
  const drop = db.prepare('DELETE FROM catalogue_version WHERE url = ?');
  const parsed = new Map<string, { readonly body: string; readonly version: ZaaktypeVersion }>();
  const identificaties = new Map<string, string>();
  const asked = new Map<string, Promise<Answer<ZaaktypeVersion | undefined>>>();

  const read = (row: Row | undefined): ZaaktypeVersion | undefined => {
    if (!row) return undefined;
    const known = parsed.get(row.url);
    if (known?.body === row.body) return known.version;
    const version = ZaaktypeVersion.safeParse(JSON.parse(row.body));
    if (!version.success) return undefined;
    parsed.set(row.url, { body: row.body, version: version.data });
    return version.data;
  };
  const keep = (version: ZaaktypeVersion): void => {
    const { url, identificatie, beginGeldigheid, etag } = version;
    const eindeGeldigheid = version.eindeGeldigheid ?? null;
    const checkedAt = clock.now().toISOString();
    save.run({
      url,
      identificatie,
      beginGeldigheid,
      eindeGeldigheid,
      etag,
      checkedAt,
      body: JSON.stringify(version),
    });
  };
  /** Zaken that are sent side by side ask once. */
  const once = (
    key: string,
    ask: () => Promise<Answer<ZaaktypeVersion | undefined>>,
  ): Promise<Answer<ZaaktypeVersion | undefined>> => {
    const running = asked.get(key);
    if (running) return running;
    if (isSilent())
      return Promise.resolve({
        ok: false,
        error: { kind: 'unreachable', system: 'catalogi', notAsked: true },
      });
    const promise = ask().then((answer) => {
      asked.delete(key);
      if (answer.ok) answered();
      if (answer.ok && answer.value) keep(answer.value);
      return answer;
    });
    asked.set(key, promise);
    return promise;
  };
  let silentAt = Number.NEGATIVE_INFINITY;
  /** The stored version, unless the catalogus says that it changed; also when the catalogus does not answer. */
  const usable = async (catalogi: Catalogi, row: Row | undefined): Promise<ZaaktypeVersion | undefined> => {
    const version = read(row);
    if (!row || !version) return undefined;
    const now = clock.now().getTime();
    if (now - Date.parse(row.checked_at) < CHECK_AFTER_MS) return version;
    if (Math.abs(now - silentAt) < NOT_ASKED_MS) return version;
    const changed = await catalogi.hasChanged(row.url, row.etag);
    if (!changed.ok) {
      if (changed.error.kind === 'notFound') return undefined;
      silentAt = clock.now().getTime();
      return version;
    }
    answered();
    if (changed.value) {
      drop.run(row.url);
      return undefined;
    }
    touch.run(clock.now().toISOString(), row.url);
    return version;
  };

  return {
    on: async (catalogi, identificatie, day) => {
      const version = await usable(catalogi, onDay.get({ identificatie, day }));
      if (version) return { ok: true, value: version };
      return once(`${identificatie}|${day}`, () => catalogi.versionOn(identificatie, day));
    },
    at: async (catalogi, url) => {
      const version = await usable(catalogi, byUrl.get(url));
      if (version) return { ok: true, value: version };
      const answer = await once(url, () => catalogi.versionAt(url));
      if (!answer.ok || answer.value) return answer as Answer<ZaaktypeVersion>;
      return { ok: false, error: { kind: 'notFound', system: 'catalogi' } };
    },
    identificatieAt: async (catalogi, url) => {
      const known = read(byUrl.get(url))?.identificatie ?? identificaties.get(url);
      if (known !== undefined) return { ok: true, value: known };
      const answer = await catalogi.zaaktype(url);
      if (!answer.ok) return answer;
      identificaties.set(url, answer.value.identificatie);
      return { ok: true, value: answer.value.identificatie };
    },
  };
}
