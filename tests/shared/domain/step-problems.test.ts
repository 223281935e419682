import { expect, test } from 'vitest';
import { stepProblems } from '../../../shared/domain/step-problems.ts';
import type { StepData } from '../../../shared/domain/step-data.ts';
import type { Step, StepKind } from '../../../shared/domain/product-steps.ts';
import { SAMPLE } from './sample-product.ts';

function step(kind: StepKind) {
  const found = SAMPLE.steps.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`the sample has no ${kind}`);
  return found;
}

const form = (values: Record<string, string>) =>
  stepProblems(step('form'), { kind: 'form', values: { naam: 'Erebos', akkoord: 'true', ...values } });

test('an untouched step asks for what is required, and nothing more', () => {
  const reasons = (kind: StepKind) =>
    stepProblems(step(kind), undefined).map(({ field, reason }) => `${field} ${reason}`);
  expect(reasons('checklist')).toEqual(['gezien required']);
  expect(reasons('form')).toEqual(['naam required', 'akkoord required']);
  expect(reasons('consent')).toEqual(['givenBy required']);
  expect(reasons('photo')).toEqual(['attachmentId required']);
  expect(reasons('signature')).toEqual(['attachmentId required']);
  expect(reasons('document')).toEqual(['attachmentId required']);
  expect(reasons('payment')).toEqual([]);
  expect(reasons('note')).toEqual([]);
  expect(stepProblems(step('form'), null)).toEqual(stepProblems(step('form'), undefined));
});

test('a complete step has no problems', () => {
  expect(stepProblems(step('checklist'), { kind: 'checklist', checked: ['gezien'] })).toEqual([]);
  expect(form({})).toEqual([]);
  const givenBy: Extract<StepData, { kind: 'consent' }>['givenBy'] = [
    { name: 'Barbara Bultenaar', how: 'present' },
  ];
  expect(stepProblems(step('consent'), { kind: 'consent', givenBy })).toEqual([]);
  expect(stepProblems(step('photo'), { kind: 'photo', attachmentId: '01J' })).toEqual([]);
  expect(stepProblems(step('note'), { kind: 'note', text: '' })).toEqual([]);
  expect(stepProblems(step('payment'), { kind: 'payment' })).toEqual([]);
});

test.each([
  ['naam', '   ', 'required'],
  ['naam', 'Erebos Bultenaar', 'tooLong'],
  ['akkoord', 'false', 'required'],
  ['akkoord', 'ja', 'notAnOption'],
  ['datum', '2026-02-30', 'notADate'],
  ['datum', '5 september', 'notADate'],
  ['aantal', '-1', 'notANumber'],
  ['aantal', '1.5', 'notANumber'],
  ['postcode', '0123 AB', 'notAPostcode'],
  ['postcode', '1234 SS', 'notAPostcode'],
  ['postcode', '1234', 'notAPostcode'],
  ['telefoon', '12345', 'notAPhone'],
  ['telefoon', '06 123', 'notAPhone'],
  ['email', 'geen adres', 'notAnEmail'],
  ['email', 'a@b', 'notAnEmail'],
  ['soort', 'drie', 'notAnOption'],
  ['onbekend', 'x', 'unknownField'],
])('%s with %j is %s', (field, value, reason) => {
  expect(form({ [field]: value })).toEqual([{ field, reason }]);
});

test.each([
  ['datum', '2026-11-23'],
  ['aantal', '12'],
  ['postcode', '3224TT'],
  ['postcode', '3224 tt'],
  ['telefoon', '06-12345678'],
  ['telefoon', '+31 6 12345678'],
  ['telefoon', '0031612345678'],
  ['telefoon', '14 030'],
  ['email', 'naam@voorbeeld.nl'],
  ['soort', 'twee'],
  ['soort', ''],
])('%s with %j is right', (field, value) => {
  expect(form({ [field]: value })).toEqual([]);
});

test('a tick that the list does not have is named', () => {
  const data: StepData = { kind: 'checklist', checked: ['gezien', 'iets'] };
  expect(stepProblems(step('checklist'), data)).toEqual([{ field: 'iets', reason: 'unknownField' }]);
});

test('consent without a name, or of nobody, is not given', () => {
  const problem = [{ field: 'givenBy', reason: 'required' }];
  expect(stepProblems(step('consent'), { kind: 'consent', givenBy: [] })).toEqual(problem);
  const nameless: StepData = { kind: 'consent', givenBy: [{ name: ' ', how: 'written' }] };
  expect(stepProblems(step('consent'), nameless)).toEqual(problem);
});

test('data of another kind of step is one problem', () => {
  expect(stepProblems(step('photo'), { kind: 'note', text: '' })).toEqual([
    { field: 'photo', reason: 'wrongShape' },
  ]);
});

test.each([
  ['the first day', '2025-11-24', undefined],
  ['a day before it, such as a year that was typed wrong', '2025-11-23', 'tooEarly'],
  ['the last day', '2026-12-21', undefined],
  ['a day after it', '2026-12-22', 'tooLate'],
])('a date has to lie between its bounds: %s', (_, day, reason) => {
  const move: Step = {
    kind: 'form',
    fields: [
      {
        id: 'verhuisdatum',
        label: 'Datum van de verhuizing',
        type: 'date',
        required: true,
        maxLength: 10,
        days: { from: -364, until: 28, why: 'Van 4 weken ervoor.' },
      },
    ],
  };
  const data = { kind: 'form', values: { verhuisdatum: day } } as const;
  const found = stepProblems(move, data, { today: '2026-11-23', fullName: null, holders: [] });
  expect(found[0]?.reason).toBe(reason);
  expect(stepProblems(move, data)).toEqual([]);
});

test.each([
  ['Alexandra Holthuizen', 'ownName'],
  ['ALEXANDRA  HOLTHUÏZEN', 'ownName'],
  ['Willem-Pieter Holthuizen', undefined],
])('a child cannot agree for itself: %s', (name, reason) => {
  const data: StepData = { kind: 'consent', givenBy: [{ name, how: 'present' }] };
  const child = { today: '2026-11-23', fullName: 'Alexandra Holthuizen', holders: [] };
  expect(stepProblems(step('consent'), data, child)[0]?.reason).toBe(reason);
});

test('a parent with gezag who has the very name of the child can agree', () => {
  const data: StepData = { kind: 'consent', givenBy: [{ name: 'Alexandra Holthuizen', how: 'present' }] };
  const child = {
    today: '2026-11-23',
    fullName: 'Alexandra Holthuizen',
    holders: ['Alexandra Holthuizen', 'Jane Rosetta Braam'],
  };
  expect(stepProblems(step('consent'), data, child)).toEqual([]);
});
