import type { Appointment } from '../../../shared/domain/appointment.ts';
import { agendaDays } from './agenda-days.ts';
import type { Store } from '../store/index.ts';

/** The agenda as it was last read. */
export interface KeptAgenda {
  /** UTC, ISO 8601: when the source last said that it is so. */
  readonly readAt: string;
  readonly version: string | null;
  readonly appointments: readonly Appointment[];
  readonly problems: readonly string[];
}

/** Keeps one agenda in the encrypted store; that of another source is forgotten. */
export function agendaStore(
  store: Store,
  { source, location }: { readonly source: string; readonly location: string },
) {
  const { db, atomically } = store;
  const days = agendaDays(store, location);
  const read = db.prepare<
    { source: string },
    { readAt: string; version: string | null; appointments: string; problems: string }
  >('SELECT read_at AS readAt, version, appointments, problems FROM agenda WHERE source = @source');
  const others = db.prepare<{ source: string }>('DELETE FROM agenda WHERE source <> @source');
  const write = db.prepare<{
    source: string;
    readAt: string;
    version: string | null;
    appointments: string;
    problems: string;
  }>(
    `INSERT INTO agenda (source, read_at, version, appointments, problems)
     VALUES (@source, @readAt, @version, @appointments, @problems)
     ON CONFLICT (source) DO UPDATE SET read_at = excluded.read_at, version = excluded.version,
       appointments = excluded.appointments, problems = excluded.problems`,
  );
  return {
    read(): KeptAgenda | null {
      const row = read.get({ source });
      if (!row) return null;
      return {
        ...row,
        appointments: JSON.parse(row.appointments) as Appointment[],
        problems: JSON.parse(row.problems) as string[],
      };
    },
    /** `day`: whose appointments are counted. */
    write(agenda: KeptAgenda, day: string): void {
      atomically(() => {
        days.write(day, agenda.readAt, agenda.appointments);
        others.run({ source });
        write.run({
          source,
          readAt: agenda.readAt,
          version: agenda.version,
          appointments: JSON.stringify(agenda.appointments),
          problems: JSON.stringify(agenda.problems),
        });
      });
    },
  };
}
