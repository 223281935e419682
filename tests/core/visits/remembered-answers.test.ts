import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/core-desk.ts';
import { BSN } from '../../helpers/core-persons.ts';

const ID = '00000000-0000-4000-8000-0000000000aa';
const OTHER = '00000000-0000-4000-8000-0000000000bb';

async function identified() {
  const desk = await openDesk();
  const { visitId } = await desk.startVisit();
  const input = { commandId: ID, visitId, by: { kind: 'bsn' as const, bsn: BSN.adult } };
  const first = await desk.must('visits.identify', input);
  return { desk, visitId, input, first };
}

test('what is remembered of a command says nothing of the visitor', async () => {
  const { desk, visitId } = await identified();
  await desk.must('visits.addProduct', { commandId: OTHER, visitId, productId: 'paspoort' });
  const kept = desk.store.db.prepare('SELECT answer FROM command_answer').pluck().all().join('\n');
  expect(kept).toContain(visitId);
  for (const part of ['Moulin', 'fullName', '"person"', 'address', 'transactions'])
    expect(kept).not.toContain(part);
});

test('a command on the visit that is sent again is answered with the visit, and done once', async () => {
  const { desk, visitId, input, first } = await identified();
  expect(await desk.must('visits.identify', input)).toEqual(first);
  const add = { commandId: OTHER, visitId, productId: 'paspoort' };
  const added = await desk.must('visits.addProduct', add);
  expect(await desk.must('visits.addProduct', add)).toEqual(added);
  expect(added.transactions).toHaveLength(1);
});

test('sent again after the visit ended, it says so and tells nothing of who was there', async () => {
  const { desk, visitId, input } = await identified();
  await desk.must('visits.cancel', { commandId: OTHER, visitId });
  expect(await desk.call('visits.identify', input)).toEqual({ ok: false, error: { code: 'visitFinished' } });
});
