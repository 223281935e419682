// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

async function finishSheet() {
  const scene = await showVisit({ person: PERSON }, (bridge) =>
    bridge.give('visits.handOverTargets', [
      {
        targetId: 'afdeling:groen',
        kind: 'afdeling',
        name: 'Afdeling Groen',
        workingDays: 3,
        questions: ['Waar is het?'],
      },
    ]),
  );
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F9' });
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('radio', { name: 'Overgedragen' }));
  const ready = () => !within(dialog).getByRole<HTMLButtonElement>('button', { name: /^Afronden/ }).disabled;
  return { scene, dialog, ready };
}

test('a department, its question and a number to call are handed over; a wrong number holds klaar up', async () => {
  const { scene, dialog, ready } = await finishSheet();
  expect(ready()).toBe(false);
  fireEvent.click(await within(dialog).findByRole('button', { name: /Overdragen aan/ }));
  fireEvent.click(await screen.findByRole('option', { name: /^Afdeling Groen/ }));
  fireEvent.change(await within(dialog).findByLabelText('Waar is het?'), {
    target: { value: 'Dorpsstraat' },
  });
  await waitFor(() => expect(ready()).toBe(true));
  fireEvent.click(within(dialog).getByRole('checkbox', { name: /teruggebeld/ }));
  await waitFor(() => expect(ready()).toBe(false));
  const phone = within(dialog).getByLabelText('Telefoonnummer');
  fireEvent.change(phone, { target: { value: '06 12' } });
  expect(within(dialog).getByText(/^Dit nummer kan niet/)).toBeTruthy();
  fireEvent.change(phone, { target: { value: '06 1234 5678' } });
  await waitFor(() => expect(ready()).toBe(true));
  fireEvent.click(within(dialog).getByRole('button', { name: /^Afronden/ }));
  await waitFor(() => expect(scene.bridge.inputsOf('transactions.commit')).toHaveLength(1));
  expect(scene.bridge.inputsOf('transactions.commit')[0]).toMatchObject({
    outcome: 'handedOver',
    note: '',
    handOver: { targetId: 'afdeling:groen', phone: '0612345678', answers: ['Dorpsstraat'] },
  });
});

test('a complaint without words holds klaar up; with words it goes along', async () => {
  const { scene, dialog, ready } = await finishSheet();
  fireEvent.click(within(dialog).getByRole('radio', { name: 'Klacht' }));
  expect(ready()).toBe(false);
  fireEvent.change(within(dialog).getByLabelText(/laten weten/), { target: { value: 'Lang gewacht' } });
  await waitFor(() => expect(ready()).toBe(true));
  fireEvent.click(within(dialog).getByRole('button', { name: /^Afronden/ }));
  await waitFor(() =>
    expect(scene.bridge.inputsOf('transactions.commit')[0]).toMatchObject({
      signal: { kind: 'klacht', text: 'Lang gewacht' },
    }),
  );
});
