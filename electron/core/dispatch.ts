import type { z } from 'zod';
import { type CallName, contract, isCallName } from '../../shared/contract/index.ts';
import type { Access, Role } from '../../shared/contract/call.ts';
import type { Staff } from '../../shared/contract/session.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { type Failure, fail, ok, type Result } from '../../shared/lib/result.ts';
import type { Audit } from './audit/index.ts';
import { type CommandKey, createCommandMemory, sameCommand } from './command-memory.ts';
import type { CallContext, Caller, Handler, Handlers } from './handlers.ts';
import type { Clock, Log } from './ports.ts';
import { answerAgain, answerToKeep } from './remembered-visit.ts';
import { type Store, storeProblem } from './store/index.ts';

/** Who is behind a window right now; the session feature answers. */
export interface Presence {
  staff(client: string): { readonly staff: Staff; readonly locked: boolean } | null;
}

export type Dispatch = (name: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;

const RANK: Readonly<Record<Role, number>> = { clerk: 1, teamlead: 2, administrator: 3 };

function accessProblem(access: Access, present: ReturnType<Presence['staff']>): Failure | undefined {
  if (access === 'anyone') return undefined;
  if (!present) return { code: 'notLoggedIn' };
  if (access === 'present') return undefined;
  if (present.locked) return { code: 'locked' };
  return RANK[present.staff.role] >= RANK[access] ? undefined : { code: 'notAllowed' };
}

class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

function commandIdOf(input: unknown): string | undefined {
  return typeof input === 'object' &&
    input !== null &&
    'commandId' in input &&
    typeof input.commandId === 'string'
    ? input.commandId
    : undefined;
}

/** The input key at fault, such as by.bsn; an unknown key is named itself. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...unknown].join('.');
}

/** Lines of a stack that say where, never what: a message may run over several lines and hold anything. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join(' | ');
}

/**
 * The one door: name, then audience, then role, then schema, then the handler. Commands run once per commandId; a repeat
 * gets the first answer, or the visit as it is by now (see remembered-visit.ts). Never throws: a bug is logged without its data and answered with `internal`.
 */
export function createDispatch(deps: {
  readonly handlers: Handlers<CallName>;
  readonly presence: Presence;
  readonly store: Store;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  /** Tests check every answer against its schema as well; one that does not fit is thrown. */
  readonly checkOutputs?: boolean;
}): Dispatch {
  const { store, log } = deps;
  const memory = createCommandMemory(store, deps.clock);
  const running = new Map<string, { readonly key: CommandKey; readonly answer: Promise<Result<unknown>> }>();

  const carryOut = async (
    name: CallName,
    input: never,
    context: CallContext,
    key: CommandKey | undefined,
  ): Promise<Result<unknown>> => {
    // The handler of a name takes the input of that name; the compiler cannot follow that through the look-up.
    const handler = deps.handlers[name] as Handler<never>;
    const known = key && memory.recall(key);
    if (known) return answerAgain(name, known, deps.handlers, context);
    const remember = (answer: Result<unknown>) => {
      const kept = answerToKeep(name, answer);
      if (key && kept) memory.remember(key, kept);
    };
    switch (handler.kind) {
      case 'query':
        return handler.run(input, context);
      case 'atomic':
        return store.atomically(() => {
          const result: Result<unknown> = handler.run(input, context);
          if (!result.ok) throw new Refused(result);
          remember(result);
          return result;
        });
      case 'effect': {
        const result: Result<unknown> = await handler.run(input, context);
        remember(result);
        return result;
      }
      default:
        return assertNever(handler);
    }
  };

  /** A command that is sent again while it runs waits for that one answer. */
  const once = (key: CommandKey, run: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    const busy = running.get(key.commandId);
    if (busy) return sameCommand(busy.key, key) ? busy.answer : Promise.resolve(fail('commandIdReused'));
    const answer = run().finally(() => running.delete(key.commandId));
    running.set(key.commandId, { key, answer });
    return answer;
  };

  const guarded = async (name: CallName, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused) return error.result;
      const problem = storeProblem(error);
      log.error('call.failed', {
        call: name,
        error: error instanceof Error ? error.name : 'unknown',
        stack: placesOf(error),
        storage: problem ?? 'none',
      });
      if (problem === 'full') return fail('storeFull');
      // Held by another program for a moment: nothing is damaged, and trying again helps.
      return problem === undefined || problem === 'inUse' ? fail('internal') : fail('storeDamaged');
    }
  };

  const admit = async (name: CallName, raw: unknown, caller: Caller): Promise<Result<unknown>> => {
    const definition = contract[name];
    if (!definition.audience.includes(caller.audience)) return fail('wrongAudience');
    const present = deps.presence.staff(caller.client);
    const refusal = accessProblem(definition.access, present);
    if (refusal) return { ok: false, error: refusal };
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail('invalidInput', { field: fieldOf(issue), detail: issue?.message ?? '' });
    }
    const context: CallContext = {
      caller,
      staff: present && !present.locked ? present.staff : null,
      at: deps.clock.now(),
      audit: (action, recordType, recordId, detail = '') =>
        deps.audit.record({ who: present?.staff.staffId ?? 'niemand', action, recordType, recordId, detail }),
    };
    const input = parsed.data as never;
    const commandId = commandIdOf(input);
    const key = commandId && memory.keyOf(commandId, name, context.staff?.staffId ?? null, input);
    return key
      ? once(key, () => carryOut(name, input, context, key))
      : carryOut(name, input, context, undefined);
  };

  return async (name, raw, caller) => {
    if (!isCallName(name)) return fail('unknownCall');
    const result = await guarded(name, () => admit(name, raw, caller));
    return deps.checkOutputs && result.ok ? ok(contract[name].output.parse(result.value)) : result;
  };
}
