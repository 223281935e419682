// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DEVICES, SESSION } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';
import { SETUP } from './device-scene.ts';

async function openPage(role: 'clerk' | 'administrator' = 'administrator') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  bridge.give('devices.setup', SETUP);
  await renderCounter(bridge);
  await press('F7', { shiftKey: true });
  return bridge;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const deviceOf = (role: string) => {
  const row = screen.getByText(role, { selector: '[role=dialog] strong' }).closest('li');
  if (!row) throw new Error(`no row for ${role}`);
  return within(row);
};

test('a clerk sees state, advice and tests, and nothing of ports and drivers', async () => {
  const bridge = await openPage('clerk');
  expect(bridge.inputsOf('devices.setup')).toEqual([]);
  const dialog = screen.getByRole('dialog').textContent;
  expect(dialog).toContain('Controleer de kabel');
  expect(dialog).not.toContain('Stuurprogramma');
  expect(screen.queryByRole('button', { name: 'Spoor bewaren' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Stand' })).toBeNull();
});

test('the three grades of test ask for what they are called, and say what came of it', async () => {
  const bridge = await openPage();
  bridge.give('devices.check', { ok: true, code: 'printed', detail: '' });
  const printer = deviceOf('Bonprinter');
  for (const name of ['Stand', 'Test', 'Proefafdruk'])
    await settle(() => printer.getByRole('button', { name }).click());
  expect(bridge.inputsOf('devices.check')).toEqual([
    { role: 'receipt-printer', level: 'internal' },
    { role: 'receipt-printer', level: 'external' },
    { role: 'receipt-printer', level: 'interactive' },
  ]);
  expect(printer.getByText(/De proef is afgedrukt/)).toBeTruthy();
});

test('while a person is needed for a test, the page says what to do', async () => {
  const bridge = await openPage();
  let answer: (() => void) | undefined;
  bridge.answer(
    'devices.check',
    () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { ok: true, code: 'documentRead', detail: '2 x 44' } });
      }),
  );
  const reader = deviceOf('Lezer');
  await settle(() => reader.getByRole('button', { name: 'Proeflezing' }).click());
  expect(reader.getByText(/Leg nu een document op de lezer/)).toBeTruthy();
  await settle(() => answer?.());
  expect(reader.getByText(/goed gelezen/)).toBeTruthy();
});

test('a test of buttons says which came, in their order, and which did not', async () => {
  const bridge = await openPage();
  const dispenser = deviceOf('Bonzuil');
  const buttons = { pressed: [3, 1], missing: [2, 4] };
  bridge.give('devices.check', { ok: false, code: 'buttonsMissing', detail: '', buttons });
  await settle(() => dispenser.getByRole('button', { name: 'Proefbon en knoppen' }).click());
  expect(dispenser.getByText(/niet aan: knop 2, 4\. Wel aangekomen: 3, 1\./)).toBeTruthy();
  bridge.give('devices.check', {
    ok: true,
    code: 'buttonsPressed',
    detail: '',
    buttons: { pressed: [2, 1], missing: [] },
  });
  await settle(() => dispenser.getByRole('button', { name: 'Proefbon en knoppen' }).click());
  expect(dispenser.getByText(/Elke knop kwam aan, in deze volgorde: 2, 1\./)).toBeTruthy();
});

test('IT sees where a device is and who said so, and can give the role back to the configuration', async () => {
  const bridge = await openPage();
  const printer = deviceOf('Bonprinter');
  expect(printer.getByText('192.0.2.20:9100')).toBeTruthy();
  expect(printer.getByText('columns: 42')).toBeTruthy();
  expect(printer.getByText(/gaat voor de configuratie/)).toBeTruthy();
  bridge.give('devices.unbind', { done: true });
  await settle(() => printer.getByRole('button', { name: 'Terug naar de configuratie' }).click());
  expect(bridge.inputsOf('devices.unbind')).toMatchObject([{ role: 'receipt-printer' }]);
});

