// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QUEUE, ticket } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

/** Ctrl+F2, and this number out of who wait. */
async function chooseNumber(number: string, queue = QUEUE) {
  const bridge = sceneBridge();
  bridge.give('hall.queue', queue);
  bridge.give('hall.callChosen', ticket(number, 0, { state: 'called' }));
  await renderCounter(bridge);
  await press('F2', { ctrlKey: true });
  screen.getByRole('option', { name: new RegExp(`^${number}`) }).focus();
  await press('Enter');
  return { bridge, dialog: within(screen.getByRole('dialog', { name: `${number}: wat wilt u doen?` })) };
}
const LACKS = [
  { code: 'clerkLacks' as const, skills: ['reisdocumenten'] },
  { code: 'deviceAway' as const, devices: ['camera' as const] },
];

test('who chooses one whom his counter can not help reads what is lacking before he calls him all the same', async () => {
  const { bridge, dialog } = await chooseNumber('P013', { ...QUEUE, lacks: [{ group: 'P', lacks: LACKS }] });
  const told = dialog.getByRole('status');
  expect(told.textContent).toContain('Uw balie kan P013 nu niet helemaal helpen');
  expect(
    within(told)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['U heeft deze vaardigheid niet: reisdocumenten.', 'Werkt nu niet aan uw balie: camera.']);
  expect(bridge.inputsOf('hall.callChosen')).toEqual([]);
  await settle(() => dialog.getByRole('button', { name: 'Toch oproepen' }).click());
  expect(bridge.inputsOf('hall.callChosen')).toMatchObject([
    { ticketId: 't-P013', reason: 'cantWait', despite: LACKS },
  ]);
});

test('who chooses one whom his counter can help is told nothing', async () => {
  const { bridge, dialog } = await chooseNumber('U004', { ...QUEUE, lacks: [{ group: 'P', lacks: LACKS }] });
  expect(dialog.queryByRole('status')).toBeNull();
  await settle(() => dialog.getByRole('button', { name: 'Oproepen' }).click());
  expect(bridge.inputsOf('hall.callChosen')).toMatchObject([{ ticketId: 't-U004', despite: [] }]);
});

test('who gets priority later gets it for a reason, which is shown where he waits', async () => {
  const first = ticket('P013', 320, { hasPriority: true, priorityWhy: 'smallChildren' });
  const waiting = [first, ticket('U004', 240)];
  const { bridge, dialog } = await chooseNumber('U004', { ...QUEUE, waiting });
  bridge.give('hall.setPriority', ticket('U004', 240));
  const select = async (name: RegExp, option: string) => {
    await settle(() => dialog.getByRole('button', { name }).click());
    await settle(() => screen.getByRole('option', { name: option }).click());
  };
  await select(/Wat wilt u doen/, 'Voorrang geven');
  await select(/Waarom/, 'Met kleine kinderen');
  await settle(() => dialog.getByRole('button', { name: 'Voorrang geven' }).click());
  expect(bridge.inputsOf('hall.setPriority')).toMatchObject([
    { ticketId: 't-U004', priority: 'smallChildren' },
  ]);
  const [row] = within(screen.getByRole('list', { name: /Wachtenden/ })).getAllByRole('listitem');
  expect(row?.textContent).toContain('voorrang: kleine kinderen');
});

test('the list to choose from says of whom he was sent to another counter or colleague, or comes later', async () => {
  const waiting = [
    ticket('P013', 320, { sentTo: 5 }),
    ticket('U004', 240, { sentToColleague: 'Anna de Vries', notBefore: '2026-11-23T10:30:00.000Z' }),
  ];
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, waiting });
  await renderCounter(bridge);
  await press('F2', { ctrlKey: true });
  const texts = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(texts[0]).toContain('naar balie 5');
  expect(texts[1]).toMatch(/voor Anna de Vries.*niet voor 11:30/);
});

test('what was chosen never turns into something else: who got priority meanwhile is not called by the same press', async () => {
  const { bridge, dialog } = await chooseNumber('U004');
  await settle(() => dialog.getByRole('button', { name: /Wat wilt u doen/ }).click());
  await settle(() => screen.getByRole('option', { name: 'Voorrang geven' }).click());
  const waiting = QUEUE.waiting.map((one) => ({ ...one, hasPriority: one.number === 'U004' }));
  bridge.give('hall.queue', { ...QUEUE, waiting });
  await settle(() => bridge.push({ name: 'hall.changed', data: {} }));
  expect(dialog.getByText(/Bij U004 is net iets veranderd\. Er is niets gedaan/)).toBeTruthy();
  expect(dialog.queryByRole('button', { name: /^(Oproepen|Voorrang)/ })).toBeNull();
  await settle(() => dialog.getByRole('button', { name: /Wat wilt u doen/ }).click());
  await settle(() => screen.getByRole('option', { name: 'Voorrang weghalen' }).click());
  expect(dialog.getByRole('button', { name: 'Voorrang weghalen' })).toBeTruthy();
  expect(bridge.inputsOf('hall.callChosen')).toEqual([]);
});

test('of one who was called meanwhile the list says that he no longer waits', async () => {
  const { bridge } = await chooseNumber('U004');
  bridge.give('hall.queue', { ...QUEUE, waiting: QUEUE.waiting.filter(({ number }) => number !== 'U004') });
  await settle(() => bridge.push({ name: 'hall.changed', data: {} }));
  const list = within(screen.getByRole('dialog', { name: 'Wie wacht er?' }));
  expect(list.getByRole('status').textContent).toBe('U004 wacht niet meer.');
});
