// `npm run faults -- --seed N --transactions N [--kills N]`: exactly once, whatever happens, at length.
import { parseArgs } from 'node:util';
import { runFaults } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    transactions: { type: 'string', default: '300' },
    kills: { type: 'string' },
  },
});
const number = (option: string, text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`--${option}: ${text} is not a whole number`);
  return Number(text);
};
const seed = number('seed', values.seed);
const transactions = number('transactions', values.transactions);
const kills = number('kills', values.kills ?? String(Math.ceil(transactions / 6)));

const begun = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${line}`);
const report = await runFaults({ seed, transactions, kills, log: say });

const line = (found: typeof report.found, parked: number): string => {
  const count = (kind: string): number => found.filter((each) => each.kind === kind).length;
  return `missing ${count('missing')}, double ${count('double')}, different ${count('different')}, parked ${parked}`;
};
say(
  `seed ${seed}: ${report.visits} visits, ${transactions} transactions, ${report.requests} requests, ${kills} kills, ${report.serverRestarts} restarts of the central systems, ${report.clockMoves} moves of the clock`,
);
const wrong = [
  ...report.found.map(({ kind, what }) => `${kind}: ${what}`),
  ...report.parkedWithoutRefusal.map((each) => `parked without a refusal: ${each}`),
  ...report.foundAfterRetry.map(({ kind, what }) => `after "opnieuw proberen", ${kind}: ${what}`),
  ...report.lost.map((each) => `lost: ${each}`),
  ...report.requestFlaws.map((each) => `request: ${each}`),
];
for (const each of wrong) console.log(each);
console.log(line(report.found, report.parked));
console.log(`after "opnieuw proberen": ${line(report.foundAfterRetry, report.parkedAfterRetry)}`);
if (wrong.length > 0 || report.parkedAfterRetry > 0) process.exitCode = 1;
