import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';

/** What a team lead decided for a counter, for the rest of the day. */
export interface Assignment {
  /** A closed counter calls nobody; who is there is helped. */
  readonly isOpen: boolean;
  /** The id of a work profile; null: the one of its workstation. */
  readonly profile: string | null;
}

/** What each counter of the location does today, where a team lead decided it. */
export interface Assignments {
  of(counter: number): Assignment | undefined;
  list(): ReadonlyMap<number, Assignment>;
  /** False when it could not be told to the other workstations; then nothing changed. */
  set(counter: number, assignment: Assignment): Promise<boolean>;
}

type Row = Assignment & { readonly counter: number };

/** The assignments in the file of this workstation; `changed` is called after each. */
export function createStoreAssignments(
  { db }: Store,
  location: string,
  clock: Pick<Clock, 'now'>,
  changed: () => void,
): Assignments {
  const put = db.prepare<{
    location: string;
    counter: number;
    day: string;
    isOpen: number;
    profile: string | null;
  }>(
    `INSERT INTO hall_assignment (location, counter, day, is_open, profile) VALUES (@location, @counter, @day, @isOpen, @profile)
     ON CONFLICT (location, counter) DO UPDATE SET day = excluded.day, is_open = excluded.is_open, profile = excluded.profile`,
  );
  const all = db.prepare<
    { location: string; day: string },
    { counter: number; isOpen: number; profile: string | null }
  >(
    'SELECT counter, is_open AS isOpen, profile FROM hall_assignment WHERE location = @location AND day = @day',
  );
  const today = () => amsterdamDay(clock.now());
  const list = () =>
    asMap(
      all
        .all({ location, day: today() })
        .map(({ counter, isOpen, profile }) => ({ counter, isOpen: isOpen === 1, profile })),
    );
  return {
    of: (counter) => list().get(counter),
    list,
    async set(counter, { isOpen, profile }) {
      put.run({ location, counter, day: today(), isOpen: isOpen ? 1 : 0, profile });
      changed();
      return true;
    },
  };
}

/** Rows by their counter. */
export function asMap(rows: readonly Row[]): ReadonlyMap<number, Assignment> {
  return new Map(rows.map(({ counter, isOpen, profile }) => [counter, { isOpen, profile }]));
}
