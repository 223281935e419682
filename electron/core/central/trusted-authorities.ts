import tls from 'node:tls';

/**
 * The certificate authorities to trust, as PEM: those that Node brings, those that IT installed in the operating system,
 * such as PKIoverheid, and those of the configuration. Where the operating system's can't be read, the others remain.
 */
export function trustedAuthorities(configured: readonly string[]): string[] {
  return [...new Set([...tls.getCACertificates('default'), ...installed(), ...configured])];
}

function installed(): readonly string[] {
  try {
    return tls.getCACertificates('system');
  } catch {
    return [];
  }
}
