import { type Appointment, withCode } from './appointment.ts';
import { isBsn } from './bsn.ts';
import { amsterdamTime } from './dates.ts';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The appointments that a clerk means by what he typed or scanned: a burgerservicenummer, the number or code of the
 * visitor, a time on Dutch clocks such as 9:30, or words of a name in any order. All of them for nothing.
 */
export function searchAgenda(appointments: readonly Appointment[], search: string): readonly Appointment[] {
  const text = search.trim();
  if (text === '') return appointments;
  const digits = text.replaceAll(/[\s.-]/g, '');
  const byBsn = isBsn(digits) ? appointments.filter(({ bsn }) => bsn === digits) : [];
  if (byBsn.length > 0) return byBsn;
  const byCode = withCode(appointments, text);
  if (byCode.length > 0) return byCode;
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(text);
  if (time) {
    const wanted = `${time[1]?.padStart(2, '0')}:${time[2]}`;
    return appointments.filter(({ start }) => amsterdamTime(new Date(start)) === wanted);
  }
  const words = plain(text).split(/\s+/);
  return appointments.filter(({ name }) => words.every((word) => plain(name ?? '').includes(word)));
}
