import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HostError } from './host-error.ts';
import type { HostPlan } from './prepare-host.ts';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/**
 * The certificate authorities in `central.caFile`, found from the folder of the configuration, as PEM. Throws HostError
 * when the file can't be read, has none, or has one that is no certificate.
 */
export function readAuthorities({
  config,
  configDir,
}: Pick<HostPlan, 'config' | 'configDir'>): readonly string[] {
  const name = config?.central.caFile;
  if (name === undefined) return [];
  const file = path.resolve(configDir ?? '.', name);
  const found = textOf(file).match(PEM) ?? [];
  if (found.length === 0) throw wrong(file, 'er staat geen certificaat in (PEM)');
  return found.map((pem, index) => {
    try {
      return new X509Certificate(pem).toString();
    } catch {
      throw wrong(file, `certificaat ${index + 1} is niet te lezen`);
    }
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';
    throw wrong(file, `het bestand is niet te lezen (${code})`);
  }
}

function wrong(file: string, why: string): HostError {
  return new HostError(`central.caFile: ${file}: ${why}`);
}
