import type { CallingFacts, CallingTicket } from './calling-facts.ts';
import { appointmentPhase, appointmentTime } from './calling-wait.ts';
import type { WhyNot } from './calling-why.ts';

/**
 * Why this counter can't call this ticket now, or null when it can. What a person decided (a counter, a colleague) goes
 * before the profile: who was sent here is helped here, also with a product outside it. A device that is away holds back
 * everybody who needs it.
 */
export function whyNot(ticket: CallingTicket, facts: Omit<CallingFacts, 'tickets'>): WhyNot | null {
  const { counter, now } = facts;
  const needs = facts.groups.find(({ letter }) => letter === ticket.group)?.needs;
  if (ticket.target?.kind === 'counter' && ticket.target.counter !== counter.counter)
    return { code: 'otherCounter', counter: ticket.target.counter };
  if (ticket.target?.kind === 'colleague' && !counter.staff.includes(ticket.target.name))
    return { code: 'colleague', name: ticket.target.name };
  const { profile } = counter;
  if (ticket.target === null && profile !== null) {
    if (!profile.groups.some(({ letter }) => letter === ticket.group)) return { code: 'notInProfile' };
    const skills = needs?.skills.filter((skill) => !profile.skills.includes(skill)) ?? [];
    if (skills.length > 0) return { code: 'skillMissing', skills };
  }
  const devices = needs?.devices.filter((role) => !counter.devices.has(role)) ?? [];
  if (devices.length > 0) return { code: 'deviceAway', devices };
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
