import { createAudit } from '../../../electron/core/audit/index.ts';
import { createDispatch } from '../../../electron/core/dispatch.ts';
import { createEvents } from '../../../electron/core/events.ts';
import type { Handler, Handlers } from '../../../electron/core/handlers.ts';
import type { CallName, CallOutput, PushMessage } from '../../../shared/contract/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Staff } from '../../../shared/contract/session.ts';
import { fail, type Result } from '../../../shared/lib/result.ts';
import { createTestClock } from '../../helpers/clock.ts';
import { testClerk } from '../../helpers/core-desk.ts';
import { createTestLog } from '../../helpers/log.ts';
import { openTestStore } from '../../helpers/store.ts';

/** Dispatch with handlers that the test writes itself; every other call answers `notFound`. */
export function dispatchBench(
  own: Partial<{ readonly [N in CallName]: Handler<N> }>,
  options: { readonly file?: string } = {},
) {
  const clock = createTestClock();
  const store = openTestStore({ clock, ...options });
  const log = createTestLog();
  const audit = createAudit({ store, clock });
  const events = createEvents(store.afterCommit, log);
  const published: PushMessage[] = [];
  events.subscribe((message) => published.push(message));
  const present: { staff: Staff } = { staff: testClerk };
  const refused: Handler<'hall.queue'> = { kind: 'query', run: () => fail('notFound') };
  const names = Object.keys(contract) as CallName[];
  const handlers = {
    ...Object.fromEntries(names.map((name) => [name, refused])),
    ...own,
  } as Handlers<CallName>;
  const dispatch = createDispatch({
    handlers,
    store,
    audit,
    clock,
    log,
    presence: {
      staff: () => ({
        staff: present.staff,
        locked: false,
      }),
    },
  });
  const call = async <N extends CallName>(name: N, input: unknown) =>
    (await dispatch(name, input, { audience: 'counter', client: 'window', counter: 1 })) as Result<
      CallOutput<N>
    >;
  const count = (table: 'audit' | 'command_answer' | 'number_series'): number =>
    store.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return { store, clock, log, audit, events, published, present, call, count, file: store.file };
}

export const COMMAND = '11111111-1111-4111-a111-111111111111';
export const OTHER_COMMAND = '22222222-2222-4222-a222-222222222222';
