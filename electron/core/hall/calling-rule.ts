import type { DeviceRole } from '../../../shared/contract/device-protocol.ts';
import type { StaffWork } from '../../../shared/contract/session.ts';
import type { CallingGroup, CallingTarget, CallingTicket } from '../../../shared/domain/calling-facts.ts';
import { type CallOrder, orderOfCalls } from '../../../shared/domain/calling-order.ts';
import { pastCall } from '../../../shared/domain/calling-wait.ts';
import type { Config } from '../settings/config-schema.ts';
import type { Assignment, Assignments } from './assignments.ts';
import type { TicketFacts } from './hall-event.ts';
import type { TeamSeat } from './team.ts';
import { wishOf } from './wish.ts';

/** A counter that looks whom it can call. */
export interface Calling {
  readonly counter: number;
  /** The tickets of today that were last called here, oldest call first. */
  readonly calls: readonly TicketFacts[];
  readonly now: Date;
}

export type Candidate = TicketFacts &
  CallingTicket & {
    /** The colleague to whom he was sent, who is not logged in now. */
    readonly awayColleague?: string;
  };

/** Who is called, in which order, and why; `most`: how many of the order are asked for. */
export type CallingRule = (
  waiting: readonly TicketFacts[],
  at: Calling,
  most?: number,
) => CallOrder<Candidate>;

/** What works at a counter now. */
export type DevicesAt = (counter: number) => ReadonlySet<DeviceRole>;

/** What the rule asks of the counters; left out: no devices, no decisions, and nobody can tell who is where. */
export interface CounterFacts {
  readonly devicesAt: DevicesAt;
  /** What a team lead decided for a counter. */
  readonly assignmentOf: Assignments['of'];
  /** What belongs to who is logged in at a counter of this workstation; undefined: nothing. */
  readonly workAt: (counter: number) => StaffWork | undefined;
  /** Who is logged in at which counter of the location, also behind a lock. */
  readonly seats: () => readonly TeamSeat[];
}

const NO_DEVICES: ReadonlySet<DeviceRole> = new Set();

/**
 * The work profile of a counter: what a team lead decided, else that of the clerk, else that of the workstation; null
 * without one. One that left the configuration does not count.
 */
export function profileAt(config: Config, assignment: Assignment | undefined, clerk?: StaffWork) {
  for (const id of [assignment?.profile, clerk?.profile, config.workstation.profile]) {
    const found = config.hall.profiles.find((profile) => profile.id === id);
    if (found) return found;
  }
  return null;
}

/** The groups of the configuration, as the rule knows them. */
export function callingGroups(config: Config): readonly CallingGroup[] {
  return config.hall.groups.map(({ letter, normMinutes, needs }) => ({
    letter,
    needs,
    normSeconds: normMinutes * 60,
  }));
}

/** The rule of shared/domain/calling-order.ts under this configuration. */
export function createCallingRule(
  config: Config,
  {
    devicesAt = () => NO_DEVICES,
    assignmentOf = () => undefined,
    workAt = () => undefined,
    seats,
  }: Partial<CounterFacts>,
): CallingRule {
  const { appointments } = config.hall;
  const groups = callingGroups(config);
  return (waiting, { calls, now, ...who }, most) => {
    const assignment = assignmentOf(who.counter);
    if (assignment?.isOpen === false) return { ranked: [], skipped: [] };
    const clerk = workAt(who.counter);
    const profile = profileAt(config, assignment, clerk);
    const recentCalls = calls.map((facts) => pastCall(candidate(facts), appointments));
    const seated = seats?.();
    const staff = seated?.filter((seat) => seat.counter === who.counter).map(({ name }) => name) ?? [];
    const skills = clerk?.skills && { clerkSkills: clerk.skills };
    const counter = { ...who, staff, profile, ...skills, devices: devicesAt(who.counter), recentCalls };
    const tickets = waiting.map((facts) => withoutLostTarget(candidate(facts), seated));
    return orderOfCalls({ tickets, groups, appointments, counter, now }, most);
  };
}

/**
 * Who was sent to a counter where nobody works any more, or that was typed wrong, is called by any; and so is who was
 * sent to a colleague who went home.
 */
function withoutLostTarget(ticket: Candidate, seats: readonly TeamSeat[] | undefined): Candidate {
  const { target } = ticket;
  if (target === null) return ticket;
  if (target.kind === 'counter')
    return seats?.some(({ counter }) => counter === target.counter) === false
      ? { ...ticket, target: null }
      : ticket;
  return seats?.some(({ name }) => name === target.name)
    ? ticket
    : { ...ticket, target: null, awayColleague: target.name };
}

function targetOf(counter: number | null, colleague: string | null): CallingTarget | null {
  if (colleague !== null) return { kind: 'colleague', name: colleague };
  return counter === null ? null : { kind: 'counter', counter };
}

/** What the rule sees of a ticket; the facts of one never change, so it is made once for each. */
const candidates = new WeakMap<TicketFacts, Candidate>();

/** The wait begins with the issue, also for who returned to the hall: it is what the visitor himself counts. */
function candidate(facts: TicketFacts): Candidate {
  const known = candidates.get(facts);
  if (known) return known;
  const { counter, colleague, notBefore, place, hasPriority, lockedUntil } = wishOf(facts);
  const target = targetOf(counter, colleague);
  const wishes = { priority: hasPriority || place === 'front', target, notBefore, lockedUntil };
  const appointmentAt = facts.appointmentAt ?? null;
  const made = { ...facts, ...wishes, appointmentAt, waitingSince: facts.issuedAt };
  candidates.set(facts, made);
  return made;
}
