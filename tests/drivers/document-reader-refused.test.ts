import { describe, expect, test } from 'vitest';
import { createElyctisReader, ElyctisSettings } from '../../drivers/document-reader/elyctis.ts';
import { createLineReader, LineReaderSettings } from '../../drivers/document-reader/line-reader.ts';
import { elyctisCommand } from '../../drivers/protocol/elyctis.ts';
import {
  CARD_NL,
  LICENCE_NL,
  PASSPORT_2021,
  PASSPORT_NL,
  TD1_LONG,
  TD2_ICAO,
  TD3_ICAO,
} from './helpers/specimens.ts';
import { onWire } from './helpers/wire.ts';

/** What each driver tells of a payload as the reader sends it. */
const drivers = {
  async elyctis(payload: Uint8Array) {
    const wire = onWire((context) =>
      createElyctisReader(context, ElyctisSettings.parse({ drivingLicence: false })),
    );
    const started = wire.driver.start(wire.limits);
    const answers = [
      elyctisCommand('C', [0]),
      ...(['V', 'W', 'R', 'T'] as const).map((letter) => elyctisCommand(letter, [0x41])),
      elyctisCommand('C', [1]),
    ];
    await Promise.resolve();
    wire.clock.advance(500);
    for (const answer of answers) {
      const asked = wire.sent.length;
      // The driver asks in its own time; the next question tells that the answer before was taken.
      while (wire.sent.length === asked && wire.sent.length < 2) await Promise.resolve();
      while (wire.sent.at(-1)?.[0] !== answer[0] || wire.sent.length === 0) await Promise.resolve();
      wire.receive(answer);
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
    await started;
    wire.receive(elyctisCommand('I', [...payload]));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    wire.end();
    return wire.events;
  },
  async 'line-reader'(payload: Uint8Array) {
    const wire = onWire((context) => createLineReader(context, LineReaderSettings.parse({})));
    await wire.driver.start(wire.limits);
    wire.receive(payload);
    wire.clock.advance(150);
    wire.end();
    return wire.events;
  },
} as const;

const bytes = (lines: readonly string[], end = '\r') =>
  Uint8Array.from(Buffer.from(lines.map((line) => line + end).join(''), 'latin1'));
const changed = (line: string, at: number, to: string) => line.slice(0, at) + to + line.slice(at + 1);
const digitsOf = (line: string) => [...line].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
const [first, second] = [PASSPORT_NL[0]!, PASSPORT_NL[1]!];

describe.each(['elyctis', 'line-reader'] as const)('%s', (name) => {
  const reads = async (payload: Uint8Array) =>
    (await drivers[name](payload))
      .filter((event) => event.type === 'documentRead')
      .map((event) => event.lines);

  test.each([
    ['passport of 2014', PASSPORT_NL],
    ['passport of 2021', PASSPORT_2021],
    ['identity card', CARD_NL],
    ['TD2', TD2_ICAO],
    ['long number', TD1_LONG],
    ['foreign passport', TD3_ICAO],
    ['driving licence', LICENCE_NL],
  ])('reads a %s, with CR, LF or CR LF', async (_what, lines) => {
    for (const end of ['\r', '\n', '\r\n']) expect(await reads(bytes(lines, end))).toEqual([lines]);
  });

  test('refuses a passport with any single digit changed', async () => {
    for (const at of digitsOf(second)) {
      const other = String((Number(second[at]) + 1) % 10);
      expect(await reads(bytes([first, changed(second, at, other)]))).toEqual([]);
    }
  });

  test.each([
    ['lines swapped', bytes([second, first])],
    ['43 columns', bytes([first.slice(0, 43), second])],
    ['45 columns', bytes([first, `${second}7`])],
    ['the second line of 43 columns', bytes([first, second.slice(1)])],
    ['two documents glued in one line', bytes([first + first, second + second])],
    ['two documents glued at the lines', bytes([first, second + TD3_ICAO[0]!, TD3_ICAO[1]!])],
    ['O for 0 in a date', bytes([first, second.replace('650310', '65O31O')])],
    ['O for 0 in the document number', bytes([first, second.replace('SPECI20142', 'SPECI2O142')])],
    ['the first line twice', bytes([first, first, second])],
    ['the first line alone', bytes([first])],
    ['three empty lines', bytes(['', '', ''])],
    ['nothing', new Uint8Array()],
    ['small letters', bytes([first.toLowerCase(), second.toLowerCase()])],
  ])('refuses %s', async (_what, payload) => {
    expect(await reads(payload)).toEqual([]);
  });

  test('does not mind NUL and FF between lines', async () => {
    const payload = Uint8Array.from([0, ...bytes([first]), 0xff, 0, ...bytes([second])]);
    expect(await reads(payload)).toEqual([PASSPORT_NL]);
  });
});
