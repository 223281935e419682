import { expect, test } from 'vitest';
import type { HandOver } from '../../../shared/contract/hand-over.ts';
import { handOverRecord } from '../../../electron/core/hand-over/index.ts';
import { HandOverTargets } from '../../../electron/core/settings/hand-over-schema.ts';
import { openDesk } from '../../helpers/core-desk.ts';
import { klaar, visitWith } from '../../helpers/core-transactions.ts';

const TARGETS = HandOverTargets.parse([
  {
    kind: 'afdeling',
    id: 'groen',
    name: 'Afdeling Groen',
    workingDays: 3,
    questions: ['Waar is het?', 'Wat is er aan de hand?'],
  },
]);
const GIVEN: HandOver = { targetId: 'afdeling:groen', phone: null, answers: ['Dorpsstraat', ''] };

test('term, number and answers stand in the text of the task; an open answer is left out', () => {
  // Friday 20 November 2026: three working days later is Wednesday.
  expect(handOverRecord(TARGETS, { ...GIVEN, phone: '0612345678' }, '2026-11-20')).toEqual({
    ok: true,
    value: {
      target: { kind: 'afdeling', id: 'groen', name: 'Afdeling Groen' },
      gevraagdeHandeling: 'Contact opnemen met betrokkene',
      toelichting:
        'Afhandelen uiterlijk 25 november 2026.\nTerugbellen op 0612345678.\nWaar is het? Dorpsstraat',
      phone: '0612345678',
    },
  });
});

test('who is not in the configuration gets nothing, and text that is too long is refused before it is sent', () => {
  expect(handOverRecord(TARGETS, { ...GIVEN, targetId: 'groep:groen' }, '2026-11-20')).toMatchObject({
    ok: false,
    error: { code: 'notFound', field: 'handOver.targetId' },
  });
  const [target] = TARGETS;
  if (!target) throw new Error('no target');
  const questions = Array.from({ length: 5 }, (_, index) => `Vraag ${index}?`);
  const answers = questions.map(() => 'x'.repeat(300));
  expect(handOverRecord([{ ...target, questions }], { ...GIVEN, answers }, '2026-11-20')).toMatchObject({
    ok: false,
    error: { code: 'invalidInput', field: 'handOver.answers' },
  });
});

test('klaar records what is handed over and what the visitor lets know, each under a number', async () => {
  const desk = await openDesk();
  const { visitId } = await visitWith(desk, 'verhuizing');
  const targets = await desk.must('visits.handOverTargets', {});
  expect(targets[0]).toMatchObject({ targetId: 'afdeling:vergunningen', name: 'Afdeling Vergunningen' });
  await desk.must(
    'transactions.commit',
    klaar(desk, visitId, {
      outcome: 'handedOver',
      payment: { method: 'none' },
      handOver: { targetId: 'afdeling:vergunningen', phone: '06-1234 5678', answers: ['Dakkapel'] },
      signal: { kind: 'idee', text: 'Een bankje in de hal.' },
    }),
  );
  const [visit] = desk.outbox.visits;
  expect(visit).toMatchObject({
    outcome: 'handedOver',
    note: expect.stringMatching(/^Voor Afdeling Vergunningen: Afhandelen uiterlijk/),
    handOver: { phone: '0612345678', gevraagdeHandeling: 'Contact opnemen met betrokkene' },
    signal: { kind: 'idee', text: 'Een bankje in de hal.' },
  });
  expect(visit?.signal?.referentienummer).not.toBe(visit?.referentienummer);
});

test('a number that cannot be called is refused, and nothing is recorded', async () => {
  const desk = await openDesk();
  const { visitId } = await visitWith(desk, 'verhuizing');
  const answer = await desk.call(
    'transactions.commit',
    klaar(desk, visitId, {
      outcome: 'handedOver',
      payment: { method: 'none' },
      handOver: { targetId: 'afdeling:vergunningen', phone: '12', answers: [] },
    }),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
  expect(desk.outbox.visits).toEqual([]);
});
