// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CounterWork } from '../../../shared/contract/hall.ts';
import { QUEUE } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge } from '../../helpers/render-counter.tsx';

const WORK: CounterWork = {
  profile: { id: 'paspoorten', name: 'Paspoorten' },
  decidedBy: 'clerk',
  choices: [
    { id: 'paspoorten', name: 'Paspoorten' },
    { id: 'rijbewijzen', name: 'Rijbewijzen' },
  ],
};

test('Ctrl+F1 and Enter choose another work profile', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, work: WORK });
  bridge.give('hall.chooseProfile', { done: true });
  await renderCounter(bridge);
  await press('F1', { ctrlKey: true });
  expect(screen.getByText('U werkt met uw profiel Paspoorten.')).toBeTruthy();
  screen.getByRole('option', { name: 'Rijbewijzen' }).focus();
  await press('Enter');
  expect(bridge.inputsOf('hall.chooseProfile')).toMatchObject([{ profile: 'rijbewijzen' }]);
  expect(screen.getByText(/U werkt nu met het gekozen werkprofiel/)).toBeTruthy();
});

test('a team lead who decided is told on the screen for as long as it holds, and the clerk chooses nothing', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, work: { ...WORK, decidedBy: 'teamlead' } });
  await renderCounter(bridge);
  expect(screen.getByText('Teamleider zette uw balie op profiel Paspoorten')).toBeTruthy();
  await press('F1', { ctrlKey: true });
  expect(screen.getByText(/Vraag het de teamleider/)).toBeTruthy();
  expect(screen.queryByRole('option')).toBeNull();
});

test('without work profiles there is nothing to choose', async () => {
  await renderCounter(sceneBridge());
  await press('F1', { ctrlKey: true });
  expect(screen.queryByRole('dialog')).toBeNull();
});
