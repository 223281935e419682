import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../helpers/core-desk.ts';
import { passport } from '../../helpers/core-persons.ts';

const file = path.resolve(import.meta.dirname, '../../../resources/testdata/brp-testpersonen.json');
const persons = JSON.parse(readFileSync(file, 'utf8')) as readonly {
  readonly burgerservicenummer: string;
  readonly geboorte?: { readonly datum?: string };
  readonly naam?: { readonly geslachtsnaam?: string };
}[];

/** What two digits of a year and 39 letters of a name cannot tell. */
const OUT_OF_REACH = [
  '999991139', // a surname of 175 letters, cut off
  '999991486', // born in 1925, a hundred years before the same two digits
  '999993021', // born in 1926
  '999994128', // a surname of which the zone loses points and spaces, cut off
];

test('every test person with a surname and a whole date of birth is found by the zone of a passport without a number', async () => {
  const desk = await openDesk();
  const missed: string[] = [];
  for (const { burgerservicenummer, geboorte, naam } of persons) {
    if (!/^\d{4}(?!00)\d{2}(?!00)\d{2}$/.test(geboorte?.datum ?? '') || !naam?.geslachtsnaam) continue;
    const { visitId } = await desk.startVisit();
    await desk.read(passport(burgerservicenummer));
    const visit = await desk.must('visits.current', {});
    const isFound = visit?.person?.bsnMasked === `•••••${burgerservicenummer.slice(5)}`;
    const isChoice = visit?.person === null && visit.offeredDocument !== null;
    if (!isFound && !isChoice) missed.push(burgerservicenummer);
    await desk.must('visits.cancel', { commandId: desk.commandId(), visitId });
  }
  expect(missed).toEqual(OUT_OF_REACH);
});
