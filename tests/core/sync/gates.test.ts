import { expect, test } from 'vitest';
import { createGates } from '../../../electron/core/sync/gates.ts';
import { createTestClock } from '../../helpers/clock.ts';

function closedGates() {
  const gates = createGates(createTestClock(), () => 0.5);
  gates.close({ kind: 'unreachable', system: 'zaken' });
  gates.close({ kind: 'unreachable', system: 'klantinteracties' });
  gates.close({ kind: 'unknownOutcome', system: 'brp', retryAfterMs: 60_000 });
  gates.close({ kind: 'unauthorized', system: 'documenten' });
  return gates;
}

test('when one answers again the others that could not be reached are tried at once, one item first', () => {
  const gates = closedGates();
  gates.opened('zaken');
  expect([gates.failing('zaken'), gates.closedUntil('zaken')]).toEqual([false, undefined]);
  expect([gates.failing('klantinteracties'), gates.closedUntil('klantinteracties')]).toEqual([
    true,
    undefined,
  ]);
});

test('one that asked for a pause gets it, and one that refused us is not asked again', () => {
  const gates = closedGates();
  gates.opened('zaken');
  expect(gates.closedUntil('brp')).toBeDefined();
  expect(gates.closedUntil('documenten')).toBeDefined();
});

test('an answer of one that never failed says nothing of the others', () => {
  const gates = closedGates();
  gates.opened('catalogi');
  expect(gates.closedUntil('zaken')).toBeDefined();
});

test('after a failure one item goes first, and the others wait until an answer came or it left', () => {
  const clock = createTestClock();
  const gates = createGates(clock, () => 0.5);
  const whoMayGo = () => ['a', 'b'].filter((item) => gates.enter('documenten', item) === undefined);
  expect(whoMayGo()).toEqual(['a', 'b']);
  gates.close({ kind: 'unreachable', system: 'documenten' });
  expect(whoMayGo()).toEqual([]);
  gates.opened('documenten');
  gates.close({ kind: 'unreachable', system: 'zaken' });
  gates.close({ kind: 'unreachable', system: 'documenten' });
  gates.opened('zaken');
  expect(whoMayGo()).toEqual(['a']);
  gates.left('a');
  expect(gates.enter('documenten', 'b')).toBeUndefined();
  expect(whoMayGo()).toEqual(['b']);
  gates.opened('documenten');
  expect(whoMayGo()).toEqual(['a', 'b']);
});
