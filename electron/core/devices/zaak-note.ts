import type { ZaakStatus } from '../../../shared/contract/zaken.ts';
import { amsterdamDay, amsterdamTime, formatDutchDate } from '../../../shared/domain/dates.ts';
import type { PrintDocument } from '../../../shared/domain/print-document.ts';
import { feed, line, row, rule } from './paper.ts';

/**
 * How a zaak stands, for the visitor to take along. Who it is for stays off the paper, and so does what somebody wrote
 * by hand (omschrijving, statustoelichting), as that may name persons.
 */
export function zaakNote(
  place: { readonly municipality: string; readonly location: string },
  zaak: ZaakStatus,
): PrintDocument {
  const { zaaktype, status, result, department, endedOn, dueOn, plannedOn, startedOn } = zaak;
  const at = new Date(zaak.at);
  const day = (date: string): string => formatDutchDate(date);
  const term = plannedOn ?? dueOn;
  return {
    blocks: [
      line(place.municipality, { align: 'center', bold: true }),
      line(place.location, { align: 'center' }),
      feed(1),
      line('Stand van uw zaak', { bold: true }),
      ...(zaaktype === null ? [] : [line(zaaktype)]),
      line('Zaaknummer:'),
      line(zaak.zaakIdentificatie),
      rule,
      row('Gestart op', day(startedOn)),
      ...(status === null ? [] : [row('Stand', status.name)]),
      ...(endedOn === null && term !== null ? [row('Klaar op of voor', day(term))] : []),
      ...(endedOn === null ? [] : [row('Afgerond op', day(endedOn))]),
      ...(result === null ? [] : [row('Uitkomst', result)]),
      ...(department === null ? [] : [row('Behandeld door', department)]),
      rule,
      line(`Zo stond het op ${day(amsterdamDay(at))}, ${amsterdamTime(at)} uur.`),
      feed(1),
      line('Hebt u een vraag? Noem dan het zaaknummer.'),
    ],
  };
}
