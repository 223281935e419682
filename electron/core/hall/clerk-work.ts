import type { CounterWork } from '../../../shared/contract/hall.ts';
import type { WorkAt } from '../../../shared/contract/overview.ts';
import type { Staff, StaffWork } from '../../../shared/contract/session.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Assignments } from './assignments.ts';
import { profileAt } from './calling-rule.ts';

/** Who is logged in at a counter of this workstation, also behind a lock. */
export type ClerkAt = (counter: number) => Pick<Staff, 'staffId' | 'work'> | null;

/** What clerks do at the counters where they are logged in. */
export interface ClerkWork {
  /** Undefined where nobody is logged in. */
  of(counter: number): StaffWork | undefined;
  /** What his window shows; undefined without work profiles. */
  shown(counter: number): CounterWork | undefined;
  /** The same without the choices, as colleagues see it. */
  at(counter: number): WorkAt | undefined;
  /** Until he logs out; null: his own profile again. */
  choose(counter: number, profile: string | null): void;
  /** Forgets what was chosen by who is not there any more. */
  forgetLeft(): void;
}

/** What was chosen is in memory only: after a restart everybody logs in again. */
export function createClerkWork(deps: {
  readonly config: Config;
  readonly clerkAt: ClerkAt;
  readonly assignmentOf: Assignments['of'];
}): ClerkWork {
  const { config, clerkAt, assignmentOf } = deps;
  const chosen = new Map<number, { readonly staffId: string; readonly profile: string }>();

  function of(counter: number): StaffWork | undefined {
    const clerk = clerkAt(counter);
    if (!clerk) return undefined;
    const { profile, skills } = clerk.work ?? { profile: null, skills: null };
    const choice = chosen.get(counter);
    return { profile: choice?.staffId === clerk.staffId ? choice.profile : profile, skills };
  }

  function at(counter: number): WorkAt | undefined {
    if (config.hall.profiles.length === 0) return undefined;
    const [assignment, clerk] = [assignmentOf(counter), of(counter)];
    const profile = profileAt(config, assignment, clerk);
    return {
      profile: profile && { id: profile.id, name: profile.name },
      decidedBy: whoDecided(profile?.id, assignment?.profile, clerk?.profile),
    };
  }

  return {
    of,
    at,
    shown(counter) {
      const now = at(counter);
      if (now === undefined) return undefined;
      const own = clerkAt(counter)?.work?.profile;
      const skills = of(counter)?.skills ?? null;
      return {
        ...now,
        choices: config.hall.profiles
          .filter(
            (one) => one.id === own || skills === null || one.skills.every((skill) => skills.includes(skill)),
          )
          .map(({ id, name }) => ({ id, name })),
      };
    },
    choose(counter, profile) {
      const clerk = clerkAt(counter);
      if (clerk && profile !== null) chosen.set(counter, { staffId: clerk.staffId, profile });
      else chosen.delete(counter);
    },
    forgetLeft() {
      for (const [counter, { staffId }] of chosen)
        if (clerkAt(counter)?.staffId !== staffId) chosen.delete(counter);
    },
  };
}

function whoDecided(
  id: string | undefined,
  ofLead: string | null | undefined,
  ofClerk: string | null | undefined,
): CounterWork['decidedBy'] {
  if (id === undefined) return 'counter';
  if (id === ofLead) return 'teamlead';
  return id === ofClerk ? 'clerk' : 'counter';
}
