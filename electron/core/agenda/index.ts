import type { Ticket } from '../../../shared/contract/hall.ts';
import { type Appointment, withCode } from '../../../shared/domain/appointment.ts';
import { searchAgenda } from '../../../shared/domain/agenda-search.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { type Handlers, staffOf } from '../handlers.ts';
import type { IssuedTicket } from '../hall/index.ts';
import type { Clock, HallEngine, Log, Secrets } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Store } from '../store/index.ts';
import { agendaDays, type Booked } from './agenda-days.ts';
import { agendaSource } from './agenda-source.ts';
import { agendaEntry } from './appointment-state.ts';
import { type Agenda, keepAgenda } from './keep-agenda.ts';
import { readIcalAgenda } from './read-ical.ts';
import { readJsonAgenda } from './read-json.ts';

const MINUTE_MS = 60_000;

/** What became of a visitor who checks in himself; `unknown` also where two appointments have his number. */
export type SelfCheckIn =
  | {
      readonly outcome: 'checkedIn';
      readonly appointment: Appointment;
      readonly issued: IssuedTicket;
      readonly isNew: boolean;
    }
  | { readonly outcome: 'early'; readonly appointment: Appointment; readonly from: Date }
  | { readonly outcome: 'late'; readonly appointment: Appointment }
  | { readonly outcome: 'unknown' };

/** The appointments of today: for the clerk, and for visitors who check in themselves. */
export interface Appointments {
  readonly handlers: Handlers<'agenda.today' | 'agenda.checkIn' | 'agenda.undoCheckIn'>;
  /** Whether there is an agenda at all. */
  readonly exist: boolean;
  /** How many there were on these days, both included; only of days on which the agenda was read here. */
  booked(days: { readonly from: string; readonly to: string }): readonly Booked[];
  /** A visitor typed or scanned his code; he gets his ticket, and it again when he asks again. */
  checkInByCode(request: { readonly commandId: string; readonly code: string }): Promise<Result<SelfCheckIn>>;
  stop(): Promise<void>;
}

export interface AppointmentDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: Config;
  readonly secrets: Secrets;
  /** PEM of certificate authorities to trust beside those of this computer. */
  readonly authorities: readonly string[];
  readonly engine: HallEngine;
  readonly issue: (request: Parameters<HallEngine['issue']>[0]) => Promise<Result<IssuedTicket>>;
  readonly printTicket: (issued: IssuedTicket) => void;
  /** Counters look again. */
  readonly changed: () => void;
}

function openAgenda(deps: AppointmentDeps): Agenda | null {
  const { config, secrets, authorities } = deps;
  if (!config.agenda) return null;
  const { source, format, refreshMinutes, secretName, groups } = config.agenda;
  const letters = new Map(config.hall.groups.map(({ letter }) => [letter.toLowerCase(), letter]));
  for (const [subject, letter] of Object.entries(groups)) letters.set(subject.trim().toLowerCase(), letter);
  const groupOf = (subject: string) => letters.get(subject.trim().toLowerCase());
  return keepAgenda({
    ...deps,
    name: source,
    location: config.location.id,
    source: agendaSource(
      { source },
      { token: secretName === undefined ? undefined : secrets.read(secretName), authorities },
    ),
    read: (text) => (format === 'ical' ? readIcalAgenda(text, groupOf) : readJsonAgenda(text, groupOf)),
    refreshMs: refreshMinutes * MINUTE_MS,
  });
}

/** Opens the agenda of the configuration and begins to read it. */
export function createAppointments(deps: AppointmentDeps): Appointments {
  const { clock, config, engine } = deps;
  const agenda = openAgenda(deps);
  const today = (): readonly Appointment[] => agenda?.today() ?? [];

  const checkIn = (
    { reference, start: at, group, persons }: Appointment,
    by: { readonly commandId: string; readonly origin: Ticket['origin']; readonly staffId: string | null },
  ): Promise<Result<IssuedTicket>> =>
    deps.issue({ ...by, group, appointment: { reference, at }, party: { persons, also: [] } });

  async function checkInByCode(request: {
    readonly commandId: string;
    readonly code: string;
  }): Promise<Result<SelfCheckIn>> {
    const [appointment, another] = withCode(today(), request.code);
    if (!appointment || another) return ok({ outcome: 'unknown' });
    const before = (await engine.checkedIn()).get(appointment.reference);
    // Who was called, missed his turn or was helped needs a person, not the same number once more.
    if (before && before.state !== 'waiting') return ok({ outcome: 'late', appointment });
    const refused = before ? null : outsideWindow(appointment);
    if (refused) return ok(refused);
    const { commandId } = request;
    const issued = await checkIn(appointment, { commandId, origin: 'dispenser', staffId: null });
    if (!issued.ok) return issued;
    return ok({ outcome: 'checkedIn', appointment, issued: issued.value, isNew: before === undefined });
  }

  function outsideWindow(appointment: Appointment): SelfCheckIn | null {
    const { earlyMinutes = 0, lateMinutes = 0 } = config.agenda?.checkIn ?? {};
    const at = Date.parse(appointment.start);
    const from = new Date(at - earlyMinutes * MINUTE_MS);
    const now = clock.now();
    if (now < from) return { outcome: 'early', appointment, from };
    return now.getTime() > at + lateMinutes * MINUTE_MS ? { outcome: 'late', appointment } : null;
  }

  return {
    exist: agenda !== null,
    booked: agendaDays(deps.store, config.location.id).read,
    checkInByCode,
    handlers: {
      'agenda.today': {
        kind: 'query',
        run: async ({ search }) => {
          const tickets = await engine.checkedIn();
          const now = clock.now();
          const entries = searchAgenda(today(), search).map((appointment) =>
            agendaEntry(appointment, {
              ticket: tickets.get(appointment.reference),
              group: config.hall.groups.find(({ letter }) => letter === appointment.group),
              now,
            }),
          );
          return ok({
            source: agenda === null ? 'none' : agenda.isAway() ? 'away' : 'current',
            readAt: agenda?.readAt() ?? null,
            total: today().length,
            entries,
            problems: [...(agenda?.problems() ?? [])],
          });
        },
      },
      'agenda.checkIn': {
        kind: 'effect',
        run: async ({ commandId, reference }, context) => {
          const appointment = today().find((one) => one.reference === reference);
          if (!appointment)
            return fail('notFound', { field: 'reference', detail: 'no appointment of today' });
          const before = (await engine.checkedIn()).get(reference);
          const { staffId } = staffOf(context);
          const answer = await checkIn(appointment, { commandId, origin: 'clerk', staffId });
          if (!answer.ok) return answer;
          const { ticket } = answer.value;
          if (before) return ok(ticket);
          context.audit('agenda.checkedIn', 'ticket', ticket.ticketId, ticket.number);
          deps.printTicket(answer.value);
          return ok(ticket);
        },
      },
      'agenda.undoCheckIn': {
        kind: 'effect',
        run: async ({ commandId, reference }, context) => {
          const ticket = (await engine.checkedIn()).get(reference);
          if (!ticket) return fail('notFound', { field: 'reference', detail: 'not checked in' });
          const { counter } = context.caller;
          const by = { commandId, counter, staffId: staffOf(context).staffId };
          const { ticketId } = ticket;
          const answer = await engine.cancel({ ...by, ticketId, reason: 'checkInUndone' });
          if (answer.ok) context.audit('agenda.checkInUndone', 'ticket', ticketId, ticket.number);
          return answer;
        },
      },
    },
    stop: async () => agenda?.stop(),
  };
}