test('a saved trace says where it is', async () => {
  const bridge = await openPage();
  bridge.give('devices.saveTrace', { file: '/data/traces/receipt-printer.jsonl', lines: 12 });
  await settle(() => deviceOf('Bonprinter').getByRole('button', { name: 'Spoor bewaren' }).click());
  expect(screen.getByText('/data/traces/receipt-printer.jsonl')).toBeTruthy();
  expect(screen.getByText(/12 regels bewaard/)).toBeTruthy();
});

test('what is plugged in is told with who has it, what to do, and how two of a kind differ', async () => {
  await openPage();
  const names = within(screen.getByRole('dialog'))
    .getAllByRole('button', { name: /instellen$/ })
    .map((one) => one.getAttribute('aria-label'));
  expect(names).toEqual([
    null,
    'Elyctis ID BOX instellen',
    'Wacom STU-540 instellen',
    'FT232R USB UART instellen',
  ]);
  expect(screen.getByText('herkend als Handtekeningpad')).toBeTruthy();
  expect(screen.getByText(/70-waarmee.rules geeft de rechten|70-waarmee.rules de rechten/)).toBeTruthy();
  expect(screen.getByText(/fuser -v/)).toBeTruthy();
  expect(screen.getByText(/het verschil is het serienummer of de poort/)).toBeTruthy();
});

test('a device process that ended is told with its reason', async () => {
  await openPage();
  expect(screen.getByText(/2 keer vanzelf gestopt en opnieuw gestart, het laatst om 10:40/)).toBeTruthy();
  expect(screen.getByText('ended by SIGSEGV')).toBeTruthy();
});

test('a found device is tried live before it can be kept', async () => {
  const bridge = await openPage();
  await settle(() => button('Elyctis ID BOX instellen').click());
  const save = button('Bewaren');
  expect(save.hasAttribute('disabled')).toBe(true);
  bridge.give('devices.try', { ok: true, identity: 'ID BOX 5.04', reason: null, detail: '' });
  await settle(() => button('Proberen').click());
  const binding = {
    role: 'document-reader',
    driver: 'elyctis',
    endpoints: { main: SETUP.found?.[1]?.endpoint },
    settings: {},
  };
  expect(bridge.inputsOf('devices.try')).toEqual([{ binding }]);
  expect(screen.getByText('ID BOX 5.04')).toBeTruthy();
  bridge.give('devices.bind', { done: true });
  await settle(() => button('Bewaren').click());
  expect(bridge.inputsOf('devices.bind')).toMatchObject([{ binding }]);
  expect(screen.getByText('Nu aangesloten')).toBeTruthy();
});

test('a device that does not work is not kept, and the reason comes with advice for IT', async () => {
  const bridge = await openPage();
  await settle(() => deviceOf('Bonprinter').getByRole('button', { name: 'Ander apparaat' }).click());
  fireEvent.change(screen.getByLabelText('Poort of adres'), { target: { value: 'COM 3' } });
  expect(button('Proberen').hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText('Poort of adres'), { target: { value: 'COM3' } });
  fireEvent.change(screen.getByLabelText('columns'), { target: { value: '40' } });
  bridge.give('devices.try', { ok: false, identity: null, reason: 'inUse', detail: 'COM3 is in use' });
  await settle(() => button('Proberen').click());
  expect(bridge.inputsOf('devices.try')).toMatchObject([
    {
      binding: {
        driver: 'escpos',
        endpoints: { main: { kind: 'serial', path: 'COM3', baudRate: 9600 } },
        settings: { columns: 40 },
      },
    },
  ]);
  expect(screen.getByText('Dit werkt niet. Een ander programma gebruikt dit apparaat.')).toBeTruthy();
  expect(screen.getByText(/sluit het programma/)).toBeTruthy();
  expect(button('Bewaren').hasAttribute('disabled')).toBe(true);
});

test('the status bar says of each device since when and, where something is wrong, what to do', async () => {
  await renderCounter(sceneBridge());
  const bar = screen.getByRole('contentinfo').textContent;
  expect(bar).toContain('Lezer: gereed sinds');
  expect(bar).toContain('Controleer de kabel en of het apparaat aan staat.');
  expect(
    screen.getByRole('contentinfo').querySelectorAll('.w-status-device svg').length,
  ).toBeGreaterThanOrEqual(2 * DEVICES.devices.length);
});
