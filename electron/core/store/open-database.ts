import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fileVersion, migrate } from './migrate.ts';
import type { Migration } from './store.ts';

export type StoreProblem = 'wrongKey' | 'damaged' | 'newer' | 'full' | 'noAccess' | 'inUse';

/** What each problem at start-up means for the person in front of the screen: what happened, what is safe, what to do. */
const TEXT: Readonly<Record<StoreProblem, string>> = {
  wrongKey:
    'De sleutel van deze pc past niet op het gegevensbestand. Het bestand is niet veranderd. Zet de oude sleutel terug, of vraag IT.',
  damaged:
    'Het gegevensbestand is beschadigd. Er is niets overschreven. Bewaar de map, zet de laatste reservekopie terug en vraag IT.',
  newer:
    'Het gegevensbestand is van een nieuwere versie van Waarmee. Het is niet veranderd. Installeer die nieuwere versie.',
  full: 'De schijf is vol. Wat al klaar was, staat veilig. Maak ruimte vrij en start Waarmee opnieuw.',
  noAccess:
    'Waarmee mag niet schrijven in de gegevensmap. Er is niets veranderd. Vraag IT om de rechten van de map.',
  inUse:
    'Een ander programma houdt het gegevensbestand vast. Er is niets veranderd. Sluit het andere venster van Waarmee.',
};

/** The store could not be opened; `message` is for people, `problem` for programs. */
export class StoreError extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, file: string, cause?: unknown) {
    super(`${TEXT[problem]} (${file})`, { cause });
    this.problem = problem;
  }
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Which storage problem an SQLite or file error is, or undefined when it is a bug of ours. */
export function storeProblem(error: unknown): StoreProblem | undefined {
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'inUse';
  if (code.startsWith('SQLITE_IOERR')) return code === 'SQLITE_IOERR_WRITE' ? 'full' : 'damaged';
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code === 'EACCES' ||
    code === 'EPERM'
  )
    return 'noAccess';
  return undefined;
}

/** A fingerprint of the key beside the file: it tells a wrong key from a damaged file without giving the key away. */
function keyMark(key: Buffer): Buffer {
  return createHmac('sha256', key).update('waarmee store key').digest();
}

function sameKey(markFile: string, key: Buffer): boolean {
  const kept = readFileSync(markFile);
  const mark = keyMark(key);
  return kept.length === mark.length && timingSafeEqual(kept, mark);
}

/**
 * Opens the encrypted file with a raw 32-byte key (no derivation: opening stays under a few milliseconds) and brings it
 * to the newest version. Write-ahead log, synchronous=FULL: what a commit answered survives a power cut. Automatic
 * checkpoints are off; see checkpoint.ts. Throws StoreError; never changes a file it cannot read.
 */
export function openDatabase(file: string, key: Buffer, migrations: readonly Migration[]): Database.Database {
  if (key.length !== 32) throw new Error('the store key must be 32 bytes');
  const markFile = `${file}.key-mark`;
  if (existsSync(file) && existsSync(markFile) && !sameKey(markFile, key))
    throw new StoreError('wrongKey', file);
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 5000 });
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${key.toString('hex')}'"`);
    const version = fileVersion(db);
    if (version > (migrations.at(-1)?.version ?? 0)) throw new StoreError('newer', file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('wal_autocheckpoint = 0');
    db.pragma('cache_size = -16000');
    migrate(db, migrations, key);
    if (!existsSync(markFile)) writeFileSync(markFile, keyMark(key), { mode: 0o600 });
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof StoreError) throw error;
    const problem = storeProblem(error);
    if (!problem) throw error;
    // Without the mark a first page that does not decrypt is more likely another key than damage.
    throw new StoreError(problem === 'damaged' && !existsSync(markFile) ? 'wrongKey' : problem, file, error);
  }
}
