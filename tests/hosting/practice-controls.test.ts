import { beforeEach, expect, test } from 'vitest';
import { createPracticeControls } from '../../electron/hosting/practice-controls.ts';
import type { PracticeDevices } from '../../electron/hosting/practice-devices.ts';
import { createTestClock, type TestClock } from '../helpers/clock.ts';

let commands: string[];
let print: (text: string) => void;
let clock: TestClock;
let networks: string[];
let controls: ReturnType<typeof createPracticeControls>;
let changes: number;

/** A simulator that notes its commands. */
function simulator(role: string): PracticeDevices['document-reader'] {
  return {
    endpoints: {},
    command: async (line) => {
      commands.push(`${role}: ${line}`);
      return 'ok';
    },
    printed: () => [],
    onPrinted: (listener) => {
      if (role === 'receipt') print = (text) => listener({ text, png: () => Uint8Array.of(1, 2) });
      return () => undefined;
    },
    screen: () => undefined,
    onScreen: () => () => undefined,
    stop: async () => undefined,
  };
}

beforeEach(() => {
  [commands, networks, changes, clock] = [[], [], 0, createTestClock()];
  controls = createPracticeControls({
    devices: {
      'receipt-printer': simulator('receipt'),
      'ticket-dispenser': simulator('dispenser'),
      'document-reader': simulator('reader'),
      'payment-terminal': simulator('terminal'),
      'code-scanner': simulator('scanner'),
      'signature-pad': simulator('pad'),
    },
    clock,
    buttons: [{ button: 1, label: 'Paspoort' }],
    persons: [],
    documentLines: (personId) => (personId === 'persoon-1' ? ['LINE1', 'LINE2'] : null),
    documentCode: (personId) => (personId === 'persoon-1' ? '999999990' : null),
    setNetwork: (network) => networks.push(network),
    messages: () => [],
    secondCounter: () => ({ url: 'http://127.0.0.1:1/?link=x', counter: 2 }),
  });
  controls.onChange(() => {
    changes += 1;
  });
});

test('the hand at the signature pad writes, and presses what stands there', async () => {
  for (const action of ['sign', 'accept', 'again', 'cancel'] as const) await controls.pad(action);
  expect(commands).toEqual(['pad: sign', 'pad: tap akkoord', 'pad: tap opnieuw', 'pad: tap annuleren']);
  expect(controls.state().pad).toBe('');
});

test('a document lies on the reader for four seconds', async () => {
  await controls.layDocument('persoon-1');
  expect([commands, controls.state().documentOnReader]).toEqual([['reader: scan LINE1 LINE2'], true]);
  await clock.advance(4000);
  expect([commands.at(-1), controls.state().documentOnReader, changes]).toEqual(['reader: remove', false, 2]);
});

test('a second document takes the place of the first and has its full time', async () => {
  await controls.layDocument('persoon-1');
  await clock.advance(3000);
  await controls.layDocument('persoon-1');
  await clock.advance(3000);
  expect(controls.state().documentOnReader).toBe(true);
});

test('an unknown person has no document', async () => {
  await expect(controls.layDocument('persoon-2')).rejects.toThrow('no such practice person');
  expect(commands).toEqual([]);
});

test('buttons, paper and plugs go to the device they belong to', async () => {
  await controls.pressButton(3);
  await controls.setPaper('receipt-printer', 'near');
  await controls.setPaper('ticket-dispenser', 'out');
  await controls.setPlugged('document-reader', false);
  await controls.setPlugged('document-reader', true);
  expect(commands).toEqual([
    'dispenser: press 3',
    'receipt: paper near',
    'dispenser: paper out',
    'reader: unplug',
    'reader: replug',
  ]);
  expect(controls.state().paper).toEqual({ receiptPrinter: 'near', ticketDispenser: 'out' });
});

test('the network falters, goes away and comes back', async () => {
  await controls.setNetwork('unreliable');
  expect([controls.state().network, networks]).toEqual(['unreliable', ['unreliable']]);
  await controls.setNetwork('away');
  expect([controls.state().network, networks]).toEqual(['away', ['unreliable', 'away']]);
  await controls.setNetwork('up');
  expect([controls.state().network, networks]).toEqual(['up', ['unreliable', 'away', 'up']]);
});

test('the last twenty papers are kept, newest first', () => {
  for (let i = 1; i <= 25; i += 1) print(`[picture 64x64]\nbon ${i}`);
  const { printed } = controls.state();
  expect(printed).toHaveLength(20);
  expect(printed[0]).toMatchObject({ text: 'bon 25', png: 'AQI=', role: 'receipt-printer' });
});

test('the back of a document is held before the scanner', async () => {
  await controls.scanCode('persoon-1');
  expect(commands).toEqual(['scanner: code 999999990']);
  await expect(controls.scanCode('persoon-2')).rejects.toThrow('no such practice person');
});
