import { expect, test } from 'vitest';
import type { GezagView } from '../../../shared/contract/person-view.ts';
import { type Desk, openDesk } from '../../helpers/core-desk.ts';
import { BSN, passport } from '../../helpers/core-persons.ts';

const MOTHER: GezagView = {
  kind: 'EenhoofdigOuderlijkGezag',
  holders: ['Jane Rosetta Braam'],
  inOnderzoek: false,
};

async function visitAt(desk: Desk) {
  const { visitId } = await desk.startVisit();
  return {
    visitId,
    identify: (bsn: string) =>
      desk.must('visits.identify', { commandId: desk.commandId(), visitId, by: { kind: 'bsn', bsn } }),
    add: (productId: string) =>
      desk.must('visits.addProduct', { commandId: desk.commandId(), visitId, productId }),
    askAgain: () => desk.must('visits.askGezag', { commandId: desk.commandId(), visitId }),
    person: async () => (await desk.must('visits.current', {}))?.person,
  };
}

test('who has gezag is asked once, when a product of a minor needs it, and not to identify', async () => {
  const desk = await openDesk();
  desk.brp.gezag = MOTHER;
  const visit = await visitAt(desk);
  await visit.identify(BSN.child);
  await visit.add('brp-uittreksel');
  expect(await visit.person()).toMatchObject({ gezag: null, gezagQuestion: 'none' });
  expect(desk.brp.askedGezag).toEqual([]);
  await visit.add('paspoort');
  expect(await visit.person()).toMatchObject({ gezag: MOTHER, gezagQuestion: 'answered' });
  await visit.add('identiteitskaart');
  await visit.identify(BSN.child);
  await visit.askAgain();
  expect(await visit.person()).toMatchObject({ gezag: MOTHER, gezagQuestion: 'answered' });
  expect(desk.brp.askedGezag).toEqual([
    { bsn: BSN.child, visitId: visit.visitId, zaaktype: 'BALIE-PASPOORT' },
  ]);
  expect(desk.audited().filter((action) => action === 'visits.gezagAsked')).toHaveLength(1);
});

test('nothing is asked of an adult; a product chosen first asks once a child is identified', async () => {
  const desk = await openDesk();
  desk.brp.gezag = MOTHER;
  const visit = await visitAt(desk);
  await visit.add('paspoort');
  await visit.identify(BSN.adult);
  expect(await visit.person()).toMatchObject({ gezag: null, gezagQuestion: 'none' });
  expect(desk.brp.askedGezag).toEqual([]);
  await visit.identify(BSN.child);
  expect(await visit.person()).toMatchObject({ gezag: MOTHER, gezagQuestion: 'answered' });
});

test('the product is there before the BRP answers; with the BRP away it is named, and asked again', async () => {
  const desk = await openDesk();
  const visit = await visitAt(desk);
  await visit.identify(BSN.child);
  const { promise, resolve } = Promise.withResolvers<void>();
  desk.brp.gate = promise;
  desk.brp.away = true;
  expect(await visit.add('paspoort')).toMatchObject({
    transactions: [{ product: { id: 'paspoort' } }],
  });
  expect(await visit.person()).toMatchObject({ gezag: null, gezagQuestion: 'running' });
  expect(await visit.askAgain()).toMatchObject({ person: { gezagQuestion: 'running' } });
  expect(desk.brp.askedGezag).toHaveLength(1);
  resolve();
  await desk.clock.advance(0);
  expect(await visit.person()).toMatchObject({ gezag: null, gezagQuestion: 'failed' });
  desk.brp.away = false;
  desk.brp.gezag = MOTHER;
  expect(await visit.askAgain()).toMatchObject({ person: { gezag: MOTHER, gezagQuestion: 'answered' } });
});

test('an answer about who was there before says nothing of who is there now', async () => {
  const desk = await openDesk();
  desk.brp.gezag = MOTHER;
  const visit = await visitAt(desk);
  await visit.identify(BSN.child);
  const { promise, resolve } = Promise.withResolvers<void>();
  desk.brp.gate = promise;
  await visit.add('paspoort');
  desk.brp.gate = Promise.resolve();
  await visit.identify(BSN.adult);
  resolve();
  await desk.clock.advance(0);
  expect(await visit.person()).toMatchObject({ bsnMasked: '•••••3653', gezag: null, gezagQuestion: 'none' });
});

test('after a restart a question without an answer is open, and the answer of before is kept', async () => {
  const first = await openDesk();
  const visit = await visitAt(first);
  await visit.identify(BSN.child);
  first.brp.gate = Promise.withResolvers<void>().promise;
  await visit.add('paspoort');
  await first.close();
  const second = await openDesk({ file: first.file });
  expect((await second.must('visits.current', {}))?.person).toMatchObject({ gezagQuestion: 'open' });
  second.brp.gezag = MOTHER;
  await second.must('visits.askGezag', { commandId: second.commandId(), visitId: visit.visitId });
  await second.close();
  const third = await openDesk({ file: first.file });
  expect((await third.must('visits.current', {}))?.person).toMatchObject({
    gezag: MOTHER,
    gezagQuestion: 'answered',
  });
});

test('of a child without a number there is nothing to ask', async () => {
  const desk = await openDesk();
  desk.brp.away = true;
  const visit = await visitAt(desk);
  await desk.read(passport(BSN.child));
  await visit.add('paspoort');
  expect(await visit.person()).toMatchObject({ verification: 'notVerified', gezagQuestion: 'none' });
  expect(desk.brp.askedGezag).toEqual([]);
});
