import type { Alarm } from '../../../shared/contract/alarms.ts';
import type { ShownDisplay } from '../../../shared/contract/display.ts';
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
  readonly ready: ReadyWord;
  readonly displays: DisplaysElsewhere;
  /** Seats, alarms or assignments changed. */
  onChange(listener: () => void): () => void;
}

/** Word that what somebody waits for is ready, to the workstations of every location that share the hall. */
export interface ReadyWord {
  /** Tells it by a mark of its number; false when the others can't be reached. */
  tell(mark: string): Promise<boolean>;
  /** The marks that were told in the last months, also while this workstation was off; the same one may come more than once. */
  onHeard(listener: (marks: readonly string[]) => void): () => void;
}

/** The displays that follow the other workstations, as those told it with their last sign of life. */
export interface DisplaysElsewhere {
  list(): readonly ShownDisplay[];
  /** Has one load its page anew; false when its workstation can't be told. */
  refresh(workstation: string, displayId: string): Promise<boolean>;
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
