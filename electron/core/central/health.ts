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
  /** What is wrong, in plain Dutch. */
  readonly problem: string | null;
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
  const set = (system: CentralSystem, problem: string | null): void => {
    const before = states.get(system);
    const reachable = problem === null;
    if (before?.reachable === reachable && before.problem === problem) return;
    const since = before?.reachable === reachable ? before.since : clock.now().toISOString();
    states.set(system, { name: system, reachable, since, problem });
    for (const listener of listeners) listener();
  };
  return {
    report: (system, error) => set(system, error === undefined ? null : problemOf(error)),
    lacksSecret: (system, name) =>
      set(
        system,
        `Het geheim "${name}" staat niet op deze pc. Vraag IT om het te bewaren (waarmee --store-secret ${name}, of zonder Electron in secrets.json) en Waarmee opnieuw te starten.`,
      ),
    systems: () => [...states.values()],
    online: () => [...states.values()].every(({ reachable }) => reachable !== false),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Null for failures that show that the system is there and lets us in. */
function problemOf(error: CentralError): string | null {
  switch (error.kind) {
    case 'refused':
    case 'conflict':
    case 'notFound':
      return null;
    case 'unauthorized':
      return 'Het systeem laat deze werkplek niet toe. Vraag IT om de toegang te controleren.';
    case 'invalidAnswer':
      return 'Het systeem geeft een antwoord dat niet te lezen is.';
    case 'unreachable':
      return 'Het systeem is niet bereikbaar.';
    case 'unknownOutcome':
      if (error.status === undefined) return 'Het systeem antwoordt niet.';
      return error.status === 429 ? 'Het systeem is te druk.' : 'Het systeem heeft een storing.';
    default:
      return assertNever(error.kind);
  }
}
