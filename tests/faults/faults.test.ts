import { expect, test } from 'vitest';
import { runFaults } from './run.ts';

test('three in ten requests fail, the application is killed, clocks move, the central systems restart: exactly once', {
  timeout: 120_000,
}, async () => {
  const report = await runFaults({ seed: 5, transactions: 8, kills: 4 });
  expect(report).toMatchObject({
    found: [],
    parkedWithoutRefusal: [],
    foundAfterRetry: [],
    parkedAfterRetry: 0,
    lost: [],
    requestFlaws: [],
  });
  expect(report.requests).toBeGreaterThan(100);
  expect(report.serverRestarts).toBeGreaterThan(0);
  expect(report.clockMoves).toBeGreaterThan(0);
});
