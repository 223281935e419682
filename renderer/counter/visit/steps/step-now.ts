import type { StepView, TransactionView } from '../../../../shared/contract/visits.ts';
import type { Step, StepData } from '../../../../shared/domain/product.ts';
import { type StepCase, type StepProblem, stepProblems } from '../../../../shared/domain/step-problems.ts';
import type { DraftState, StepSaver } from '../desk/step-saver.ts';

/** A step as it stands at the desk: what was typed here goes before what the application knows. */
export interface StepNow {
  readonly index: number;
  readonly step: Step;
  readonly data: StepData | null;
  readonly state: StepView['state'];
  /** What is still wrong with the data as it stands here. */
  readonly problems: readonly StepProblem[];
  readonly saving: DraftState;
}

/** The steps of a product as they stand now, in order. */
export function stepsNow(
  transaction: TransactionView,
  saver: Pick<StepSaver, 'draft'>,
  about: StepCase,
): readonly StepNow[] {
  return transaction.steps.flatMap((view) => {
    const step = transaction.product.steps[view.index];
    return step === undefined ? [] : [stepNow(transaction.transactionId, view, step, saver, about)];
  });
}

function stepNow(
  transactionId: string,
  view: StepView,
  step: Step,
  saver: Pick<StepSaver, 'draft'>,
  about: StepCase,
): StepNow {
  const { index } = view;
  const draft = saver.draft({ transactionId, index });
  const data = draft?.data ?? view.data;
  const problems = [...stepProblems(step, data, about)];
  if (draft === undefined) return { ...view, step, problems, saving: 'saved' };
  return {
    index,
    step,
    data,
    state: problems.length === 0 ? 'done' : 'problem',
    problems,
    saving: draft.state,
  };
}
