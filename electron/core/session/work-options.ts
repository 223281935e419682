import type { WorkOptions } from '../../../shared/contract/session.ts';
import type { Config } from '../settings/config-schema.ts';

/** The work profiles of the configuration, and every skill that it names. */
export function workOptionsOf({ profiles, groups }: Config['hall']): WorkOptions {
  const skills = [...groups.flatMap(({ needs }) => needs.skills), ...profiles.flatMap((one) => one.skills)];
  return {
    profiles: profiles.map(({ id, name }) => ({ id, name })),
    skills: [...new Set(skills)].toSorted(),
  };
}
