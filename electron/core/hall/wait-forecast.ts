import { addDays, amsterdamDay } from '../../../shared/domain/dates.ts';
import { expectedWait, type WaitRange } from '../../../shared/domain/expected-wait.ts';
import {
  measuredServices,
  type OpenCounter,
  openCounters,
  type Service,
} from '../../../shared/domain/hall-activity.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Assignments } from './assignments.ts';
import { type CounterFacts, type DevicesAt, profileAt } from './calling-rule.ts';

/** How many wait, by group letter. */
export type Waiting = ReadonlyMap<string, number>;

/** The wait of a visitor of `group` with these before him; null when nobody can know. */
export type Expect = (group: string, before: Waiting) => WaitRange | null;

export interface WaitForecast {
  /** By what goes on at the counters now, looked at anew every few seconds. Never rejects: then nobody can know. */
  now(): Promise<Expect>;
}

const NO_NEEDS: Config['hall']['groups'][number]['needs'] = { devices: [], skills: [] };

const FRESH_MS = 5000;
const DAYS_BACK = 7;
/** So many of the latest visits are enough, and follow a change of the work. */
const VISITS = 40;

interface ForecastDeps {
  readonly engine: Pick<HallEngine, 'history' | 'historyToday'>;
  readonly config: Config;
  readonly clock: Clock;
  readonly devicesAt: DevicesAt;
  /** The counters at which somebody sits at work, as far as this application knows; left out: it knows none. */
  readonly attended?: (() => readonly number[]) | undefined;
  /** What a team lead decided for a counter; left out: nothing. */
  readonly assignmentOf?: Assignments['of'];
  /** What belongs to who is logged in at a counter; left out: nothing. */
  readonly workAt?: CounterFacts['workAt'];
}

/**
 * Waits from the counters that are open and the visits that were measured: those of today, before them those of a week.
 * Ahead of a visitor are all who wait for the same counters: whom the rule would call later makes the range too long
 * rather than too short.
 */
export function createWaitForecast({
  engine,
  config,
  clock,
  devicesAt,
  attended,
  assignmentOf,
  workAt,
}: ForecastDeps): WaitForecast {
  const { groups, profiles } = config.hall;
  let earlier = { day: '', services: [] as readonly Service[] };
  let latest: { readonly at: number; readonly expect: Promise<Expect> } | undefined;

  function canHelp(at: OpenCounter, letter: string): boolean {
    const { devices: needs, skills } = groups.find((group) => group.letter === letter)?.needs ?? NO_NEEDS;
    if (at.counter === config.workstation.counter) {
      const clerk = workAt?.(at.counter);
      const own = profileAt(config, assignmentOf?.(at.counter), clerk);
      const inProfile = own === null || own.groups.some((group) => group.letter === letter);
      const devices = devicesAt(at.counter);
      const isSkilled = skills.every((skill) => clerk?.skills?.includes(skill) !== false);
      return inProfile && isSkilled && needs.every((role) => devices.has(role));
    }
    // Profile and devices of another counter are its own affair; what it did today tells.
    return at.groups.has(letter) || (profiles.length === 0 && needs.length === 0);
  }

  async function look(): Promise<Expect> {
    const now = clock.now();
    const day = amsterdamDay(now);
    if (earlier.day !== day) {
      const before = await engine.history({ from: addDays(day, -DAYS_BACK), to: addDays(day, -1) });
      earlier = { day, services: measuredServices(before) };
    }
    const today = await engine.historyToday();
    const services = [...earlier.services, ...measuredServices(today)];
    const acted = openCounters(today, now);
    // Somebody who sits ready before his first call.
    const ready = (attended?.() ?? []).filter((counter) => !acted.some((at) => at.counter === counter));
    const open = [
      ...acted,
      ...ready.map((counter) => ({ counter, isFree: true, groups: new Set<string>() })),
    ].filter(({ counter }) => assignmentOf?.(counter)?.isOpen !== false);
    return (group, before) => {
      const helping = open.filter((at) => canHelp(at, group));
      const served = groups.flatMap(({ letter }) =>
        helping.some((at) => canHelp(at, letter)) ? [letter] : [],
      );
      return expectedWait({
        ahead: served.reduce((sum, letter) => sum + (before.get(letter) ?? 0), 0),
        counters: helping.length,
        free: helping.filter(({ isFree }) => isFree).length,
        services: services
          .filter((service) => served.includes(service.group))
          .slice(-VISITS)
          .map(({ seconds }) => seconds),
      });
    };
  }

  return {
    now() {
      const at = clock.now().getTime();
      // A clock that was set back makes it old too.
      if (latest === undefined || Math.abs(at - latest.at) >= FRESH_MS)
        latest = { at, expect: look().catch((): Expect => () => null) };
      return latest.expect;
    },
  };
}
