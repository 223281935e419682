import type {
  AppointmentRule,
  CallingCounter,
  CallingFacts,
  CallingTicket,
  PastCall,
  WorkProfile,
} from '../../../shared/domain/calling-facts.ts';

/** The moment of the tests. */
export const NOW = new Date('2026-11-23T10:00:00.000Z');

/** Minutes from NOW as an instant; negative is before. */
export function minutes(count: number): string {
  return new Date(NOW.getTime() + count * 60_000).toISOString();
}

/** A walk-in of a group, with his place in the hall and how many minutes he waits. */
export function walkIn(
  ticketId: string,
  position: number,
  waits: number,
  change: Partial<CallingTicket> = {},
): CallingTicket {
  return {
    ticketId,
    group: ticketId.charAt(0).toUpperCase(),
    position,
    waitingSince: minutes(-waits),
    appointmentAt: null,
    priority: false,
    target: null,
    notBefore: null,
    lockedUntil: null,
    ...change,
  };
}

export const APPOINTMENTS: AppointmentRule = { leadMinutes: 2, earlyMinutes: 30, lateMinutes: 15 };

/** Earlier calls of this counter, oldest first: `AAb`, a small letter for who had an appointment. */
export function calls(text: string): PastCall[] {
  return [...text].map((letter) => ({
    group: letter.toUpperCase(),
    isAppointment: letter === letter.toLowerCase(),
  }));
}

/** A profile of groups as `A2 B1`: letter and weight, in order. */
export function profile(
  by: WorkProfile['by'],
  groups: string,
  change: Partial<WorkProfile> = {},
): WorkProfile {
  return {
    id: 'proef',
    name: 'Proef',
    by,
    groups: groups
      .split(' ')
      .map((text) => ({ letter: text.charAt(0), weight: Number(text.slice(1) || '1') })),
    finallyCallByMinutes: null,
    skills: [],
    ...change,
  };
}

/** A (norm 5 minutes), B (15), and C (10), which needs a camera and the skill `reisdocumenten`. */
const GROUPS: CallingFacts['groups'] = [
  { letter: 'A', normSeconds: 300, needs: { devices: [], skills: [] } },
  { letter: 'B', normSeconds: 900, needs: { devices: [], skills: [] } },
  { letter: 'C', normSeconds: 600, needs: { devices: ['camera'], skills: ['reisdocumenten'] } },
];

/** The facts of counter 1 with staff `anna`, no profile and a camera that works. */
export function hall<T extends CallingTicket>(
  tickets: readonly T[],
  counter: Partial<CallingCounter> = {},
  now = NOW,
): CallingFacts<T> {
  return {
    tickets,
    groups: GROUPS,
    appointments: APPOINTMENTS,
    counter: {
      counter: 1,
      staff: ['anna'],
      profile: null,
      devices: new Set(['camera']),
      recentCalls: [],
      ...counter,
    },
    now,
  };
}
