import type { StepProblemReason } from '../../../../shared/domain/step-problems.ts';

/** What is wrong at a field of a step, as far as it may be shown already. */
export type ProblemAt = (field: string) => StepProblemReason | undefined;
