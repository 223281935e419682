/** What may leave the window: pages on these hosts, and our own servers on this PC. */
export interface LinkPolicy {
  /** Host names, exactly. */
  readonly httpsHosts: readonly string[];
  /** Origins such as http://127.0.0.1:4711, exactly. */
  readonly ownOrigins: () => readonly string[];
}

/**
 * Opens a link in the user's own browser when the policy allows it: https on a known host, or one of our own servers.
 * Answers whether it did; anything else, also what is no text or no address, is left alone.
 */
export function openExternal(value: unknown, policy: LinkPolicy, open: (url: string) => unknown): boolean {
  if (typeof value !== 'string' || value.length > 2000) return false;
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '') return false;
  const known = url.protocol === 'https:' && url.port === '' && policy.httpsHosts.includes(url.hostname);
  if (!known && !policy.ownOrigins().includes(url.origin)) return false;
  open(url.href);
  return true;
}
