import { describe } from 'vitest';
import type { MakeEngine } from './engine-bench.ts';
import { appointmentSuite } from './suite-appointments.ts';
import { arrivedSuite } from './suite-arrived.ts';
import { callingSuite } from './suite-calling.ts';
import { closingSuite } from './suite-closing.ts';
import { issueSuite } from './suite-issue.ts';
import { sentOnSuite } from './suite-sent-on.ts';
import { outOfTurnSuite } from './suite-out-of-turn.ts';
import { partySuite } from './suite-party.ts';
import { snapshotSuite } from './suite-snapshots.ts';
import { splitSuite } from './suite-split.ts';
import { undoSuite } from './suite-undo.ts';

/** What every hall engine promises, whatever it keeps its tickets in. */
export function engineSuite(name: string, make: MakeEngine): void {
  describe(`${name}: numbers`, () => {
    issueSuite(make);
  });
  describe(`${name}: calling`, () => {
    callingSuite(make);
  });
  describe(`${name}: arriving at the counter`, () => {
    arrivedSuite(make);
  });
  describe(`${name}: appointments`, () => {
    appointmentSuite(make);
  });
  describe(`${name}: held and sent on`, () => {
    sentOnSuite(make);
  });
  describe(`${name}: out of turn`, () => {
    outOfTurnSuite(make);
  });
  describe(`${name}: several persons and groups`, () => {
    partySuite(make);
  });
  describe(`${name}: a family that splits`, () => {
    splitSuite(make);
  });
  describe(`${name}: taking back`, () => {
    undoSuite(make);
  });
  describe(`${name}: the end of the day`, () => {
    closingSuite(make);
  });
  describe(`${name}: snapshots`, () => {
    snapshotSuite(make);
  });
}
