import type { CallingCounter, CallingFacts, CallingTicket } from './calling-facts.ts';
import { appointmentPhase, appointmentTime } from './calling-wait.ts';
import type { Lack, WhyNot } from './calling-why.ts';

/** All that this counter lacks now to help the group of this letter, each skill and device once. */
export function lacksOf(
  letter: string,
  {
    groups,
    counter,
  }: Pick<CallingFacts, 'groups'> & {
    readonly counter: Pick<CallingCounter, 'profile' | 'clerkSkills' | 'devices'>;
  },
): Lack[] {
  const needs = groups.find((group) => group.letter === letter)?.needs;
  if (needs === undefined) return [];
  const { profile, clerkSkills, devices } = counter;
  const ofClerk = clerkSkills ? needs.skills.filter((skill) => !clerkSkills.includes(skill)) : [];
  const ofProfile = profile
    ? needs.skills.filter((skill) => !profile.skills.includes(skill) && !ofClerk.includes(skill))
    : [];
  const away = needs.devices.filter((role) => !devices.has(role));
  return [
    ...(ofClerk.length > 0 ? [{ code: 'clerkLacks', skills: ofClerk } as const] : []),
    ...(ofProfile.length > 0 ? [{ code: 'skillMissing', skills: ofProfile } as const] : []),
    ...(away.length > 0 ? [{ code: 'deviceAway', devices: away } as const] : []),
  ];
}

/**
 * Why this counter can't call this ticket now, or null when it can. What a person decided (a counter, a colleague) goes
 * before the profile: who was sent here is helped here, also with a product outside it. A device that is away, or a skill that
 * the clerk does not have, holds back everybody who needs it.
 */
export function whyNot(ticket: CallingTicket, facts: Omit<CallingFacts, 'tickets'>): WhyNot | null {
  const { counter, now } = facts;
  if (ticket.target?.kind === 'counter' && ticket.target.counter !== counter.counter)
    return { code: 'otherCounter', counter: ticket.target.counter };
  if (ticket.target?.kind === 'colleague' && !counter.staff.includes(ticket.target.name))
    return { code: 'colleague', name: ticket.target.name };
  const { profile } = counter;
  const lacks = lacksOf(ticket.group, facts);
  const lack = (code: Lack['code']) => lacks.find((one) => one.code === code);
  const ofClerk = lack('clerkLacks');
  if (ofClerk) return ofClerk;
  if (ticket.target === null && profile !== null) {
    if (!profile.groups.some(({ letter }) => letter === ticket.group)) return { code: 'notInProfile' };
    const ofProfile = lack('skillMissing');
    if (ofProfile) return ofProfile;
  }
  const away = lack('deviceAway');
  if (away) return away;
  if (ticket.notBefore !== null && Date.parse(ticket.notBefore) > now.getTime())
    return { code: 'notBefore', at: ticket.notBefore };
  if (ticket.lockedUntil !== null && Date.parse(ticket.lockedUntil) > now.getTime())
    return { code: 'lockedOut', until: ticket.lockedUntil };
  const at = appointmentTime(ticket, facts.appointments);
  if (at !== null && ticket.target === null && !ticket.priority)
    if (appointmentPhase(at, facts.appointments, now) === 'later')
      return { code: 'appointmentLater', at: new Date(at).toISOString() };
  return null;
}
