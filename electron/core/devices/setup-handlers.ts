import type { TraceLine } from '../../../shared/contract/device-discovery.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { type AskDeps, askDevices } from './ask-device.ts';
import type { Bindings } from './bindings.ts';

export type SetupCalls =
  | 'devices.setup'
  | 'devices.try'
  | 'devices.bind'
  | 'devices.unbind'
  | 'devices.saveTrace';

/** Listing what is plugged in takes moments; a trial opens ports and waits for a device that starts. Milliseconds. */
const LOOK_MS = 5000;
const TRACE_MS = 5000;
const TRY_MS = 45_000;

/** Writes the lines of a trace to a file of its own and gives its path. */
export type WriteTrace = (
  bound: ReturnType<Bindings['list']>[number],
  lines: readonly TraceLine[],
) => Promise<string>;

/** The handlers with which IT sets up and examines devices. */
export function setupHandlers(
  deps: AskDeps & {
    readonly bindings: Bindings;
    readonly writeTrace: WriteTrace;
    readonly changed: () => void;
  },
): Handlers<SetupCalls> {
  const { bindings, link, changed } = deps;
  const away = (): Result<never> => fail('devicesAway');
  return {
    'devices.setup': {
      kind: 'query',
      async run() {
        const answer = await askDevices(deps, 'discovered', LOOK_MS, (requestId) => ({
          type: 'discover',
          requestId,
        }));
        const { found, drivers } = typeof answer === 'string' ? { found: null, drivers: [] } : answer;
        return ok({ bound: bindings.list(), found, drivers, process: link.process() });
      },
    },
    'devices.try': {
      kind: 'query',
      async run({ binding }) {
        const answer = await askDevices(deps, 'tried', TRY_MS, (requestId) => ({
          type: 'try',
          requestId,
          binding,
        }));
        if (typeof answer === 'string') return away();
        const { ok: worked, identity = null, reason = null, detail } = answer;
        return ok({ ok: worked, identity, reason, detail });
      },
    },
    'devices.bind': {
      kind: 'effect',
      async run({ binding }, context) {
        bindings.bind(binding);
        context.audit('devices.bind', 'device', binding.role, binding.driver);
        changed();
        return ok({ done: true });
      },
    },
    'devices.unbind': {
      kind: 'effect',
      async run({ role }, context) {
        if (!bindings.unbind(role)) return fail('notFound', { field: 'role' });
        context.audit('devices.unbind', 'device', role);
        changed();
        return ok({ done: true });
      },
    },
    'devices.saveTrace': {
      kind: 'effect',
      async run({ role }, context) {
        const bound = bindings.list().find(({ binding }) => binding.role === role);
        if (!bound) return fail('notFound', { field: 'role' });
        const answer = await askDevices(deps, 'traced', TRACE_MS, (requestId) => ({
          type: 'trace',
          requestId,
          role,
        }));
        if (typeof answer === 'string') return away();
        const file = await deps.writeTrace(bound, answer.lines);
        context.audit('devices.saveTrace', 'device', role, file);
        return ok({ file, lines: answer.lines.length });
      },
    },
  };
}
