import { expect, test } from 'vitest';
import { practiceConfig, refuseOutside } from '../../electron/hosting/practice-config.ts';
import { displaysOf, keepServer } from '../../electron/hosting/server-keeper.ts';
import { isRsin } from '../../shared/domain/bsn.ts';
import { createTestClock } from '../helpers/clock.ts';
import { createTestLog } from '../helpers/log.ts';

const tcp = { kind: 'tcp', host: '127.0.0.1', port: 4712 } as const;
const places = {
  origin: 'http://127.0.0.1:4711',
  zgwClientId: 'oefenen',
  receiptPrinter: { main: tcp },
  ticketDispenser: { printer: tcp, buttons: tcp },
  documentReader: { main: tcp },
  codeScanner: { main: tcp },
  signaturePad: { main: { ...tcp, kind: 'hid-tcp' } as const },
  displayPort: 0,
};
test('the practice municipality is made up and leaves this PC nowhere', () => {
  const config = practiceConfig(places);
  expect(isRsin(config.municipality.rsin)).toBe(true);
  expect(config.hall.groups.map(({ letter, button }) => `${letter}${button}`)).toEqual([
    'P1',
    'R2',
    'U3',
    'V4',
    'O5',
  ]);
});

test.each([
  ['central.zgw.zakenUrl', { ...places, origin: 'https://zaken.example' }],
  ['central.zgw.zakenUrl', { ...places, origin: 'https://127.0.0.1.evil.example' }],
  ['devices.receipt-printer.main', { ...places, receiptPrinter: { main: { ...tcp, host: '192.0.2.1' } } }],
  [
    'devices.document-reader.main',
    { ...places, documentReader: { main: { kind: 'serial', path: '/dev/ttyS0', baudRate: 9600 } as const } },
  ],
])('practice refuses an address outside: %s', (key, changed) => {
  expect(() => practiceConfig(changed)).toThrow(key);
});

test('practice refuses a kiosk on the network', () => {
  const config = practiceConfig(places);
  const kiosk = { port: 0, interface: '0.0.0.0', languages: ['nl' as const], secretName: 'zuil' };
  expect(() => refuseOutside({ ...config, kiosk })).toThrow('kiosk.interface');
});

test('practice refuses displays on the network', () => {
  const config = practiceConfig(places);
  expect(() => refuseOutside({ ...config, display: { ...config.display, interface: '0.0.0.0' } })).toThrow(
    'display.interface',
  );
});

test('a server that can not start is tried again every half minute, while the rest goes on', async () => {
  const clock = createTestClock();
  let free = false;
  let stops = 0;
  const keeper = keepServer(
    async () => {
      if (!free) throw Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
      return {
        url: 'http://127.0.0.1:8090/display',
        list: () => [],
        refresh: (displayId: string) => displayId === 'd1',
        stop: async () => void (stops += 1),
      };
    },
    { clock, log: createTestLog(), event: 'display.notStarted' },
  );
  const displays = displaysOf(keeper.current);
  expect([await keeper.firstTry, displays.url(), displays.list()]).toEqual(['EADDRINUSE', null, []]);
  expect(displays.refresh('d1')).toBe(false);
  await clock.advance(30_000);
  expect(displays.url()).toBeNull();
  free = true;
  await clock.advance(30_000);
  expect(displays.url()).toBe('http://127.0.0.1:8090/display');
  expect([displays.refresh('d1'), displays.refresh('d2')]).toEqual([true, false]);
  await keeper.stop();
  expect(stops).toBe(1);
});
