import type { KioskGroup } from '../../../shared/contract/kiosk.ts';
import { openingAt } from '../../../shared/domain/opening-hours.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import { createTurns } from '../turns.ts';
import type { Clock, HallEngine, Party } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { groupFull, tookNumberOf } from './daily-maximum.ts';
import type { IssuedTicket } from './issued-ticket.ts';

export type HallGroupConfig = Config['hall']['groups'][number];

/** Numbers that visitors take themselves, by a button or on the kiosk: only while their group is open and has any left. */
export interface SelfService {
  /** Now, by group letter. */
  states(): Promise<ReadonlyMap<string, Pick<KioskGroup, 'state' | 'opensAt'>>>;
  /** Fails with `groupClosed` outside the opening hours and with `groupFull` once the numbers of the day are gone. */
  issue(request: {
    readonly commandId: string;
    readonly group: string;
    readonly party?: Party;
  }): Promise<Result<IssuedTicket>>;
}

/** Self-service by the opening hours and the daily maximum of the configuration; `issue` gives the number. */
export function createSelfService(deps: {
  readonly config: Config;
  readonly clock: Clock;
  readonly engine: Pick<HallEngine, 'today'>;
  readonly issue: (
    request: Parameters<SelfService['issue']>[0] & { readonly dailyMaximum?: number },
  ) => ReturnType<SelfService['issue']>;
}): SelfService {
  const { groups } = deps.config.hall;
  /** One at a time, so that two presses never share the last number. */
  const turns = createTurns();
  /** The last commands that got a number: whoever asks again gets it again, also when it was the last one. */
  const served = new Set<string>();

  async function states(): ReturnType<SelfService['states']> {
    const given = await countToday();
    return new Map(groups.map((group) => [group.letter, state(group, given)]));
  }

  /** How many numbers each group gave today; whoever was helped without one, or agreed a time before, takes none. */
  async function countToday(): Promise<ReadonlyMap<string, number>> {
    if (groups.every(({ dailyMaximum }) => dailyMaximum === undefined)) return new Map();
    const given = new Map<string, number>();
    for (const ticket of await deps.engine.today()) {
      const letter = tookNumberOf(ticket);
      if (letter !== null) given.set(letter, (given.get(letter) ?? 0) + 1);
    }
    return given;
  }

  function state(
    { letter, openingHours, dailyMaximum }: HallGroupConfig,
    given: ReadonlyMap<string, number>,
  ): Pick<KioskGroup, 'state' | 'opensAt'> {
    const opening = openingAt(openingHours, deps.clock.now());
    if (!opening.open) return { state: 'closed', opensAt: opening.opensAt };
    const isFull = dailyMaximum !== undefined && (given.get(letter) ?? 0) >= dailyMaximum;
    return { state: isFull ? 'full' : 'open', opensAt: null };
  }

  async function issue(request: Parameters<SelfService['issue']>[0]): ReturnType<SelfService['issue']> {
    const group = groups.find(({ letter }) => letter === request.group);
    if (!group) return fail('invalidInput', { field: 'group', detail: 'not in use here' });
    const now = state(group, await countToday());
    if (now.state !== 'open' && !served.has(request.commandId))
      return now.state === 'full'
        ? groupFull(request.group)
        : fail('groupClosed', { field: 'group', detail: request.group });
    // The hall counts once more where it gives the number: another workstation may give the last one at this moment.
    const { dailyMaximum } = group;
    const issued = await deps.issue({ ...request, ...(dailyMaximum !== undefined && { dailyMaximum }) });
    if (issued.ok) remember(request.commandId);
    return issued;
  }

  function remember(commandId: string): void {
    served.add(commandId);
    const [oldest] = served;
    if (served.size > REMEMBERED && oldest !== undefined) served.delete(oldest);
  }

  return { states, issue: (request) => turns('issue', () => issue(request)) };
}

const REMEMBERED = 200;
