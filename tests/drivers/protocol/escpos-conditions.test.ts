import { expect, test } from 'vitest';
import {
  conditionsOfAsb,
  conditionsOfFullStatus,
  conditionsOfRealtime,
} from '../../../drivers/protocol/escpos-conditions.ts';

test.each([
  [[0x14, 0x00, 0x00, 0x0f], []],
  [[0x14, 0x00, 0x03, 0x0f], ['paperNearEnd']],
  [[0x18, 0x00, 0x0f, 0x0f], ['paperOut']],
  [[0x38, 0x00, 0x00, 0x0f], ['coverOpen']],
  [[0x18, 0x08, 0x00, 0x0f], ['cutterError']],
  [
    [0x38, 0x20, 0x0f, 0x0f],
    ['coverOpen', 'unrecoverable', 'paperOut'],
  ],
] as const)('ASB %j means %j', (bytes, conditions) => {
  expect(conditionsOfAsb(bytes)).toEqual(conditions);
});

test.each([
  [0x12, 0x12, 0x12, []],
  [0x12, 0x12, 0x1e, ['paperNearEnd']],
  [0x32, 0x12, 0x7e, ['paperOut']],
  [0x32, 0x12, 0x12, ['paperOut']],
  [0x12, 0x12, 0x72, ['paperOut']],
  [0x16, 0x12, 0x12, ['coverOpen']],
  [0x52, 0x1a, 0x12, ['cutterError']],
  [0x52, 0x32, 0x12, ['unrecoverable']],
] as const)('DLE EOT 2 = %i, 3 = %i, 4 = %i means %j', (offline, error, roll, conditions) => {
  expect(conditionsOfRealtime(offline, error, roll)).toEqual(conditions);
});

test('a kiosk printer tells paper, cover, cutter and the ticket in its mouth', () => {
  expect(conditionsOfFullStatus([0x20, 0, 0, 0])).toEqual({ conditions: [], ticketPresent: true });
  expect(conditionsOfFullStatus([0x01, 0, 0, 0]).conditions).toEqual(['paperOut']);
  expect(conditionsOfFullStatus([0x04, 0x02, 0, 0x05]).conditions).toEqual([
    'coverOpen',
    'cutterError',
    'unrecoverable',
    'paperNearEnd',
  ]);
});
