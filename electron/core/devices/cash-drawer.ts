import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { DeviceTaskEnd } from '../../../shared/contract/device-task.ts';
import type { Log } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';

/** Somebody stands before an open drawer or he does not; nobody waits longer to find out. */
export const DRAWER_DEADLINE_MS = 5000;

/** The cash drawer on the receipt printer. */
export interface CashDrawer {
  /** Whether this counter has one; it always opens when the clerk asks. */
  readonly isThere: boolean;
  /** After a cash payment was committed: gives one pulse, when the configuration says so; a failure is logged, no more. */
  paid(): void;
  /** When the clerk asks; `drawerShut` when no pulse was given. */
  open(): Promise<Result<{ done: true }>>;
}

/** The pulse is a task of the receipt printer: it is given now or not at all, never later by itself. */
export function createCashDrawer(deps: {
  readonly config: Config;
  readonly log: Log;
  readonly pulse: () => Promise<DeviceTaskEnd>;
}): CashDrawer {
  const { config, log } = deps;
  const isThere = config.cashDrawer !== 'none';

  async function open(): Promise<Result<{ done: true }>> {
    if (!isThere) return fail('drawerShut', { detail: 'no cash drawer is set' });
    const end = await deps.pulse();
    if (end.outcome === 'done') return ok({ done: true });
    log.warn('devices.drawerStayedShut', { outcome: end.outcome });
    return fail('drawerShut', 'detail' in end ? { detail: end.detail } : {});
  }

  return {
    isThere,
    open,
    paid() {
      if (config.cashDrawer === 'atCash') void open();
    },
  };
}
