import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CentralError } from '../central/index.ts';
import type { Log } from '../ports.ts';
import type { Gates } from './gates.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Item, Queue, StoredStep } from './queue.ts';
import type { Found, LocalError, Plan, Step, StepData, StepResult } from './step.ts';

/** How far an item came. `settled`: what became of it is on disk already, or the application is closing. */
export type Run =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: CentralError | LocalError; readonly step: string }
  | { readonly kind: 'waits'; readonly until: Date; readonly system: Step['system'] }
  | { readonly kind: 'settled' };

export interface StepRunner {
  readonly queue: Queue;
  readonly commit: GroupCommit;
  /** Marks the item as done; runs in the transaction that stores its last answer. */
  readonly finish: (item: Item) => void;
  readonly gates: Gates;
  readonly log: Log;
  readonly stopped: () => boolean;
  readonly knowsClock: (system: Step['system']) => boolean;
}

const MAX_CHOICES = 30;

/**
 * Carries out the steps of an item that are not done yet, in order. Each answer is on disk before the next step begins;
 * a step that was begun before, by whoever, is looked up before it is repeated.
 */
export async function runSteps(runner: StepRunner, item: Item, plan: Plan): Promise<Run> {
  const { queue, gates, commit } = runner;
  const stored = new Map<string, StoredStep>(queue.steps(item.itemId).map((step) => [step.name, step]));
  const answers = new Map<string, StepData>();
  for (const { name, answer } of stored.values()) if (answer) answers.set(name, answer);
  const steps = plan((name) => answerOf(answers, name));
  const open = steps.filter(({ name }) => !answers.has(name));

  let begun: { readonly name: string; readonly chosen: StepData; readonly before: boolean } | undefined;
  for (const [index, step] of open.entries()) {
    const until = gates.closedUntil(step.system);
    if (until) return { kind: 'waits', until, system: step.system };
    if (begun?.name !== step.name) {
      const earlier = stored.get(step.name);
      const prepared = await prepare(runner, item, step, earlier?.chosen);
      if (runner.stopped()) return { kind: 'settled' };
      if (!prepared.ok) return { kind: 'failed', error: prepared.error, step: step.name };
      begun = { name: step.name, chosen: prepared.value, before: earlier !== undefined };
    }
    const result = await carryOut(runner, item, step, begun.chosen, begun.before);
    if (runner.stopped()) return { kind: 'settled' };
    if (!result.ok) return { kind: 'failed', error: result.error, step: step.name };
    answers.set(step.name, result.value);
    gates.opened(step.system);
    const next = open[index + 1];
    const atOnce = next && !stored.has(next.name) && !(next.needsClock && !runner.knowsClock(next.system));
    begun = atOnce ? { name: next.name, chosen: next.choose?.() ?? {}, before: false } : undefined;
    const following = begun;
    await commit(() => {
      queue.advance(item.itemId, step.name, result.value, following);
      if (!next) runner.finish(item);
    });
    if (!next || runner.stopped()) return { kind: 'settled' };
  }
  return { kind: 'done' };
}

function answerOf(answers: ReadonlyMap<string, StepData>, name: string): StepData {
  const answer = answers.get(name);
  if (!answer) throw new Error(`step ${name} has no answer yet`);
  return answer;
}

/** Chooses what must stay the same in every repeat, once, and stores it. */
async function prepare(
  { queue, commit, knowsClock, stopped }: StepRunner,
  item: Item,
  step: Step,
  chosenBefore: StepData | undefined,
): Promise<StepResult<StepData>> {
  if (chosenBefore) {
    await commit(() => queue.claim(item.itemId));
    return { ok: true, value: chosenBefore };
  }
  if (step.needsClock && !knowsClock(step.system)) {
    // Any answer tells the server's time; a look-up changes nothing.
    const probe = await step.find({});
    if (!probe.ok) return probe;
  }
  const chosen = step.choose?.() ?? {};
  if (!stopped()) await commit(() => queue.begin(item.itemId, step.name, chosen));
  return { ok: true, value: chosen };
}

async function carryOut(
  runner: StepRunner,
  item: Item,
  step: Step,
  first: StepData,
  lookUpFirst: boolean,
): Promise<StepResult<StepData>> {
  let chosen = first;
  let lookUp = lookUpFirst;
  let refusal: StepResult<StepData> | undefined;
  for (let choice = 0; choice < MAX_CHOICES && !runner.stopped(); choice += 1) {
    if (lookUp) {
      const found = await step.find(chosen);
      if (!found.ok) return found;
      runner.gates.opened(step.system);
      const settled = settle(found.value, refusal);
      if (settled) return settled;
      if (found.value.kind === 'chooseAgain') {
        chosen = found.value.chosen;
        if (runner.stopped()) break;
        await runner.commit(() => runner.queue.begin(item.itemId, step.name, chosen));
      }
    }
    const made = await step.make(chosen);
    if (made.ok || !isRefusal(made.error)) return made;
    // A refusal can mean that it is there already: the answer to an earlier try was lost.
    runner.log.info('sync.stepRefused', {
      item: item.itemId,
      step: kindOfStep(step.name),
      status: made.error.status ?? 0,
    });
    refusal = made;
    lookUp = true;
  }
  return refusal ?? { ok: false, error: { kind: 'impossible', reason: 'Er is geen vrij nummer gevonden.' } };
}

/** What the look-up decides; undefined when the step must (still) be made. */
function settle(found: Found, refusal: StepResult<StepData> | undefined): StepResult<StepData> | undefined {
  switch (found.kind) {
    case 'ours':
      return { ok: true, value: found.answer };
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

/** The kind of a step without the name of an eigenschap or the number of a document. */
export function kindOfStep(name: string): string {
  return name.split(':')[0] ?? name;
}
