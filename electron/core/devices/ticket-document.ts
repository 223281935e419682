import { amsterdamDay, amsterdamTime, formatDutchDate } from '../../../shared/domain/dates.ts';
import type { WaitRange } from '../../../shared/domain/expected-wait.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/print-document.ts';
import { feed, line, rule } from './paper.ts';
import { type PaperLanguage, TICKET_TEXTS } from './ticket-texts.ts';

export interface TicketFacts {
  readonly municipality: string;
  readonly location: string;
  readonly number: string;
  /** Empty: nobody else should read what the visitor comes for. */
  readonly groupName: string;
  readonly persons: number;
  /** At least one. */
  readonly languages: readonly PaperLanguage[];
  readonly issuedAt: Date;
  /** The time of his appointment; null: he has none. */
  readonly appointmentAt: Date | null;
  /** How many of the same group wait before this visitor; null: they don't say when he is called. */
  readonly waitingBefore: number | null;
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

/** The paper that the visitor takes: his number, large, and nothing that says who he is. */
export function ticketDocument(ticket: TicketFacts): PrintDocument {
  const centre = { align: 'center' } as const;
  const said = (pick: (texts: (typeof TICKET_TEXTS)['nl']) => string): PrintBlock[] =>
    ticket.languages.map((language) => line(pick(TICKET_TEXTS[language]), centre));
  const { appointmentAt, waitingBefore } = ticket;
  const [date, time] = [formatDate(ticket), amsterdamTime(ticket.issuedAt)];
  return {
    blocks: [
      line(ticket.municipality, { ...centre, bold: true }),
      line(ticket.location, centre),
      feed(1),
      ...said(({ yourNumber }) => yourNumber),
      line(ticket.number, { ...centre, bold: true, size: sizeFor(ticket.number) }),
      ...(ticket.groupName === '' ? [] : [line(ticket.groupName, { ...centre, bold: true })]),
      ...(ticket.persons > 1 ? said(({ persons }) => persons(ticket.persons)) : []),
      feed(1),
      ...(appointmentAt === null ? [] : said(({ appointment }) => appointment(amsterdamTime(appointmentAt)))),
      ...(waitingBefore === null ? [] : said(({ before }) => before(waitingBefore))),
      ...(waitingBefore === null ? [] : said(({ wait }) => wait(ticket.expected))),
      ...said(({ screen }) => screen),
      ...(ticket.page === null ? [] : [feed(1), qr(ticket.page), ...said(({ scan }) => scan)]),
      ...bringBlocks(ticket),
      rule,
      line(TICKET_TEXTS[firstOf(ticket)].at(date, time), centre),
    ],
  };
}

const qr = (data: string): PrintBlock => ({ kind: 'qr', data });
const firstOf = ({ languages: [first = 'nl'] }: TicketFacts): PaperLanguage => first;

function formatDate(ticket: TicketFacts): string {
  const day = amsterdamDay(ticket.issuedAt);
  if (firstOf(ticket) === 'nl') return formatDutchDate(day);
  return new Intl.DateTimeFormat(firstOf(ticket) === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

function bringBlocks({ bring, languages }: TicketFacts): PrintBlock[] {
  if (bring.length === 0) return [];
  const heads = languages.map((language) => TICKET_TEXTS[language].bring);
  return [feed(1), line(heads.join(' '), { bold: true }), ...bring.map((one) => line(`- ${one}`))];
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
