import type { SystemProblem } from '../../../shared/domain/system-problem.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Clock } from '../ports.ts';
import type { CentralError, CentralSystem } from './central-error.ts';

/** The state of one central system, as `sync.status` shows it. */
export interface SystemHealth {
  readonly name: CentralSystem;
  /** Null until it was first asked something. */
  readonly reachable: boolean | null;
  /** UTC instant since which that is so. */
  readonly since: string | null;
  readonly problem: SystemProblem | null;
}

/** Which systems answer; derived from every request that is made, never by polling. */
export interface CentralHealth {
  /** Takes in how a request went; undefined when it went well. A refusal of one request is an answer too. */
  report(system: CentralSystem, error: CentralError | undefined): void;
  /** The secret of this system was never kept on this PC; so until a request goes well. */
  lacksSecret(system: CentralSystem, secretName: string): void;
  systems(): readonly SystemHealth[];
  /** False when a system that was asked did not answer or refused us. */
  online(): boolean;
  onChange(listener: () => void): () => void;
}

const NAMES: readonly CentralSystem[] = ['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp'];

/** All systems unknown at first; NotifyNL, which not everyone has, is told of once it was needed. */
export function createCentralHealth(clock: Clock): CentralHealth {
  const states = new Map<CentralSystem, SystemHealth>(
    NAMES.map((name) => [name, { name, reachable: null, since: null, problem: null }]),
  );
  const listeners = new Set<() => void>();
  const set = (system: CentralSystem, problem: SystemProblem | null): void => {
    const before = states.get(system);
    const reachable = problem === null;
    if (before?.reachable === reachable && isSame(before.problem, problem)) return;
    const since = before?.reachable === reachable ? before.since : clock.now().toISOString();
    states.set(system, { name: system, reachable, since, problem });
    for (const listener of listeners) listener();
  };
  return {
    report: (system, error) => set(system, error === undefined ? null : problemOf(error)),
    lacksSecret: (system, secret) => set(system, { code: 'noSecret', secret }),
    systems: () => [...states.values()],
    online: () => [...states.values()].every(({ reachable }) => reachable !== false),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isSame(a: SystemProblem | null, b: SystemProblem | null): boolean {
  return a?.code === b?.code && a?.secret === b?.secret;
}

/** Null for failures that show that the system is there and lets us in. */
function problemOf(error: CentralError): SystemProblem | null {
  switch (error.kind) {
    case 'refused':
    case 'conflict':
    case 'notFound':
      return null;
    case 'unauthorized':
      return { code: 'unauthorized' };
    case 'invalidAnswer':
      return { code: 'unreadable' };
    case 'unreachable':
      return { code: 'unreachable' };
    case 'unknownOutcome':
      if (error.status === undefined) return { code: 'silent' };
      return { code: error.status === 429 ? 'busy' : 'failing' };
    default:
      return assertNever(error.kind);
  }
}
