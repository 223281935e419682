import type { VisitView } from '../../../../shared/contract/visits.ts';
import { type StepCase, stepCaseOf } from '../../../../shared/domain/step-problems.ts';
import { useToday } from '../clock.ts';

/** About whom and when the steps of this visit are judged, now. */
export function useStepCase(visit: Pick<VisitView, 'person'>): StepCase {
  return stepCaseOf(visit.person, useToday());
}
