import { expect, onTestFinished, test } from 'vitest';
import { startPractice } from '../../electron/practice/index.ts';
import { createTestClock } from '../helpers/clock.ts';

const PERSONS = 'resources/testdata/brp-testpersonen.json';

test('the zaken of before are of the municipality that practises: it finds them by their number', async () => {
  const practice = await startPractice({
    databaseFile: ':memory:',
    personsFile: PERSONS,
    clock: createTestClock(),
    port: 0,
    history: '999990512',
    historyRsin: '999999990',
  });
  onTestFinished(() => practice.stop());
  const { zaken } = practice.inspect();
  expect(zaken.length).toBeGreaterThan(0);
  expect(new Set(zaken.map(({ bronorganisatie }) => bronorganisatie))).toEqual(new Set(['999999990']));
});
