// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QUEUE_CALLED } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

/** Chooses where in the open dialog. */
async function sendTo(option: string): Promise<void> {
  await settle(() => screen.getByRole('button', { name: /Waarheen/ }).click());
  await settle(() => screen.getByRole('option', { name: option }).click());
}

test('a visitor is sent on to a colleague by name', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('hall.colleagues', [{ name: 'Anna de Vries', counter: 5, isOpen: true, lacks: [] }]);
  if (QUEUE_CALLED.current) bridge.give('hall.transfer', QUEUE_CALLED.current);
  await renderCounter(bridge);
  await press('F6', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog'));
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: /Waarheen/ }));
  await sendTo('Naar Anna de Vries (balie 5)');
  await settle(() => dialog.getByRole('button', { name: 'Doorsturen' }).click());
  expect(bridge.inputsOf('hall.transfer')).toMatchObject([
    { colleague: 'Anna de Vries', group: null, counter: null, place: 'kept' },
  ]);
});

test('sending on to a colleague or counter that lacks something for him is warned of, and done all the same', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  const lacks = [
    { code: 'clerkLacks' as const, skills: ['reisdocumenten'] },
    { code: 'deviceAway' as const, devices: ['camera' as const] },
  ];
  bridge.give('hall.colleagues', [
    { name: 'Anna de Vries', counter: 5, isOpen: true, lacks: [{ group: 'P', lacks }] },
    { name: 'Bram Bakker', counter: 6, isOpen: true, lacks: [{ group: 'R', lacks }] },
  ]);
  if (QUEUE_CALLED.current) bridge.give('hall.transfer', QUEUE_CALLED.current);
  await renderCounter(bridge);
  await press('F6', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog'));
  await sendTo('Naar Bram Bakker (balie 6)');
  expect(dialog.queryByRole('status')).toBeNull();
  await sendTo('Naar één bepaalde balie');
  await settle(() =>
    fireEvent.change(dialog.getByLabelText('Nummer van de balie'), { target: { value: '5' } }),
  );
  expect(dialog.getByRole('status').textContent).toContain('Anna de Vries kan P012 nu niet helemaal helpen');
  await sendTo('Naar Anna de Vries (balie 5)');
  expect(dialog.getByRole('status').textContent).toBe(
    'Anna de Vries kan P012 nu niet helemaal helpen' +
      'Anna de Vries heeft deze vaardigheid niet: reisdocumenten.' +
      'Werkt nu niet aan balie 5: camera.' +
      'Zolang dat zo is, roept balie 5 dit nummer niet vanzelf op. U kunt toch doorsturen; zeg het dan tegen Anna de Vries.',
  );
  expect(bridge.inputsOf('hall.transfer')).toEqual([]);
  await settle(() => dialog.getByRole('button', { name: 'Toch doorsturen' }).click());
  expect(bridge.inputsOf('hall.transfer')).toMatchObject([{ colleague: 'Anna de Vries' }]);
});

test('sending on to a counter where nobody works is warned of; to one where somebody does, also the second of a colleague, it is not', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  const anna = { name: 'Anna de Vries', isOpen: true, lacks: [] };
  bridge.give('hall.colleagues', [
    { ...anna, counter: 5 },
    { ...anna, counter: 6 },
  ]);
  await renderCounter(bridge);
  await press('F6', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog'));
  await settle(() => dialog.getByRole('button', { name: /Waarheen/ }).click());
  expect(screen.getAllByRole('option', { name: /Anna/ })).toHaveLength(1);
  await settle(() => screen.getByRole('option', { name: 'Naar één bepaalde balie' }).click());
  const warningOf = async (counter: string) => {
    const field = dialog.getByLabelText('Nummer van de balie');
    await settle(() => fireEvent.change(field, { target: { value: counter } }));
    return dialog.queryByRole('status')?.textContent;
  };
  expect(await warningOf('8')).toBe(
    'Bij balie 8 is nu niemand ingelogd' +
      'P012 wordt pas opgeroepen als iemand aan balie 8 inlogt. Kies een andere balie, of stuur toch door.',
  );
  expect(dialog.getByRole('button', { name: 'Toch doorsturen' })).toBeTruthy();
  for (const counter of ['6', '3', '', 'x']) expect(await warningOf(counter)).toBeUndefined();
});

test('sending on to a counter that the team lead closed is warned of, by number and by name, as soon as it is so', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  const anna = { name: 'Anna de Vries', counter: 5, lacks: [] };
  bridge.give('hall.colleagues', [{ ...anna, isOpen: true }]);
  await renderCounter(bridge);
  await press('F6', { ctrlKey: true });
  const dialog = within(screen.getByRole('dialog'));
  await sendTo('Naar Anna de Vries (balie 5)');
  expect(dialog.queryByRole('status')).toBeNull();
  bridge.give('hall.colleagues', [{ ...anna, isOpen: false }]);
  bridge.give('hall.queue', { ...QUEUE_CALLED, now: '2026-11-23T10:00:05.000Z' });
  await settle(() => bridge.push({ name: 'hall.changed', data: {} }));
  const closed =
    'Balie 5 is gesloten' +
    'P012 wordt daar pas opgeroepen als de teamleider balie 5 opent. Kies een andere balie, of stuur toch door.';
  expect(dialog.getByRole('status').textContent).toBe(closed);
  expect(dialog.getByRole('button', { name: 'Toch doorsturen' })).toBeTruthy();
  await sendTo('Naar één bepaalde balie');
  const field = dialog.getByLabelText('Nummer van de balie');
  await settle(() => fireEvent.change(field, { target: { value: '5' } }));
  expect(dialog.getByRole('status').textContent).toBe(closed);
});
