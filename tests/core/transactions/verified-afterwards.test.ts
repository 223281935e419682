import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';
import { addTo, fillVog, klaar } from '../../helpers/core-transactions.ts';

/** A visit on the document alone, finished while the BRP was away. */
async function finishedOffline() {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  desk.brp.away = true;
  await desk.read(passport(BSN.adult, { withBsn: true }));
  await fillVog(desk, await addTo(desk, visitId, 'vog'));
  await desk.must('transactions.commit', klaar(desk, visitId));
  return { desk, visitId };
}

test.each(['verified', 'notFound', 'different'] as const)(
  'a finished visit says that the BRP afterwards answered: %s',
  async (outcome) => {
    const { desk, visitId } = await finishedOffline();
    expect(await desk.must('visits.finished', {})).toMatchObject([{ visitId, verification: 'notVerified' }]);
    desk.source.onVerified(visitId, outcome);
    expect(await desk.must('visits.finished', {})).toMatchObject([{ visitId, verification: outcome }]);
    expect(desk.audit.list({ limit: 1 })).toMatchObject([
      { who: 'waarmee', action: 'visits.verified', recordId: visitId, detail: outcome },
    ]);
  },
);
