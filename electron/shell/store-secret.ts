import { firstLine } from '../hosting/first-line.ts';
import { HostError } from '../hosting/host-error.ts';
import type { SafeSecrets } from './secrets.ts';

const NAME = /^[a-z0-9-]{1,40}$/;

export interface TakenSecretOption {
  /** The secret to keep; null when that was not asked. */
  readonly secretName: string | null;
  /** The other words of the command line. */
  readonly rest: readonly string[];
}

/** Takes `--store-secret NAME` from the command line; throws HostError for a name that can't be one. */
export function takeStoreSecret(args: readonly string[]): TakenSecretOption {
  const at = args.indexOf('--store-secret');
  if (at === -1) return { secretName: null, rest: args };
  const name = args[at + 1] ?? '';
  if (!NAME.test(name))
    throw new HostError('--store-secret: geef een naam van kleine letters, cijfers en streepjes');
  return { secretName: name, rest: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/** Keeps the first line of `input` as the secret; from standard input, so that it never stands on a command line. */
export async function storeSecret(
  name: string,
  input: AsyncIterable<string | Buffer>,
  secrets: Pick<SafeSecrets, 'write'>,
): Promise<void> {
  const value = await firstLine(input);
  if (value === '') throw new HostError('--store-secret: er kwam niets binnen op de standaardinvoer');
  secrets.write(name, value);
}
