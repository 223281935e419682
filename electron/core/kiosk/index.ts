import type { KioskLanguage, KioskTicket } from '../../../shared/contract/kiosk.ts';
import type { BoardSnapshot } from '../../../shared/contract/hall.ts';
import { amsterdamTime } from '../../../shared/domain/dates.ts';
import { isRollNumber } from '../../../shared/domain/ticket-number.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { Appointments } from '../agenda/index.ts';
import type { Handlers } from '../handlers.ts';
import { type IssuedTicket, pageAddress, type SelfService } from '../hall/index.ts';
import type { Clock } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';

const CLOSED = { state: 'closed', opensAt: null } as const;

export interface KioskDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly board: { current(): Promise<BoardSnapshot> };
  readonly selfService: SelfService;
  readonly appointments: Pick<Appointments, 'exist' | 'checkInByCode'>;
  /** Whether paper can come out of the dispenser now. */
  readonly paper: () => boolean;
  /** Puts the number on paper, in the language of the visitor; null where no dispenser is set. */
  readonly printTicket: (issued: IssuedTicket, language: KioskLanguage) => string | null;
}

/** The touch kiosk: which groups give a number now, and taking one. It says nothing about who is waiting. */
export function kioskHandlers(deps: KioskDeps): Handlers<'kiosk.state' | 'kiosk.take' | 'kiosk.checkIn'> {
  const { config, clock, selfService, appointments } = deps;

  /** What the visitor sees of his number; `isNew`: it may come on paper. */
  function shown(
    { isNew, ...given }: IssuedTicket & { readonly isNew: boolean },
    language: KioskLanguage,
  ): KioskTicket {
    const { ticket, waitingBefore, expected } = given;
    const page = pageAddress(config, ticket.ticketId, language);
    const issued = { ...given, page };
    // Without paper now the visitor reads his number from the screen; a paper that came later would be nobody's.
    const fromRoll = isRollNumber(ticket.number);
    const job = isNew && !fromRoll && deps.paper() ? deps.printTicket(issued, language) : null;
    return {
      number: ticket.number,
      letter: ticket.group,
      waitingBefore,
      expected,
      bring: config.hall.groups.find(({ letter }) => letter === ticket.group)?.bring ?? [],
      page,
      printed: job !== null,
      fromRoll,
    };
  }

  return {
    'kiosk.state': {
      kind: 'query',
      run: async () => {
        const [{ waiting }, states] = await Promise.all([deps.board.current(), selfService.states()]);
        const inGroup = new Map(waiting.map((group) => [group.letter, group]));
        return ok({
          now: clock.now().toISOString(),
          municipality: config.municipality.name,
          location: config.location.name,
          languages: config.kiosk?.languages ?? ['nl'],
          groups: config.hall.groups.map((group) => ({
            letter: group.letter,
            names: { ...group.names, nl: group.name },
            bring: { ...group.bringIn, nl: group.bring },
            askPersons: group.askPersons,
            askAlso: group.askAlso,
            ...(states.get(group.letter) ?? CLOSED),
            waiting: inGroup.get(group.letter)?.count ?? 0,
            expected: inGroup.get(group.letter)?.expected ?? null,
          })),
          appointments: appointments.exist,
          paper: deps.paper(),
        });
      },
    },
    'kiosk.take': {
      kind: 'effect',
      run: async ({ commandId, group, persons, also, language }) => {
        const unknown = also.find((one) => !config.hall.groups.some(({ letter }) => letter === one));
        if (unknown !== undefined)
          return fail('invalidInput', { field: 'also', detail: `${unknown} is not in use here` });
        const party = (persons > 1 || also.length > 0) && { party: { persons, also } };
        const issued = await selfService.issue({ commandId, group, ...party });
        return issued.ok ? ok(shown({ ...issued.value, isNew: true }, language)) : issued;
      },
    },
    'kiosk.checkIn': {
      kind: 'effect',
      run: async ({ language, ...request }) => {
        const answer = await appointments.checkInByCode(request);
        if (!answer.ok) return answer;
        const { value } = answer;
        const { outcome } = value;
        if (outcome === 'unknown') return ok({ outcome });
        const at = amsterdamTime(new Date(value.appointment.start));
        if (outcome === 'late') return ok({ outcome, at });
        if (outcome === 'early') return ok({ outcome, at, from: amsterdamTime(value.from) });
        return ok({ outcome, at, ticket: shown({ ...value.issued, isNew: value.isNew }, language) });
      },
    },
  };
}
