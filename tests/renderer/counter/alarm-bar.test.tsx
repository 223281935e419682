// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Alarm } from '../../../shared/contract/alarms.ts';
import { SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const ALARM: Alarm = {
  alarmId: 'a1',
  counter: 5,
  staff: 'Medewerker 5',
  at: '2026-11-23T09:41:00.000Z',
  coming: [],
};
const OWN: Alarm = { ...ALARM, alarmId: 'a2', counter: SESSION.counter, staff: 'Medewerker 1' };

/** The window of counter 3 while these alarms run. */
async function windowWith(alarms: Alarm[], stage: 'active' | 'locked' = 'active') {
  const bridge = sceneBridge();
  bridge.give('session.state', { ...SESSION, stage });
  bridge.give('alarms.list', alarms);
  bridge.give('alarms.raise', { alarm: OWN, reached: 2 });
  bridge.give('alarms.coming', { done: true });
  bridge.give('alarms.end', { done: true });
  await renderCounter(bridge);
  return bridge;
}
const changed = { name: 'alarms.changed', data: {} } as const;

test('one key asks for help, and nothing on the screen of who asks says so in large', async () => {
  const bridge = await windowWith([]);
  await press('F12', { shiftKey: true });
  expect(bridge.inputsOf('alarms.raise')).toHaveLength(1);
  bridge.give('alarms.list', [OWN]);
  await settle(() => bridge.push(changed));
  expect(screen.getByText('Gevraagd.')).toBeTruthy();
  expect(screen.queryByText(/vraagt om hulp/)).toBeNull();
  bridge.give('alarms.list', [{ ...OWN, coming: [{ counter: 5, staff: 'Medewerker 5' }] }]);
  await settle(() => bridge.push(changed));
  expect(screen.getByText('Medewerker 5 komt eraan.')).toBeTruthy();
  await settle(() => screen.getByRole('button', { name: 'Afgehandeld' }).click());
  expect(bridge.inputsOf('alarms.end')).toMatchObject([{ alarmId: 'a2' }]);
});

test('who asks while nobody is at another counter hears that nobody sees it', async () => {
  const bridge = await windowWith([]);
  bridge.give('alarms.raise', { alarm: OWN, reached: 0 });
  await press('F12', { shiftKey: true });
  expect(screen.getByText(/Niemand ziet uw oproep/)).toBeTruthy();
});

test('the menu asks for help too', async () => {
  const bridge = await windowWith([]);
  await press('F10', { altKey: true });
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: /Stil om hulp vragen/ })));
  expect(bridge.inputsOf('alarms.raise')).toHaveLength(1);
});

test.each(['active', 'locked'] as const)(
  'a colleague in need is read aloud at once on a window that is %s',
  async (stage) => {
    const bridge = await windowWith([ALARM], stage);
    const alarm = within(
      screen.getByText('Balie 5 (Medewerker 5) vraagt om hulp').closest('[role="alert"]') as HTMLElement,
    );
    expect(alarm.getByRole('button', { name: /Ik kom eraan/ })).toBeTruthy();
    await press('F12');
    expect(bridge.inputsOf('alarms.coming')).toMatchObject([{ alarmId: 'a1' }]);
  },
);

test('also under an open dialog', async () => {
  const bridge = await windowWith([ALARM]);
  await press('F1');
  expect(screen.getByRole('dialog')).toBeTruthy();
  await press('F12');
  expect(bridge.inputsOf('alarms.coming')).toHaveLength(1);
});

test('with nothing to answer the key says so, and asks for nothing', async () => {
  const bridge = await windowWith([]);
  await press('F12');
  expect(screen.getByText('Er is nu geen oproep om hulp.')).toBeTruthy();
  expect(bridge.inputsOf('alarms.coming')).toEqual([]);
  expect(bridge.inputsOf('alarms.raise')).toEqual([]);
});

test('who said that he comes can only end it', async () => {
  await windowWith([{ ...ALARM, coming: [{ counter: 3, staff: 'Medewerker 1' }] }]);
  expect(screen.queryByRole('button', { name: /Ik kom eraan/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Afgehandeld' })).toBeTruthy();
});
