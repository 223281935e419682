import { type CallName, contract } from '../../shared/contract/index.ts';
import { Identified, VisitView } from '../../shared/contract/visits.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { CallContext, Handlers } from './handlers.ts';

/** An answer that shows a visit, as it is kept: of which visit, and nothing of the visitor. */
interface KeptVisit {
  readonly keptVisitId: string;
}

/** What is kept of the answer to a command; undefined when a repeat had better ask anew. */
export function answerToKeep(name: CallName, answer: Result<unknown>): Result<unknown> | undefined {
  if (!answer.ok) return undefined;
  const { output } = contract[name];
  // The handler of a name answers by the schema of that name.
  if (output === VisitView) return keptVisit(answer.value as VisitView);
  if (output !== Identified) return answer;
  const identified = answer.value as Identified;
  switch (identified.kind) {
    case 'identified':
      return keptVisit(identified.visit);
    case 'candidates':
      // Names and addresses of persons who are mostly not the visitor.
      return undefined;
    default:
      return answer;
  }
}

function keptVisit({ visitId }: VisitView): Result<KeptVisit> {
  return ok({ keptVisitId: visitId });
}

/**
 * The answer to a repeated command. Where a visit was shown, it is shown as it is by now, from the counter where it runs;
 * `visitFinished` when it does not run there any more.
 */
export async function answerAgain(
  name: CallName,
  kept: Result<unknown>,
  handlers: Handlers<'visits.current'>,
  context: CallContext,
): Promise<Result<unknown>> {
  if (!kept.ok || !isKeptVisit(kept.value)) return kept;
  const current = await handlers['visits.current'].run({}, context);
  if (!current.ok) return current;
  if (current.value?.visitId !== kept.value.keptVisitId) return fail('visitFinished');
  return ok(
    contract[name].output === Identified ? { kind: 'identified', visit: current.value } : current.value,
  );
}

function isKeptVisit(value: unknown): value is KeptVisit {
  return typeof value === 'object' && value !== null && 'keptVisitId' in value;
}
