import tls from 'node:tls';

/**
 * The certificate authorities that this computer trusts: those that Node brings and those that IT installed in the
 * operating system, such as the municipality's own and PKIoverheid. Undefined where Node can't read the latter.
 */
export function trustedAuthorities(): string[] | undefined {
  try {
    return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
  } catch {
    return undefined;
  }
}
