import { amsterdamDay, amsterdamTime, formatDutchDate } from '../../../shared/domain/dates.ts';
import type { WaitRange } from '../../../shared/domain/expected-wait.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/print-document.ts';
import { feed, line, rule } from './paper.ts';

export interface TicketFacts {
  readonly municipality: string;
  readonly location: string;
  readonly number: string;
  readonly groupName: string;
  readonly persons: number;
  readonly issuedAt: Date;
  /** How many of the same group wait before this visitor. */
  readonly waitingBefore: number;
  /** Null: nobody can know. */
  readonly expected: WaitRange | null;
  /** What the visitor brings to the counter. */
  readonly bring: readonly string[];
  /** Where he sees his place on his phone; null: nowhere. */
  readonly page: string | null;
}

/** Letters of 12 dots: four fill the 384 dots of the narrowest paper (58 mm) at size 8, five at size 6. */
function sizeFor(number: string): number {
  return Math.max(1, Math.min(8, Math.floor(32 / number.length)));
}

function waitingText(count: number): string {
  if (count === 0) return 'Er wacht niemand voor u.';
  return count === 1 ? 'Er wacht 1 persoon voor u.' : `Er wachten ${count} personen voor u.`;
}

function expectedText(expected: WaitRange | null): string {
  if (expected === null) return 'Wachttijd: onbekend.';
  const { fromMinutes, toMinutes } = expected;
  return fromMinutes === 0
    ? `Wachttijd: hooguit ${toMinutes} minuten.`
    : `Wachttijd: ${fromMinutes} tot ${toMinutes} minuten.`;
}

/** The paper that the visitor takes: his number, large, and nothing that says who he is. */
export function ticketDocument(ticket: TicketFacts): PrintDocument {
  const centre = { align: 'center' } as const;
  const at = `${formatDutchDate(amsterdamDay(ticket.issuedAt))}, ${amsterdamTime(ticket.issuedAt)} uur`;
  return {
    blocks: [
      line(ticket.municipality, { ...centre, bold: true }),
      line(ticket.location, centre),
      feed(1),
      line('Uw nummer', centre),
      line(ticket.number, { ...centre, bold: true, size: sizeFor(ticket.number) }),
      line(ticket.groupName, { ...centre, bold: true }),
      ...(ticket.persons > 1 ? [line(`Voor ${ticket.persons} personen`, centre)] : []),
      feed(1),
      line(waitingText(ticket.waitingBefore), centre),
      line(expectedText(ticket.expected), centre),
      line('Kijk op het scherm. Daar ziet u wanneer u aan de beurt bent en naar welke balie u gaat.', centre),
      ...pageBlocks(ticket.page),
      ...bringBlocks(ticket.bring),
      rule,
      line(at, centre),
    ],
  };
}

function pageBlocks(page: string | null): PrintBlock[] {
  if (page === null) return [];
  return [
    feed(1),
    { kind: 'qr', data: page },
    line('Scan de code: zie op uw telefoon hoe lang het duurt.', { align: 'center' }),
  ];
}

function bringBlocks(bring: readonly string[]): PrintBlock[] {
  if (bring.length === 0) return [];
  return [feed(1), line('Houd klaar:', { bold: true }), ...bring.map((one) => line(`- ${one}`))];
}

const REFUSALS = {
  groupClosed: ['Deze groep is nu gesloten.', 'Kijk naar de openingstijden of vraag het aan de receptie.'],
  groupFull: ['Vandaag zijn er geen nummers meer.', 'Maak een afspraak of vraag het aan de receptie.'],
} as const;

/** The paper that comes instead of a number: why there is none and what the visitor can do. */
export function refusalDocument({
  municipality,
  location,
  name,
  why,
}: {
  readonly municipality: string;
  readonly location: string;
  readonly name: string;
  readonly why: keyof typeof REFUSALS;
}): PrintDocument {
  const centre = { align: 'center' } as const;
  const [what, now] = REFUSALS[why];
  return {
    blocks: [
      line(municipality, { ...centre, bold: true }),
      line(location, centre),
      feed(1),
      line(name, { ...centre, bold: true }),
      line(what, { ...centre, bold: true }),
      line(now, centre),
    ],
  };
}
