/** As many as can still be on their way over all connections, many times over. */
const REMEMBERED = 500;

/**
 * Tells whether a server already said before that it made the thing at this address. A proxy that sends an answer twice
 * on a kept connection gives the second copy to the next request: HTTP/1.1 has nothing that tells them apart.
 */
export function createRepeatedAnswers(): (madeUrl: string) => boolean {
  const made = new Set<string>();
  return (url) => {
    if (made.has(url)) return true;
    made.add(url);
    const [oldest] = made;
    if (made.size > REMEMBERED && oldest !== undefined) made.delete(oldest);
    return false;
  };
}
