import { because } from '../../../electron/core/sync/step.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGates } from '../../../electron/core/sync/gates.ts';
import { createPump } from '../../../electron/core/sync/pump.ts';
import { createQueue } from '../../../electron/core/sync/queue.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';

/** A clock on which a millisecond passes each time that somebody looks, and whose timers go off a moment early. */
function restlessClock() {
  let now = Date.parse('2026-11-23T09:00:00.000Z');
  let timer: { readonly at: number; readonly run: () => void } | undefined;
  return {
    now: () => new Date(now++),
    after(ms: number, run: () => void) {
      const mine = { at: now + ms, run };
      timer = mine;
      return () => void (timer === mine && (timer = undefined));
    },
    /** Lets the planned timer go off, so many milliseconds early; false when none is planned. */
    fire(early: number): boolean {
      const due = timer;
      timer = undefined;
      if (due) now = Math.max(now, due.at - early);
      due?.run();
      return due !== undefined;
    },
  };
}

const EARLY = Array.from({ length: 40 }, (_, early) => early);

test.each(EARLY)(
  'what becomes due while the pump looks is not forgotten (timer %i ms early)',
  async (early) => {
    const clock = restlessClock();
    const store = openTestStore();
    const queue = createQueue(store, clock);
    const gates = createGates(clock, () => 0.5);
    const delivered: string[] = [];
    const pump = createPump({
      queue,
      gates,
      clock,
      log: createTestLog(),
      width: { zaak: 4, klantcontact: 4, verification: 1, notification: 1 },
      deliver: async (item) => {
        delivered.push(item.itemId);
        queue.finish(item);
      },
    });
    const item = { kind: 'zaak', visitId: 'v', entityId: 't', orderKey: 'zaak:1', label: 'z' } as const;
    queue.add([{ ...item, itemId: 'z' }]);
    queue.putOff('z', new Date(clock.now().getTime() + 500).toISOString(), because('failing'), true);
    gates.close({ kind: 'unreachable', system: 'zaken', retryAfterMs: 300 });
    pump.wake();
    await turn();
    for (let times = 0; times < 20 && clock.fire(early); times += 1) await turn();
    expect(delivered).toEqual(['z']);
    await pump.stop();
  },
);
