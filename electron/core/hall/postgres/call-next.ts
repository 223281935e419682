import { amsterdamDay } from '../../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import type { HallAction } from '../../ports.ts';
import type { TicketFacts } from '../hall-event.ts';
import { claimNext } from './claim.ts';
import type { SharedHall } from './shared-hall.ts';
import type { Run } from './hall-database.ts';

const CLAIM_TRIES = 5;

/** Calls the next visitor: ranked here, from what is known of the hall, and claimed on `run` in one round trip. */
export async function callNext(
  shared: Pick<SharedHall, 'location' | 'channel' | 'clock' | 'reader' | 'mirror' | 'depth' | 'readAll'>,
  run: Run,
  action: HallAction & { readonly request: string; readonly newId: () => string },
): Promise<Result<TicketFacts | null>> {
  const { location, channel, clock, reader, mirror, depth } = shared;
  const { commandId, counter, staffId, request } = action;
  /** What others had taken or changed when it was tried; of each the version. */
  const gone = new Map<string, number>();
  for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
    const now = clock.now();
    const { ranked } = reader.order({ counter, now }, depth.candidates() + gone.size);
    const candidates = ranked
      .flatMap(({ ticket }) => mirror.get(ticket.ticketId) ?? [])
      .filter(({ facts, version }) => gone.get(facts.ticketId) !== version);
    // Who is known and not yet tried comes before a reading of the whole hall.
    if (candidates.length === 0 && gone.size > 0) {
      await shared.readAll();
      gone.clear();
      continue;
    }
    const who = { location, channel, commandId, request, counter, staffId };
    const claimed = await claimNext(run, {
      ...who,
      candidates,
      eventId: action.newId(),
      now,
      day: amsterdamDay(now),
    });
    switch (claimed.outcome) {
      case 'called':
        mirror.put(claimed);
        depth.called(candidates.findIndex(({ facts }) => facts.ticketId === claimed.facts.ticketId));
        return ok(claimed.facts);
      case 'known':
        if (claimed.request !== request)
          return fail('commandIdReused', { field: 'commandId', detail: 'used for another action' });
        return ok(claimed.facts);
      case 'busy':
        return fail('visitRunning', { field: 'counter', detail: 'another visitor is here' });
      case 'nobody':
        return ok(null);
      case 'stale':
        depth.missed();
        for (const { facts, version } of candidates) gone.set(facts.ticketId, version);
        break;
      default:
        return claimed satisfies never;
    }
  }
  return fail('hallUnavailable', { detail: 'others were faster again and again' });
}
