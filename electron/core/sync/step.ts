import type { SyncReason, SyncReasonCode } from '../../../shared/domain/sync-reason.ts';
import type { CentralError, CentralSystem } from '../central/index.ts';

/** What is kept of a step: ids and addresses of the central side, moments that were chosen; never personal data. */
export type StepData = Readonly<Record<string, string>>;

/**
 * A failure that is ours to see: `impossible` needs a person, `notYet` may pass by itself. `notAllowed`: access was refused
 * to `part` alone, such as a zaaktype, while that of this workstation is good; it passes when IT has given the right.
 */
export type LocalError =
  | { readonly kind: 'impossible'; readonly reason: SyncReason }
  | { readonly kind: 'notYet'; readonly reason: SyncReason }
  | (Omit<CentralError, 'kind'> & { readonly kind: 'notAllowed'; readonly part: string });

export type StepResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CentralError | LocalError };

/** What a look-up by natural key found at the central side. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours'; readonly answer: StepData }
  /** It is there, but not made by us: a person must look. */
  | { readonly kind: 'stranger'; readonly reason: SyncReason }
  /** The step must be made with other choices, which are stored first. */
  | { readonly kind: 'chooseAgain'; readonly chosen: StepData };

/**
 * One request that changes something at a central system. Its choices are stored before the first try and stay the same
 * in every repeat; after an unknown outcome `find` runs before `make`, so that the change happens exactly once.
 */
export interface Step {
  readonly name: string;
  readonly system: CentralSystem;
  /** True when the choices or the body depend on the server's time. */
  readonly needsClock?: boolean;
  /** True when another may have made it already: then it is looked up before the first try too. */
  readonly mayBeThere?: boolean;
  /**
   * True when the server would take it a second time: nothing but our look-up keeps it single, so that waits until an earlier
   * request can no longer be carried out.
   */
  readonly takenTwice?: boolean;
  readonly choose?: () => StepData;
  readonly find: (chosen: StepData) => Promise<StepResult<Found>>;
  readonly make: (chosen: StepData) => Promise<StepResult<StepData>>;
  /** When this step is the first of those that one call can make. */
  readonly together?: Together;
}

/**
 * One call that makes steps which follow each other, all or nothing; not every server offers it. It needs no look-up of its
 * own: when the first of its steps is not there, nothing of it is, and when it is, all are found one by one.
 */
export interface Together {
  /** The end of its address, such as `zaak_registreren`. */
  readonly call: string;
  /** What it makes, in order. */
  readonly steps: readonly string[];
  /** Answers of the steps, in the same order. */
  readonly make: (chosen: (step: string) => StepData) => Promise<StepResult<readonly StepData[]>>;
}

/**
 * All steps of one item, in order; made anew after each answer, because what follows can depend on it. `answer` gives what
 * an earlier step was answered, `answered` undefined too when it was not yet.
 */
export type Plan = (
  answer: (step: string) => StepData,
  answered: (step: string) => StepData | undefined,
) => readonly Step[];

/** Nothing of it is at the central side. */
export const NONE: StepResult<Found> = { ok: true, value: { kind: 'none' } };

/** It is there and ours. */
export function ours(answer: StepData): StepResult<Found> {
  return { ok: true, value: { kind: 'ours', answer } };
}

type Data = Readonly<Record<string, string>>;

/** A reason that we see ourselves. */
export function because(code: SyncReasonCode, data: Data = {}): SyncReason {
  return { code, data, fields: [] };
}

/** It is there and not ours. */
export function stranger(code: SyncReasonCode, data?: Data): StepResult<Found> {
  return { ok: true, value: { kind: 'stranger', reason: because(code, data) } };
}

/** A failure that only a person can solve. */
export function impossible(
  code: SyncReasonCode,
  data?: Data,
): { readonly ok: false; readonly error: LocalError } {
  return { ok: false, error: { kind: 'impossible', reason: because(code, data) } };
}
