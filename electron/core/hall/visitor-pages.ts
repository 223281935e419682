import { createHash } from 'node:crypto';
import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { Ticket } from '../../../shared/contract/hall.ts';
import type { VisitorPlace } from '../../../shared/contract/visitor-place.ts';
import { amsterdamDay } from '../../../shared/domain/dates.ts';
import type { Clock, HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { waitingBefore, waitsInOrder } from './before.ts';
import type { WaitForecast } from './wait-forecast.ts';

/** The pages behind the codes on tickets. */
export interface VisitorPages {
  /** What the page with this name says; null when it is of no ticket of today. */
  find(name: string): Promise<VisitorPlace | null>;
  stop(): void;
}

/**
 * The name of a ticket's page: 132 bits of the SHA-256 of its id, which is random and known to counters alone. Nothing
 * needs to be kept, and every workstation of the hall gives the same.
 */
export function pageName(ticketId: string): string {
  return createHash('sha256').update(`visitor page ${ticketId}`).digest('base64url').slice(0, 22);
}

/** The address of a ticket's page, which the code on it leads to; null where the configuration has none. */
export function pageAddress(config: Config, ticketId: string, language?: KioskLanguage): string | null {
  const { visitorPage } = config.display;
  if (!visitorPage) return null;
  const address = `${visitorPage.url.replace(/\/$/, '')}/w/${pageName(ticketId)}`;
  return language === undefined || language === 'nl' ? address : `${address}?taal=${language}`;
}

interface Seen {
  readonly day: string;
  readonly byName: ReadonlyMap<string, Ticket>;
  readonly waiting: readonly Ticket[];
  readonly awaySince: string | null;
}

const STATES: Readonly<Record<Ticket['state'], VisitorPlace['state']>> = {
  waiting: 'waiting',
  cancelled: 'cancelled',
  called: 'called',
  held: 'held',
  noShow: 'missed',
  finished: 'done',
  closed: 'cancelled',
};

/** Reads the hall once after each change, however many visitors look. */
export function createVisitorPages(deps: {
  readonly engine: Pick<HallEngine, 'board' | 'today' | 'onChange'>;
  readonly forecast: WaitForecast;
  readonly config: Config;
  readonly clock: Clock;
}): VisitorPages {
  const { engine, forecast, config, clock } = deps;
  let latest: { readonly day: string; readonly seen: Promise<Seen> } | undefined;
  const forget = (): void => {
    latest = undefined;
  };

  async function read(day: string): Promise<Seen> {
    const [tickets, { awaySince = null }] = await Promise.all([engine.today(), engine.board()]);
    return {
      day,
      byName: new Map(tickets.map((ticket) => [pageName(ticket.ticketId), ticket])),
      waiting: tickets.filter(({ state }) => state === 'waiting'),
      awaySince,
    };
  }

  function look(): Promise<Seen> {
    const day = amsterdamDay(clock.now());
    if (latest?.day !== day) {
      const seen = read(day);
      latest = { day, seen };
      // What could not be read is read again by whoever looks next.
      seen.catch(forget);
    }
    return latest.seen;
  }

  return {
    async find(name) {
      const { byName, waiting, awaySince } = await look();
      const ticket = byName.get(name);
      if (!ticket) return null;
      const state = STATES[ticket.state];
      const counter = state === 'called' || state === 'held' ? ticket.counter : null;
      const inOrder = ticket.state === 'waiting' && waitsInOrder(ticket);
      const before = waitingBefore(waiting, ticket.ticketId);
      const expect = inOrder ? await forecast.now() : null;
      return {
        now: clock.now().toISOString(),
        awaySince,
        number: ticket.number,
        state,
        before: inOrder ? (before.get(ticket.group) ?? 0) : null,
        expected: expect?.(ticket.group, before) ?? null,
        counter,
        direction: counter === null ? null : (config.display.visitorPage?.directions[counter] ?? null),
      };
    },
    stop: engine.onChange(forget),
  };
}
