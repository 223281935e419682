import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../core/ports.ts';
import { HostError } from './host-error.ts';
import { writeAtomically } from './write-atomically.ts';

const SecretsFile = z.strictObject({
  /** 32 random bytes in hex: the key of the encrypted store. */
  storeKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** The secrets of the central systems, by the names used in the configuration. */
  secrets: z.record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.string().min(1).max(10_000)),
});

export interface HostSecrets extends Secrets {
  readonly storeKey: Buffer;
  /** What IT does to keep a secret here, as a sentence. */
  howToKeep(name: string): string;
}

/**
 * Reads the secrets of a host without a secret store of its own: a file that only its owner may read. Makes it, with a
 * fresh store key, at the very first start only; when `storeFile` is there already, a new key could not open it.
 * Throws HostError with a text for IT that names no value.
 */
export function openSecretsFile(file: string, storeFile: string): HostSecrets {
  if (!existsSync(file)) {
    if (existsSync(storeFile))
      throw new HostError(
        `Het bestand met de sleutel ontbreekt (${file}), maar er zijn wel gegevens. Er is niets veranderd. Zet het bestand terug uit de reservekopie.`,
      );
    writeAtomically(
      file,
      `${JSON.stringify({ storeKey: randomBytes(32).toString('hex'), secrets: {} }, null, 2)}\n`,
    );
  }
  refuseIfShared(file);
  const parsed = SecretsFile.safeParse(readJson(file));
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'het hele bestand').join(', ');
    throw new HostError(`Het bestand met geheimen is niet bruikbaar (${file}): controleer ${fields}.`);
  }
  const { storeKey, secrets } = parsed.data;
  return {
    storeKey: Buffer.from(storeKey, 'hex'),
    howToKeep: (name) => `Zet "${name}": "het geheim" onder "secrets" in ${file} en start Waarmee opnieuw.`,
    read: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined),
  };
}

/** The secrets of a host that has run here before; throws HostError when it has not. */
export function openExistingSecrets(file: string, storeFile: string): HostSecrets {
  if (existsSync(file)) return openSecretsFile(file, storeFile);
  throw new HostError(
    `Er staan geen geheimen in ${path.dirname(file)}. Noem de map met --data MAP. Bewaart de pc ze in zijn eigen kluis, geef de opdracht dan aan het geïnstalleerde programma.`,
  );
}

/** Windows has no mode bits: there the folder's own rights (the user's profile) protect the file. */
function refuseIfShared(file: string): void {
  if (process.platform === 'win32') return;
  const { mode, uid } = statSync(file);
  const bits = (mode & 0o777).toString(8).padStart(4, '0');
  if ((mode & 0o077) !== 0)
    throw new HostError(
      `Anderen kunnen het bestand met geheimen lezen (${file}, rechten ${bits}). Waarmee start niet. Maak het eerst dicht: chmod 600 ${file}`,
    );
  if (uid !== process.getuid?.())
    throw new HostError(
      `Het bestand met geheimen is van een andere gebruiker (${file}). Waarmee start niet.`,
    );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
