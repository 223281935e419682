// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { FinishedVisit } from '../../../shared/contract/visits.ts';
import { PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const FINISHED: FinishedVisit = {
  visitId: 'v0',
  number: 'P011',
  finishedAt: '2026-11-23T09:30:00.000Z',
  outcome: 'inOneGo',
  totalCents: 0,
  verification: 'notVerified',
  receipt: 'none',
  receiptJobId: null,
  transactions: [],
};

async function today(...finished: readonly FinishedVisit[]) {
  await showVisit({ person: PERSON }, (bridge) => bridge.give('visits.finished', [...finished]));
  return screen.findByRole('region', { name: 'Afgerond vandaag' });
}

test('what the BRP says of a finished visit stands with it', async () => {
  const region = await today(FINISHED, { ...FINISHED, visitId: 'v9', verification: 'notFound' });
  expect(await within(region).findByText(/· niet geverifieerd ·/)).toBeTruthy();
  expect(within(region).getByText(/· niet in BRP ·/)).toBeTruthy();
  expect(within(region).queryByText(/controleer de persoon/)).toBeNull();
});

test('a person of whom the BRP says something else is a warning to the clerk, on a line of its own', async () => {
  const region = await today({ ...FINISHED, verification: 'different' });
  const warning = await within(region).findByText('BRP wijkt af: controleer de persoon');
  expect(warning.className).toContain('v-warn');
});

test('a day without finished visits says so, without an empty list', async () => {
  const region = await today();
  expect(await within(region).findByText('Nog geen bezoek afgerond vandaag.')).toBeTruthy();
  expect(within(region).queryByRole('list')).toBeNull();
});
