import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError } from '../central/index.ts';
import type { Log } from '../ports.ts';
import type { Gates } from './gates.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Offers } from './offers.ts';
import type { Item, Queue } from './queue.ts';
import {
  type Found,
  type LocalError,
  type Step,
  type StepData,
  type StepResult,
  type Together,
  impossible,
} from './step.ts';

/** What carrying out a step needs. */
export interface Carrying {
  readonly queue: Queue;
  readonly commit: GroupCommit;
  readonly gates: Gates;
  readonly offers: Offers;
  readonly log: Log;
  readonly stopped: () => boolean;
}

const MAX_CHOICES = 30;
/** Refusals of something that is there already under the same key. */
const TAKEN: readonly string[] = ['unique', 'identificatie-niet-uniek', 'max-occurences'];

/** In the answer of a step that was there already. */
const FOUND = 'found';

/** Whether the step was there already, so that later ones may be too, though nothing of them is on disk. */
export function wasFound(answer: StepData): boolean {
  return FOUND in answer;
}

/** Makes one step, after a look-up when it may have been made before. */
export async function carryOut(
  deps: Carrying,
  item: Item,
  step: Step,
  first: StepData,
  lookUpFirst: boolean,
): Promise<StepResult<StepData>> {
  let chosen = first;
  let lookUp = lookUpFirst;
  let refusal: StepResult<StepData> | undefined;
  for (let choice = 0; choice < MAX_CHOICES && !deps.stopped(); choice += 1) {
    if (lookUp) {
      const found = await step.find(chosen);
      if (!found.ok) return found;
      deps.gates.opened(step.system);
      const settled = settle(found.value, refusal);
      if (settled) return settled;
      if (found.value.kind === 'chooseAgain') {
        chosen = found.value.chosen;
        if (deps.stopped()) break;
        await deps.commit(() => deps.queue.begin(item.itemId, [{ name: step.name, chosen }]));
      }
    }
    const made = await step.make(chosen);
    if (made.ok || !isRefusal(made.error)) return made;
    // A refusal can mean that it is there already: the answer to an earlier try was lost.
    logRefusal(deps, item, step, made.error);
    refusal = made;
    lookUp = true;
  }
  return refusal ?? impossible('noFreeNumber');
}

/**
 * Makes steps by one call that does all or nothing. Undefined when they must be made one by one: because the server does not
 * offer the call, or because the first of them is there already.
 */
export async function carryOutTogether(
  deps: Carrying,
  item: Item,
  steps: readonly [Step, ...Step[]],
  together: Together,
  chosen: (step: string) => StepData,
  lookUpFirst: boolean,
): Promise<StepResult<readonly StepData[]> | undefined> {
  const [first] = steps;
  const isThere = () => first.find(chosen(first.name));
  if (lookUpFirst) {
    const found = await isThere();
    if (!found.ok) return found;
    deps.gates.opened(first.system);
    if (found.value.kind !== 'none') return undefined;
  }
  if (deps.stopped()) return undefined;
  const made = await together.make(chosen);
  if (made.ok) return made;
  if (isNotOffered(made.error)) {
    deps.log.info('sync.callNotOffered', { call: together.call, kind: made.error.kind });
    // What 403 means may be another secret tomorrow; that the call is not there, lasts.
    if (made.error.kind !== 'unauthorized')
      await deps.commit(() => deps.offers.isMissing(first.system, together.call));
    return undefined;
  }
  if (!isRefusal(made.error)) return made;
  logRefusal(deps, item, first, made.error);
  const found = await isThere();
  if (!found.ok) return found;
  const taken = made.error.invalidParams?.some(({ code }) => TAKEN.includes(code)) ?? false;
  return found.value.kind === 'none' && !taken ? made : undefined;
}

function logRefusal({ log }: Carrying, item: Item, step: Step, { status }: CentralError): void {
  log.info('sync.stepRefused', { item: item.itemId, step: kindOfStep(step.name), status: status ?? 0 });
}

/** What the look-up decides; undefined when the step must (still) be made. */
function settle(found: Found, refusal: StepResult<StepData> | undefined): StepResult<StepData> | undefined {
  switch (found.kind) {
    case 'ours':
      return { ok: true, value: { ...found.answer, [FOUND]: 'yes' } };
    case 'stranger':
      return { ok: false, error: { kind: 'impossible', reason: found.reason } };
    case 'none':
      return refusal;
    case 'chooseAgain':
      return undefined;
    default:
      return assertNever(found);
  }
}

function isRefusal(error: CentralError | LocalError): error is CentralError {
  return error.kind === 'refused' || error.kind === 'conflict';
}

/** A server that does not know the call answers 404 or 405; a gateway in front of it, or a scope that it alone asks, 403. */
function isNotOffered(error: CentralError | LocalError): boolean {
  return error.kind === 'notFound' || ('status' in error && (error.status === 405 || error.status === 403));
}

/** The kind of a step without the name of an eigenschap or the number of a document. */
export function kindOfStep(name: string): string {
  return name.split(':')[0] ?? name;
}
