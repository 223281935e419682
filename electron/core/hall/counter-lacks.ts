import { isDeepStrictEqual } from 'node:util';
import type { GroupLacks } from '../../../shared/contract/hall.ts';
import { lacksOf } from '../../../shared/domain/calling-skip.ts';
import type { Lack } from '../../../shared/domain/calling-why.ts';
import type { Config } from '../settings/config-schema.ts';
import { callingGroups, type CounterFacts, profileAt } from './calling-rule.ts';

/** The groups that a counter of this workstation can't help now, each with all that it lacks. */
export type LacksAt = (counter: number) => GroupLacks[];

/** By the same rule that calls the next: it passes over whom a counter can't help, and a clerk who chooses hears why. */
export function createCounterLacks(
  config: Config,
  { devicesAt, assignmentOf, workAt }: Pick<CounterFacts, 'devicesAt' | 'assignmentOf' | 'workAt'>,
): LacksAt {
  const groups = callingGroups(config);
  return (at) => {
    const clerk = workAt(at);
    const profile = profileAt(config, assignmentOf(at), clerk);
    const counter = { profile, ...(clerk?.skills && { clerkSkills: clerk.skills }), devices: devicesAt(at) };
    return groups.flatMap(({ letter }) => {
      const lacks = lacksOf(letter, { groups, counter });
      return lacks.length === 0 ? [] : [{ group: letter, lacks }];
    });
  };
}

/** Whether something is lacking for this group that was not seen. */
export function isUnseen(lacking: readonly GroupLacks[], group: string, seen: readonly Lack[]): boolean {
  const lacks = lacking.find((one) => one.group === group)?.lacks ?? [];
  return lacks.some((lack) => !seen.some((one) => isDeepStrictEqual(one, lack)));
}
