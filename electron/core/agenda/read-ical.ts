import ICAL from 'ical.js';
import {
  type AgendaReading,
  collectReading,
  type GroupOfSubject,
} from '../../../shared/domain/appointment.ts';

const MINUTE_MS = 60_000;

/**
 * Reads an iCalendar agenda (RFC 5545): each VEVENT is one appointment, its UID the reference and the code of the visitor, its first CATEGORIES that
 * stands for a group, else its SUMMARY, the subject. The visitor's name is the CN of the first ATTENDEE. A repeated
 * event is no appointment of one visitor, and is left out with a problem. Times without a zone are Dutch. Throws when
 * the text is no iCalendar at all.
 */
export function readIcalAgenda(text: string, groupOf: GroupOfSubject): AgendaReading {
  const root = new ICAL.Component(ICAL.parse(text) as string);
  const zones = root.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  return collectReading(root.getAllSubcomponents('vevent'), (component) => {
    const event = new ICAL.Event(component);
    if (component.getFirstPropertyValue('status') === 'CANCELLED') return null;
    if (event.isRecurring()) return { problem: 'herhaalt zich' };
    if (!event.uid || event.uid.length > 64) return { problem: 'UID ontbreekt of is langer dan 64 tekens' };
    if (!event.startDate || event.startDate.isDate) return { problem: 'heeft geen begintijd' };
    const start = instantOf(
      event.startDate,
      component.getFirstProperty('dtstart')?.getParameter('tzid'),
      zones,
    );
    if (start === null) return { problem: 'tijdzone onbekend' };
    const subjects = [
      ...component.getAllProperties('categories').flatMap((one) => one.getValues()),
      event.summary,
    ];
    const group = subjects
      .map((one) => (typeof one === 'string' ? groupOf(one) : undefined))
      .find((one) => one);
    if (group === undefined) return { problem: 'onderwerp hoort bij geen groep' };
    const minutes = Math.round(event.duration.toSeconds() / 60);
    const name = event.attendees[0]?.getParameter('cn');
    return {
      reference: event.uid,
      code: event.uid,
      start: start.toISOString(),
      minutes: Math.min(480, Math.max(1, minutes)),
      group,
      name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : null,
      persons: 1,
      bsn: null,
    };
  });
}

/** The instant of a time in UTC, in a zone of the file, or on Dutch clocks; null in any other zone. */
function instantOf(time: ICAL.Time, named: unknown, zones: readonly ICAL.Timezone[]): Date | null {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate();
  const zone = zones.find(({ tzid }) => tzid === named);
  if (zone) {
    const inZone = time.clone();
    inZone.zone = zone;
    return inZone.toJSDate();
  }
  return named === undefined || named === DUTCH ? dutchInstant(time) : null;
}

const DUTCH = 'Europe/Amsterdam';

/** The instant at which Dutch clocks show this time; in the hour that comes twice, the first of both. */
function dutchInstant({ year, month, day, hour, minute, second }: ICAL.Time): Date {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  // Summer time first: it is the earlier of the two instants in the hour that comes twice.
  for (const offset of [120, 60]) {
    const instant = new Date(wall - offset * MINUTE_MS);
    if (offsetMinutes(instant) === offset) return instant;
  }
  return new Date(wall - 60 * MINUTE_MS);
}

const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: DUTCH, timeZoneName: 'shortOffset' });

function offsetMinutes(instant: Date): number {
  const name = PARTS.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return Number(/[+-]\d+/.exec(name)?.[0] ?? 0) * 60;
}
