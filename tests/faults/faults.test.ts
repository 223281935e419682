import { expect, test } from 'vitest';
import { type Report, runFaults } from './run.ts';

const TIMEOUT = { timeout: 240_000 };

function expectExactlyOnce(report: Report): void {
  expect(report).toMatchObject({
    found: [],
    parkedWithoutRefusal: [],
    foundAfterRetry: [],
    parkedAfterRetry: 0,
    lost: [],
    requestFlaws: [],
  });
  expect(report.requests).toBeGreaterThan(100);
}

test(
  'three in ten requests fail, the application is killed, clocks move, the central systems restart: exactly once',
  TIMEOUT,
  async () => {
    const report = await runFaults({ seed: 5, transactions: 8, kills: 4 });
    expectExactlyOnce(report);
    expect(report.serverRestarts).toBeGreaterThan(0);
    expect(report.clockMoves).toBeGreaterThan(0);
  },
);

test(
  'the same with documents in parts, numbers of the zaaksysteem, and requests that are refused',
  TIMEOUT,
  async () => {
    const report = await runFaults({ seed: 4, transactions: 6, kills: 3, refusals: 0.03 });
    expectExactlyOnce(report);
    expect(report.visits).toBeGreaterThan(1);
  },
);
