import type { DeviceRole } from '../contract/device-binding.ts';

/** A ticket that waits; times are UTC, ISO 8601. */
export interface CallingTicket {
  readonly ticketId: string;
  readonly group: string;
  /** The place in the hall: who has a lower one is called first within his group, whatever the clock does. */
  readonly position: number;
  /** The arrival of the visitor. */
  readonly waitingSince: string;
  readonly appointmentAt: string | null;
  /** A clerk said that this visitor goes first, for instance because he can't stand long. */
  readonly priority: boolean;
  /** The one counter or colleague to which the visitor was sent. */
  readonly target: CallingTarget | null;
  /** The visitor comes back at this time. */
  readonly notBefore: string | null;
  /** Not called again before this time: he was called and did not come. */
  readonly lockedUntil: string | null;
}

export type CallingTarget =
  | { readonly kind: 'counter'; readonly counter: number }
  | { readonly kind: 'colleague'; readonly name: string };

/** A group with the wait that the municipality finds acceptable (VNG: at most 15 minutes at the counter). */
export interface CallingGroup {
  readonly letter: string;
  readonly normSeconds: number;
  /** What a counter must have to help this group. */
  readonly needs: { readonly devices: readonly DeviceRole[]; readonly skills: readonly string[] };
}

/**
 * Which visitors a counter helps, and in which order. `by`:
 * norm: who waits longer than the norm of his group first, else who waits longest;
 * order: the first group of the list in which somebody waits;
 * ratio: of every so many calls, each group as many as its weight.
 */
export interface WorkProfile {
  readonly id: string;
  readonly name: string;
  readonly by: 'norm' | 'order' | 'ratio';
  readonly groups: readonly { readonly letter: string; readonly weight: number }[];
  /** Who waits longer goes before the order of the groups; null for no limit. */
  readonly finallyCallByMinutes: number | null;
  readonly skills: readonly string[];
}

/** When an appointment counts as one; in minutes around its time. */
export interface AppointmentRule {
  /** So long before its time an appointment goes before the walk-ins. */
  readonly leadMinutes: number;
  /** So long before its time it may be helped when nobody else waits. */
  readonly earlyMinutes: number;
  /** Who arrives later than this after his time waits like a walk-in, from his arrival. */
  readonly lateMinutes: number;
}

/** The counter that calls. */
export interface CallingCounter {
  readonly counter: number;
  /** Names of who is logged in there. */
  readonly staff: readonly string[];
  /** Null without work profiles: every group, by norm, whatever the skills. */
  readonly profile: WorkProfile | null;
  /** The skills of who is logged in there, where an administrator set them; left out: all. */
  readonly clerkSkills?: readonly string[];
  /** The devices that work at this counter now. */
  readonly devices: ReadonlySet<DeviceRole>;
  /** The calls of this counter today, oldest first: at least as many as the weights of the profile add up to. */
  readonly recentCalls: readonly PastCall[];
}

export interface PastCall {
  readonly group: string;
  /** The visitor had an appointment, and was not too late for it. */
  readonly isAppointment: boolean;
}

/** All that the choice of the next visitor depends on. */
export interface CallingFacts<T extends CallingTicket = CallingTicket> {
  readonly tickets: readonly T[];
  readonly groups: readonly CallingGroup[];
  readonly appointments: AppointmentRule;
  readonly counter: CallingCounter;
  readonly now: Date;
}
