import { problemLine } from '../../../shared/lib/schema-problems.ts';
import type { Config } from './config-schema.ts';

/** What each key allows by itself but not together, a line for IT each. */
export function contradictionsIn(config: Config): string[] {
  const { groups } = config.hall;
  const buttons = groups.flatMap(({ button }) => (button === undefined ? [] : [button]));
  const roles = config.devices.map(({ role }) => role);
  return [
    ...repeated(letters(groups)).map((letter) => problemLine('hall.groups', letter, 'elke letter één keer')),
    ...repeated(buttons).map((button) => problemLine('hall.groups', `knop ${button}`, 'elke knop één keer')),
    ...profileProblems(config),
    ...skillProblems(config),
    ...appointmentProblems(config),
    ...agendaProblems(config),
    ...repeated(roles).map((role) => problemLine('devices', role, 'elke rol één keer')),
  ];
}

function profileProblems({ hall, workstation }: Config): string[] {
  const known = letters(hall.groups);
  const ids = hall.profiles.map(({ id }) => id);
  const own = workstation.profile;
  const within = hall.profiles.flatMap(({ groups }, index) => {
    const key = `hall.profiles.${index}.groups`;
    const unknown = letters(groups).filter((letter) => !known.includes(letter));
    return [
      ...unknown.map((letter) =>
        problemLine(key, letter, `een letter uit hall.groups (${known.join(', ')})`),
      ),
      ...repeated(letters(groups)).map((letter) => problemLine(key, letter, 'elke letter één keer')),
    ];
  });
  const expected = `een id uit hall.profiles${ids.length > 0 ? ` (${ids.join(', ')})` : ''}`;
  return [
    ...repeated(ids).map((id) => problemLine('hall.profiles', `"${id}"`, 'elk id één keer')),
    ...within,
    ...(own === undefined || ids.includes(own)
      ? []
      : [problemLine('workstation.profile', `"${own}"`, expected)]),
  ];
}

/** A skill that no profile has keeps a whole group waiting for ever. */
function skillProblems({ hall }: Config): string[] {
  const there = hall.profiles.flatMap(({ skills }) => skills);
  return hall.groups.flatMap(({ needs }, index) =>
    needs.skills
      .filter((skill) => !there.includes(skill))
      .map((skill) =>
        problemLine(
          `hall.groups.${index}.needs.skills`,
          `"${skill}"`,
          'een vaardigheid van minstens één profiel in hall.profiles',
        ),
      ),
  );
}

function appointmentProblems({ hall }: Config): string[] {
  const { leadMinutes, earlyMinutes } = hall.appointments;
  return earlyMinutes >= leadMinutes
    ? []
    : [
        problemLine(
          'hall.appointments.earlyMinutes',
          String(earlyMinutes),
          `minstens leadMinutes (${leadMinutes})`,
        ),
      ];
}

function agendaProblems({ agenda, hall }: Config): string[] {
  const known = letters(hall.groups);
  return Object.entries(agenda?.groups ?? {}).flatMap(([subject, letter]) =>
    known.includes(letter)
      ? []
      : [problemLine(`agenda.groups.${subject}`, letter, `een letter uit hall.groups (${known.join(', ')})`)],
  );
}

function letters(groups: readonly { readonly letter: string }[]): string[] {
  return groups.map(({ letter }) => letter);
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
