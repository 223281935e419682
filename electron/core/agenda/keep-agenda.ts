import type { AgendaReading, Appointment } from '../../../shared/domain/appointment.ts';
import { addDays, amsterdamDay } from '../../../shared/domain/dates.ts';
import { watchDay } from '../watch-day.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/index.ts';
import type { AgendaSource } from './agenda-source.ts';
import { agendaStore, type KeptAgenda } from './agenda-store.ts';

/** The appointments of today as they are known here. */
export interface Agenda {
  today(): readonly Appointment[];
  /** Null: it was never read. */
  readAt(): string | null;
  /** Whether the last try to read it failed. */
  isAway(): boolean;
  problems(): readonly string[];
  /** Ends the refreshing, and breaks off nothing that is on its way to the store. */
  stop(): Promise<void>;
}

/**
 * Reads the agenda at the start, every so many minutes and at a new day. Of what it says, only today and tomorrow are kept,
 * in the encrypted store; a day that is over is removed. An appointment whose time has passed stays for that day. When the source is away or says what nobody can read, the last
 * good agenda stays, and IT is told once.
 */
export function keepAgenda(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Names the source in the store. */
  readonly name: string;
  readonly location: string;
  readonly source: AgendaSource;
  readonly read: (text: string) => AgendaReading;
  readonly refreshMs: number;
  readonly changed: () => void;
}): Agenda {
  const { clock, log } = deps;
  const kept = agendaStore(deps.store, { source: deps.name, location: deps.location });
  let agenda = kept.read();
  let isAway = false;
  let toldProblems = '';
  let stopped = false;
  let reading: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;

  const dayOf = ({ start }: Appointment): string => amsterdamDay(new Date(start));
  const isNear = (one: Appointment): boolean => {
    const today = amsterdamDay(clock.now());
    return dayOf(one) >= today && dayOf(one) <= addDays(today, 1);
  };
  /** Some agendas drop what is over; who is late is still expected, for as long as the day. */
  function overAndGone(found: readonly Appointment[], readAt: string): readonly Appointment[] {
    const references = new Set(found.map(({ reference }) => reference));
    const isOver = ({ start }: Appointment): boolean => Date.parse(start) <= Date.parse(readAt);
    return (agenda?.appointments ?? []).filter((one) => isOver(one) && !references.has(one.reference));
  }
  function keep(next: KeptAgenda): void {
    agenda = { ...next, appointments: next.appointments.filter(isNear) };
    kept.write(agenda, amsterdamDay(clock.now()));
  }

  function tell(problems: readonly string[]): void {
    const text = problems.join('; ');
    if (text !== '' && text !== toldProblems) log.warn('agenda.itemsSkipped', { problems: text });
    toldProblems = text;
  }

  async function refresh(): Promise<void> {
    const wasAway = isAway;
    try {
      const found = await deps.source(agenda?.version ?? null);
      const readAt = clock.now().toISOString();
      if (stopped) return;
      if (found) {
        const { appointments, problems } = deps.read(found.text);
        const before = overAndGone(appointments, readAt);
        keep({ readAt, version: found.version, appointments: [...before, ...appointments], problems });
        tell(problems);
      } else if (agenda) keep({ ...agenda, readAt });
      isAway = false;
      if (found || wasAway) deps.changed();
    } catch (error) {
      if (stopped) return;
      isAway = true;
      if (wasAway) return;
      // The text of a failed parse may hold what it read; its kind does not.
      log.warn('agenda.away', { error: error instanceof Error ? error.name : 'unknown' });
      deps.changed();
    }
  }

  function next(): void {
    cancel();
    cancel = clock.after(deps.refreshMs, start);
  }
  function start(): void {
    reading = reading.then(refresh).finally(() => {
      if (!stopped) next();
    });
  }
  /** What is over is removed also when nothing can be read; and tomorrow's list is only whole when it is read again. */
  function newDay(): void {
    if (agenda) keep({ ...agenda, version: null });
    deps.changed();
    start();
  }
  if (agenda?.appointments.some((one) => !isNear(one))) keep({ ...agenda, version: null });
  start();
  const stopWatch = watchDay(clock, newDay);

  return {
    today: () => (agenda?.appointments ?? []).filter((one) => dayOf(one) === amsterdamDay(clock.now())),
    readAt: () => agenda?.readAt ?? null,
    isAway: () => isAway,
    problems: () => agenda?.problems ?? [],
    async stop() {
      stopped = true;
      stopWatch();
      cancel();
      await reading;
    },
  };
}
