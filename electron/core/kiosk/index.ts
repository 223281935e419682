import type { BoardSnapshot } from '../../../shared/contract/hall.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { IssuedTicket, SelfService } from '../hall/index.ts';
import type { Clock } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';

export interface KioskDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly board: { current(): Promise<BoardSnapshot> };
  readonly selfService: SelfService;
  /** Whether paper can come out of the dispenser now. */
  readonly paper: () => boolean;
  /** Puts the number on paper; null where no dispenser is set. */
  readonly printTicket: (issued: IssuedTicket) => string | null;
}

/** The touch kiosk: which groups give a number now, and taking one. It says nothing about who is waiting. */
export function kioskHandlers(deps: KioskDeps): Handlers<'kiosk.state' | 'kiosk.take'> {
  const { config, clock, selfService } = deps;
  return {
    'kiosk.state': {
      kind: 'query',
      run: async () => {
        const { waiting } = await deps.board.current();
        const inGroup = new Map(waiting.map((group) => [group.letter, group]));
        return ok({
          now: clock.now().toISOString(),
          municipality: config.municipality.name,
          location: config.location.name,
          languages: config.kiosk?.languages ?? ['nl'],
          groups: config.hall.groups.map((group) => ({
            letter: group.letter,
            names: { ...group.names, nl: group.name },
            ...selfService.state(group),
            waiting: inGroup.get(group.letter)?.count ?? 0,
            expected: inGroup.get(group.letter)?.expected ?? null,
          })),
          paper: deps.paper(),
        });
      },
    },
    'kiosk.take': {
      kind: 'effect',
      run: async ({ commandId, group: letter }) => {
        const issued = await selfService.issue({ commandId, group: letter });
        if (!issued.ok) return issued;
        const group = config.hall.groups.find((one) => one.letter === letter);
        if (!group) return fail('invalidInput', { field: 'group', detail: 'not in use here' });
        const { ticket, waitingBefore, expected } = issued.value;
        // Without paper now the visitor reads his number from the screen; a paper that came later would be nobody's.
        const job = deps.paper() ? deps.printTicket(issued.value) : null;
        return ok({
          number: ticket.number,
          letter: group.letter,
          waitingBefore,
          expected,
          bring: group.bring,
          printed: job !== null,
        });
      },
    },
  };
}
