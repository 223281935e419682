import type { HandOver, HandOverTarget } from '../../../shared/contract/hand-over.ts';
import { callBackOn } from '../../../shared/domain/phone.ts';
import { addWorkingDays, formatDutchDate } from '../../../shared/domain/dates.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { HandOverRecord } from '../records.ts';
import type { HandOverTargets } from '../settings/hand-over-schema.ts';

/** Klantinteracties: toelichting of an internetaak. */
const MOST_TEXT = 1000;

function idOf({ kind, id }: HandOverTargets[number]): string {
  return `${kind}:${id}`;
}

/** The call that tells whom can be handed over to. */
export function handOverHandlers(targets: HandOverTargets): Handlers<'visits.handOverTargets'> {
  const shown = targets.map((target): HandOverTarget => {
    const { kind, name, workingDays, questions } = target;
    return { targetId: idOf(target), kind, name, workingDays, questions };
  });
  return { 'visits.handOverTargets': { kind: 'query', run: () => ok(shown) } };
}

/**
 * The record of what is handed over on a Dutch day: the term, the number to call and the answers are part of the text,
 * because an internetaak has no fields for them. `notFound` for an unknown target, `invalidInput` when the text is too long.
 */
export function handOverRecord(
  targets: HandOverTargets,
  { targetId, phone, answers }: HandOver,
  day: string,
): Result<HandOverRecord> {
  const target = targets.find((each) => idOf(each) === targetId);
  if (!target) return fail('notFound', { field: 'handOver.targetId' });
  const { kind, id, name, workingDays, questions } = target;
  const lines = [
    `Afhandelen uiterlijk ${formatDutchDate(addWorkingDays(day, workingDays))}.`,
    ...(phone === null ? [] : [callBackOn(phone)]),
    ...questions.flatMap((question, index) => (answers[index] ? [`${question} ${answers[index]}`] : [])),
  ];
  const toelichting = lines.join('\n');
  if (toelichting.length > MOST_TEXT)
    return fail('invalidInput', { field: 'handOver.answers', detail: `at most ${MOST_TEXT} characters` });
  return ok({
    target: { kind, id, name },
    gevraagdeHandeling:
      phone === null ? 'Vraag van de bezoeker afhandelen' : 'Contact opnemen met betrokkene',
    toelichting,
    phone,
  });
}
