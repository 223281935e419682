/** A time that a visitor agreed with the municipality beforehand. */
export interface Appointment {
  /** The agenda's own reference, by which it is known again after a change. */
  readonly reference: string;
  /** What the visitor got to check in with, typed or as a QR code; it may be the reference itself. */
  readonly code: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly start: string;
  /** How long it was planned for. */
  readonly minutes: number;
  /** Product group of the hall. */
  readonly group: string;
  /** Whose appointment it is, as the agenda has it; null when it does not say. */
  readonly name: string | null;
  readonly persons: number;
  /** Burgerservicenummer, where the agenda has it. */
  readonly bsn: string | null;
}

/** What was read from an agenda. A line that cannot be used is named, and the others are used. */
export interface AgendaReading {
  readonly appointments: readonly Appointment[];
  /** For IT, in Dutch, without personal data. */
  readonly problems: readonly string[];
}

/** Which product group an agenda's subject or category stands for; compared without capitals and outer spaces. */
export type GroupOfSubject = (subject: string) => string | undefined;

/** Sees to it that one agenda item never hides the others: keeps what is good, counts what is not, by reason. */
export function collectReading<T>(
  items: readonly T[],
  read: (item: T) => Appointment | { readonly problem: string } | null,
): AgendaReading {
  const appointments = new Map<string, Appointment>();
  const counts = new Map<string, number>();
  for (const item of items) {
    const one = read(item);
    if (one === null) continue;
    if ('problem' in one) counts.set(one.problem, (counts.get(one.problem) ?? 0) + 1);
    else appointments.set(one.reference, one);
  }
  return {
    appointments: [...appointments.values()].toSorted((a, b) => a.start.localeCompare(b.start)),
    problems: [...counts].map(
      ([problem, count]) => `${count} ${count === 1 ? 'afspraak' : 'afspraken'} overgeslagen: ${problem}`,
    ),
  };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s.-]/g, '');

/** The appointments that a typed number or a scanned code stands for; capitals, spaces, dots and hyphens do not matter. */
export function withCode(appointments: readonly Appointment[], text: string): readonly Appointment[] {
  // A QR code may be an address with the code somewhere in it.
  const asked = new Set([text, ...text.split(/[/?&=#]/)].map(plain));
  asked.delete('');
  return appointments.filter(({ code, reference }) => asked.has(plain(code)) || asked.has(plain(reference)));
}
