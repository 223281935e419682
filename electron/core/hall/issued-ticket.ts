import type { Ticket } from '../../../shared/contract/hall.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { WaitRange } from '../../../shared/domain/expected-wait.ts';
import type { HallEngine } from '../ports.ts';
import type { WaitForecast } from './wait-forecast.ts';

/** A new ticket and how many of its group wait before it: what the paper says. */
export interface IssuedTicket {
  readonly ticket: Ticket;
  readonly waitingBefore: number;
  /** Null: nobody can know. */
  readonly expected: WaitRange | null;
}

/** Issues a ticket, counts who waits before it and says what wait to expect; `counter` is the one of this workstation. */
export async function issueTicket(
  engine: HallEngine,
  { counter, forecast }: { readonly counter: number; readonly forecast: WaitForecast },
  request: Parameters<HallEngine['issue']>[0],
): Promise<Result<IssuedTicket>> {
  const issued = await engine.issue(request);
  if (!issued.ok) return issued;
  const ticket = issued.value;
  const [{ waiting }, expect] = await Promise.all([engine.queue(counter), forecast.now()]);
  const place = waiting.findIndex(({ ticketId }) => ticketId === ticket.ticketId);
  const ahead = Map.groupBy(waiting.slice(0, Math.max(0, place)), ({ group }) => group);
  const before = new Map([...ahead].map(([letter, tickets]) => [letter, tickets.length]));
  const { group } = ticket;
  return ok({ ticket, waitingBefore: before.get(group) ?? 0, expected: expect(group, before) });
}
