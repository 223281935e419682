import type { KioskGroup } from '../../../shared/contract/kiosk.ts';
import { openingAt } from '../../../shared/domain/opening-hours.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { IssuedTicket } from './issued-ticket.ts';

export type HallGroupConfig = Config['hall']['groups'][number];

/** Numbers that visitors take themselves, by a button or on the kiosk: only while their group is open. */
export interface SelfService {
  state(group: HallGroupConfig): Pick<KioskGroup, 'state' | 'opensAt'>;
  /** Fails with `groupClosed` outside the opening hours. */
  issue(request: { readonly commandId: string; readonly group: string }): Promise<Result<IssuedTicket>>;
}

/** Self-service by the opening hours of the configuration; `issue` gives the number. */
export function createSelfService(deps: {
  readonly config: Config;
  readonly clock: Clock;
  readonly issue: SelfService['issue'];
}): SelfService {
  function state(group: HallGroupConfig): Pick<KioskGroup, 'state' | 'opensAt'> {
    const opening = openingAt(group.openingHours, deps.clock.now());
    return opening.open ? { state: 'open', opensAt: null } : { state: 'closed', opensAt: opening.opensAt };
  }
  return {
    state,
    issue: async (request) => {
      const group = deps.config.hall.groups.find(({ letter }) => letter === request.group);
      if (!group) return fail('invalidInput', { field: 'group', detail: 'not in use here' });
      if (state(group).state !== 'open')
        return fail('groupClosed', { field: 'group', detail: request.group });
      return deps.issue(request);
    },
  };
}
