import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HostError } from './host-error.ts';
import type { HostPlan } from './prepare-host.ts';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

type Plan = Pick<HostPlan, 'config' | 'configDir'>;

/** The certificate authorities of the central systems, in `central.caFile`; see `authoritiesIn`. */
export function readAuthorities({ config, configDir }: Plan): readonly string[] {
  return authoritiesIn('central.caFile', config?.central.caFile, configDir);
}

/** Those of the database of the hall, in `hall.engine.caFile`; see `authoritiesIn`. */
export function readHallAuthorities({ config, configDir }: Plan): readonly string[] {
  const engine = config?.hall.engine;
  return authoritiesIn(
    'hall.engine.caFile',
    engine?.kind === 'postgresql' ? engine.caFile : undefined,
    configDir,
  );
}

/**
 * The certificate authorities in a file, found from the folder of the configuration, as PEM; none without a name. Throws
 * HostError when the file can't be read, has none, or has one that is no certificate.
 */
function authoritiesIn(key: string, name: string | undefined, configDir: string | null): readonly string[] {
  if (name === undefined) return [];
  const file = path.resolve(configDir ?? '.', name);
  const wrong = (why: string) => new HostError(`${key}: ${file}: ${why}`);
  const found = textOf(file, wrong).match(PEM) ?? [];
  if (found.length === 0) throw wrong('er staat geen certificaat in (PEM)');
  return found.map((pem, index) => {
    try {
      return new X509Certificate(pem).toString();
    } catch {
      throw wrong(`certificaat ${index + 1} is niet te lezen`);
    }
  });
}

function textOf(file: string, wrong: (why: string) => HostError): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
    throw wrong(`het bestand is niet te lezen (${code})`);
  }
}
