import type { Ticket } from '../../../shared/contract/hall.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { WaitRange } from '../../../shared/domain/expected-wait.ts';
import type { HallEngine } from '../ports.ts';
import type { Config } from '../settings/config-schema.ts';
import { waitingBefore, waitsInOrder } from './before.ts';
import { pageAddress } from './visitor-pages.ts';
import type { WaitForecast } from './wait-forecast.ts';

/** A new ticket and the wait that it can expect: what the paper says. */
export interface IssuedTicket {
  readonly ticket: Ticket;
  /** How many of its group wait before it; null: they don't say when he is called, see `waitsInOrder`. */
  readonly waitingBefore: number | null;
  /** Null: nobody can know. */
  readonly expected: WaitRange | null;
  /** Where the visitor sees his place on his phone; null where there is no such page. */
  readonly page: string | null;
}

/** Counts who waits before a ticket that was given, and says what wait to expect. */
export async function withItsWait(
  engine: HallEngine,
  { config, forecast }: { readonly config: Config; readonly forecast: WaitForecast },
  issued: Result<Ticket>,
): Promise<Result<IssuedTicket>> {
  if (!issued.ok) return issued;
  const ticket = issued.value;
  const page = pageAddress(config, ticket.ticketId);
  if (!waitsInOrder(ticket)) return ok({ ticket, waitingBefore: null, expected: null, page });
  const [{ waiting }, expect] = await Promise.all([engine.queue(config.workstation.counter), forecast.now()]);
  const { group, ticketId } = ticket;
  const before = waitingBefore(waiting, ticketId);
  return ok({
    ticket,
    waitingBefore: before.get(group) ?? 0,
    expected: expect(group, before),
    page,
  });
}
