import Database from 'better-sqlite3';
import type { Json, JsonObject } from './json.ts';
import { objectOf } from './json.ts';

/** The kind of a resource: the name of its API and its collection, for example `zaken/statussen`. */
export type Kind = `${string}/${string}`;

/** What the practice world remembers. Every method is synchronous; all of it survives a restart. */
export interface ResourceStore {
  /** Adds a resource; its body carries its own `uuid` and `url`. */
  insert(kind: Kind, body: JsonObject): void;
  /** Replaces the body of a resource. */
  replace(kind: Kind, body: JsonObject): void;
  byUuid(kind: Kind, uuid: string): JsonObject | undefined;
  byUrl(kind: Kind, url: string): JsonObject | undefined;
  /** Resources whose value at each given dotted path equals the given one, oldest first. */
  list(kind: Kind, where?: Readonly<Record<string, Json>>): readonly JsonObject[];
  /** Takes a unique key for good; false if it was taken before. */
  claim(key: string): boolean;
  /** The next number of a series, from 1. */
  next(series: string): number;
  /** Remembers a setting of the world itself. */
  setting(name: string, value?: string): string | undefined;
  putContent(uuid: string, bytes: Uint8Array): void;
  content(uuid: string): Uint8Array | undefined;
  dropContent(uuid: string): void;
  /** All or nothing: an exception undoes everything the work wrote. May be nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS resource (
    sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, uuid TEXT NOT NULL, url TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL, UNIQUE (kind, uuid)) STRICT;
  CREATE INDEX IF NOT EXISTS resource_of_zaak ON resource (kind, json_extract(body, '$.zaak'));
  CREATE TABLE IF NOT EXISTS claim (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS series (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS content (uuid TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`;

/** Opens the practice world in an ordinary SQLite file, or ':memory:'. Throws if the file cannot be opened. */
export function openResourceStore(file: string): ResourceStore {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec(SCHEMA);
  const statements = new Map<string, Database.Statement>();
  const sql = (source: string): Database.Statement => {
    const known = statements.get(source) ?? database.prepare(source);
    statements.set(source, known);
    return known;
  };
  const bodyOf = (row: unknown): JsonObject | undefined =>
    row === undefined ? undefined : objectOf(JSON.parse((row as { body: string }).body) as Json);

  return {
    insert: (kind, body) =>
      void sql('INSERT INTO resource (kind, uuid, url, body) VALUES (?, ?, ?, ?)').run(
        kind,
        body.uuid,
        body.url,
        JSON.stringify(body),
      ),
    replace: (kind, body) =>
      void sql('UPDATE resource SET body = ? WHERE kind = ? AND uuid = ?').run(
        JSON.stringify(body),
        kind,
        body.uuid,
      ),
    byUuid: (kind, uuid) =>
      bodyOf(sql('SELECT body FROM resource WHERE kind = ? AND uuid = ?').get(kind, uuid)),
    byUrl: (kind, url) => bodyOf(sql('SELECT body FROM resource WHERE kind = ? AND url = ?').get(kind, url)),
    list: (kind, where = {}) => {
      const tests = Object.keys(where).map((path) => ` AND json_extract(body, '$.${path}') = ?`);
      const values = Object.values(where).map((value) =>
        typeof value === 'boolean' ? Number(value) : value,
      );
      const source = `SELECT body FROM resource WHERE kind = ?${tests.join('')} ORDER BY sequence`;
      return sql(source)
        .all(kind, ...values)
        .map((row) => bodyOf(row) ?? {});
    },
    claim: (key) => sql('INSERT INTO claim (key) VALUES (?) ON CONFLICT DO NOTHING').run(key).changes === 1,
    next: (series) =>
      (
        sql(
          'INSERT INTO series (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last',
        ).get(series) as { last: number }
      ).last,
    setting: (name, value) => {
      if (value !== undefined)
        sql('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value);
      return (sql('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined)
        ?.value;
    },
    putContent: (uuid, bytes) =>
      void sql('INSERT OR REPLACE INTO content (uuid, bytes) VALUES (?, ?)').run(uuid, bytes),
    content: (uuid) =>
      (sql('SELECT bytes FROM content WHERE uuid = ?').get(uuid) as { bytes: Uint8Array } | undefined)?.bytes,
    dropContent: (uuid) => void sql('DELETE FROM content WHERE uuid = ?').run(uuid),
    transaction: (work) => database.transaction(work)(),
    close: () => void database.close(),
  };
}
