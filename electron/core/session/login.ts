import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Staff } from '../../../shared/contract/session.ts';
import { checkPassphrase, hashPassphrase } from './passphrase.ts';
import type { StaffStore } from './staff-store.ts';
import type { Throttle } from './throttle.ts';

export interface Login {
  /** The staff member when name and passphrase fit; a wrong name takes as long as a wrong passphrase. */
  check(loginName: string, passphrase: string): Promise<Result<Staff>>;
}

/** Checks a sign-in against the accounts and the throttle. */
export function createLogin(accounts: StaffStore, throttle: Throttle): Login {
  let decoy: Promise<string> | undefined;
  return {
    async check(loginName, passphrase) {
      const wait = throttle.waitSeconds(loginName);
      if (wait > 0) return fail('tooManyAttempts', { detail: String(wait) });
      throttle.tried(loginName);
      const account = accounts.byLoginName(loginName);
      decoy ??= hashPassphrase('nobody has this passphrase');
      const right = await checkPassphrase(passphrase, account?.passphrase ?? (await decoy));
      if (!right || !account?.staff.active) return fail('wrongPassphrase');
      throttle.succeeded(loginName);
      return ok(account.staff);
    },
  };
}
