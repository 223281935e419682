import type { Ticket } from '../../../shared/contract/hall.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { HallEngine } from '../ports.ts';

/** A new ticket and how many of its group wait before it: what the paper says. */
export interface IssuedTicket {
  readonly ticket: Ticket;
  readonly waitingBefore: number;
}

/** Issues a ticket and counts who waits before it; `counter` is the one of this workstation. */
export async function issueTicket(
  engine: HallEngine,
  counter: number,
  request: Parameters<HallEngine['issue']>[0],
): Promise<Result<IssuedTicket>> {
  const issued = await engine.issue(request);
  if (!issued.ok) return issued;
  const ticket = issued.value;
  const { waiting } = await engine.queue(counter);
  const place = waiting
    .filter((one) => one.group === ticket.group)
    .findIndex((one) => one.ticketId === ticket.ticketId);
  return ok({ ticket, waitingBefore: Math.max(0, place) });
}
