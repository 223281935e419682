import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { withHallServer } from '../../../../electron/core/hall/postgres/at-once.ts';
import { claimNext } from '../../../../electron/core/hall/postgres/claim.ts';
import type { Mirrored } from '../../../../electron/core/hall/postgres/mirror.ts';
import { systemClock } from '../../../../electron/hosting/system.ts';
import { act, callNext, good, take } from '../engine-bench.ts';
import { openHall, postgresOfFile } from './hall-bench.ts';

const cluster = postgresOfFile();

/** A workstation that claimed the first in line and whose server stopped before the others were told. */
async function claimUntold(server: Parameters<typeof withHallServer>[0]): Promise<string> {
  return withHallServer(server, async (run) => {
    const candidates = await run<Mirrored>({
      text: 'SELECT at, version::float8 AS version, facts FROM hall_ticket ORDER BY version LIMIT 1',
      values: [],
    });
    const claimed = await claimNext(run, {
      location: 'stadhuis',
      channel: 'nobody listens here',
      counter: 1,
      staffId: 'medewerker-1',
      commandId: randomUUID(),
      request: 'callNext 1 ',
      eventId: randomUUID(),
      now: systemClock.now(),
      day: candidates[0]?.facts.day ?? '',
      candidates,
    });
    if (claimed.outcome !== 'called') throw new Error(claimed.outcome);
    return claimed.facts.ticketId;
  });
}

test('a claim that was not told is still a claim: the next in line is called, and then nobody', async () => {
  const server = await cluster().hall();
  const engine = await openHall(server, systemClock);
  const [first, second] = [await take(engine), await take(engine)];
  expect(await claimUntold(server)).toBe(first.ticketId);
  expect((await engine.ticket(first.ticketId))?.state).toBe('waiting');
  expect((await callNext(engine, 2)).ticketId).toBe(second.ticketId);
  expect(good(await engine.callNext(act(3)))).toBeNull();
  // That nobody is left was only known after a reading of the whole hall.
  expect(await engine.ticket(first.ticketId)).toMatchObject({ state: 'called', counter: 1 });
});
