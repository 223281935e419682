import { randomUUID } from 'node:crypto';
import type { Ticket } from '../../../shared/contract/hall.ts';
import type { HallAction, HallEngine } from '../../../electron/core/ports.ts';
import type { CounterFacts } from '../../../electron/core/hall/calling-rule.ts';
import type { Config } from '../../../electron/core/settings/config-schema.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { TestClock } from '../../helpers/clock.ts';

/** An engine under test with the configuration of config.ts, on a fresh hall, and the clock that it reads. */
export interface EngineUnderTest {
  readonly engine: HallEngine;
  readonly clock: TestClock;
}

/** Makes an engine on an empty hall, with these rules for no-shows and these counters; it is gone when the test ends. */
export type MakeEngine = (
  noShow?: Partial<Config['hall']['noShow']>,
  counters?: Partial<CounterFacts>,
) => Promise<EngineUnderTest>;

/** The value of an answer that has to be good. */
export function good<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value;
}

/** The code of an answer that has to be a refusal. */
export function refusal(answer: Result<unknown>): string {
  if (answer.ok) throw new Error('not refused');
  return answer.error.code;
}

/** One act of a clerk at a counter, with a fresh commandId. */
export function act(counter = 1): HallAction {
  return { commandId: randomUUID(), counter, staffId: 'medewerker-1' };
}

/** A press on the dispenser. */
export async function take(engine: HallEngine, group = 'A'): Promise<Ticket> {
  return good(await engine.issue({ commandId: randomUUID(), group, origin: 'dispenser', staffId: null }));
}

/** Calls the next visitor to a counter; somebody has to be there. */
export async function callNext(engine: HallEngine, counter = 1): Promise<Ticket> {
  const ticket = good(await engine.callNext(act(counter)));
  if (!ticket) throw new Error('nobody waits');
  return ticket;
}

/** The action that this counter can take back now. */
export async function undoable(engine: HallEngine, counter = 1): Promise<string> {
  const { undo } = await engine.queue(counter);
  if (!undo) throw new Error('nothing can be taken back');
  return undo.actionId;
}
