import type { Alarm } from '../../../shared/contract/alarms.ts';
import type { GroupLacks } from '../../../shared/contract/hall.ts';
import type { WorkAt } from '../../../shared/contract/overview.ts';
import type { Assignments } from './assignments.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** Somebody who is logged in at a counter, as colleagues see him. */
export interface TeamSeat {
  readonly counter: number;
  readonly name: string;
  readonly locked: boolean;
  /** The groups that the counter can't help now with who sits there, as its own workstation says; left out: nobody said. */
  readonly lacks?: readonly GroupLacks[] | undefined;
  /** By which profile the counter calls and who decided it; left out: nobody said, or there are no profiles. */
  readonly work?: WorkAt | undefined;
}

type AtCounter = Alarm['coming'][number];

/**
 * The colleagues at the other workstations of this location, where the hall is shared. What it says is as of the last
 * word of each workstation; one that was not heard for a minute is not there any more.
 */
export interface Team {
  seats(): readonly TeamSeat[];
  /** Tells the others who sits here. */
  announce(seats: readonly TeamSeat[]): void;
  /** Ends the sessions at a counter of another workstation; `notFound` when nobody sits there, `hallUnavailable` when it did not answer. */
  logOut(counter: number): Promise<Result<TeamSeat>>;
  readonly alarms: AlarmBook;
  readonly assignments: Assignments;
  /** Seats, alarms or assignments changed. */
  onChange(listener: () => void): () => void;
}

/** The silent calls for help that run now. Each change is seen here at once, also when the others can't be reached. */
export interface AlarmBook {
  list(): readonly Alarm[];
  /** Whether the other workstations know it too. */
  raise(alarm: Alarm): Promise<boolean>;
  coming(alarmId: string, who: AtCounter): Promise<boolean>;
  end(alarmId: string): Promise<boolean>;
}

/** The alarms of this application alone. */
export function createAlarmBook(): AlarmBook & { replace(alarms: readonly Alarm[]): void } {
  let alarms = new Map<string, Alarm>();
  return {
    list: () => [...alarms.values()],
    async raise(alarm) {
      alarms.set(alarm.alarmId, alarm);
      return true;
    },
    async coming(alarmId, who) {
      const alarm = alarms.get(alarmId);
      if (alarm && !alarm.coming.some(({ counter }) => counter === who.counter))
        alarms.set(alarmId, { ...alarm, coming: [...alarm.coming, who] });
      return true;
    },
    async end(alarmId) {
      alarms.delete(alarmId);
      return true;
    },
    replace(now) {
      alarms = new Map(now.map((alarm) => [alarm.alarmId, alarm]));
    },
  };
}
