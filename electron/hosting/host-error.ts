/** Why a host can't start, in words for the person who starts it: what happened, what is safe, what to do. */
export class HostError extends Error {
  override readonly name = 'HostError';
}
