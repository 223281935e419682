import type { CentralError } from '../central/index.ts';
import { carryOut, carryOutTogether, type Carrying, wasFound } from './carry-out.ts';
import type { LateCommits } from './late-commits.ts';
import type { BegunStep, Item, StoredStep } from './queue.ts';
import type { LocalError, Plan, Step, StepData, StepResult, Together } from './step.ts';

/** How far an item came. `settled`: what became of it is on disk already, or the application is closing. */
export type Run =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: CentralError | LocalError; readonly step: string }
  /** For a system that is away, or until a request without an answer can no longer be carried out. */
  | {
      readonly kind: 'waits';
      readonly until: Date;
      readonly error: Pick<CentralError, 'system'> & { readonly kind: 'unreachable' | 'unknownOutcome' };
    }
  | { readonly kind: 'settled' };

export interface StepRunner extends Carrying {
  /** Marks the item as done; runs in the transaction that stores its last answer. */
  readonly finish: (item: Item) => void;
  readonly knowsClock: (system: Step['system']) => boolean;
  readonly late: LateCommits;
}

/** What one call makes: a step, or several that the server makes together. */
interface Unit {
  readonly steps: readonly [Step, ...Step[]];
  readonly together: Together | undefined;
}

/**
 * Carries out the steps of an item that are not done yet, in order. Each answer is on disk before the next step begins;
 * a step that was begun before, or that another may have made, is looked up before it is made.
 */
export async function runSteps(runner: StepRunner, item: Item, plan: Plan): Promise<Run> {
  const { queue, gates, commit, late } = runner;
  const stored = new Map<string, StoredStep>(queue.steps(item.itemId).map((step) => [step.name, step]));
  const answers = new Map<string, StepData>();
  for (const { name, answer } of stored.values()) if (answer) answers.set(name, answer);
  /** What was chosen for steps that may have been sent. */
  const begun = new Map<string, StepData>();
  for (const { name, chosen } of stored.values()) begun.set(name, chosen);
  /** Steps that were begun a moment ago and were not sent yet. */
  const fresh = new Set<string>();
  const oneByOne = new Set<string>();
  /** After a backup was put back, the central side is further than we know. */
  let foundBefore = [...answers.values()].some(wasFound);

  const unanswered = (): readonly Step[] =>
    plan(
      (name) => answerOf(answers, name),
      (name) => answers.get(name),
    ).filter(({ name }) => !answers.has(name));
  let left = unanswered();
  for (;;) {
    const unit = unitOf(runner, left, oneByOne);
    if (!unit) return { kind: 'done' };
    const [first] = unit.steps;
    const { system } = first;
    const again = begun.has(first.name) && !fresh.has(first.name);
    const mayCome = first.takenTwice && again ? late.until(item.itemId) : undefined;
    if (mayCome) return { kind: 'waits', until: mayCome, error: { kind: 'unknownOutcome', system } };
    const until = gates.enter(system, item.itemId);
    if (until) return { kind: 'waits', until, error: { kind: 'unreachable', system } };
    const prepared = await prepare(runner, item, unit, begun, fresh);
    if (runner.stopped()) return { kind: 'settled' };
    if (!prepared.ok) return { kind: 'failed', error: prepared.error, step: first.name };
    if (!again) late.begun(item.itemId);
    const lookUp = foundBefore || unit.steps.some(({ name, mayBeThere }) => mayBeThere || !fresh.has(name));
    for (const { name } of unit.steps) fresh.delete(name);
    const result = await send(runner, item, unit, (name) => begun.get(name) ?? {}, lookUp);
    if (runner.stopped()) return { kind: 'settled' };
    if (result === undefined) {
      oneByOne.add(first.name);
      continue;
    }
    if (!result.ok) {
      late.failed(item.itemId, result.error);
      return { kind: 'failed', error: result.error, step: first.name };
    }
    foundBefore ||= result.value.some(wasFound);
    const answered = unit.steps.map(({ name }, index) => ({ name, answer: result.value[index] ?? {} }));
    for (const { name, answer } of answered) answers.set(name, answer);
    gates.opened(system);
    left = unanswered();
    const following = beginAtOnce(runner, unitOf(runner, left, oneByOne), begun);
    for (const { name, chosen } of following) {
      begun.set(name, chosen);
      fresh.add(name);
    }
    const last = left.length === 0;
    if (last) late.forget(item.itemId);
    await commit(() => {
      queue.advance(item.itemId, answered, following);
      if (last) runner.finish(item);
    });
    if (last || runner.stopped()) return { kind: 'settled' };
  }
}

function answerOf(answers: ReadonlyMap<string, StepData>, name: string): StepData {
  const answer = answers.get(name);
  if (!answer) throw new Error(`step ${name} has no answer yet`);
  return answer;
}

/** What goes next: as much of it as one call can make. */
function unitOf(
  { offers }: StepRunner,
  left: readonly Step[],
  oneByOne: ReadonlySet<string>,
): Unit | undefined {
  const [first, ...others] = left;
  if (!first) return undefined;
  const { together } = first;
  const whole =
    together !== undefined &&
    !oneByOne.has(first.name) &&
    together.steps.every((name, index) => left[index]?.name === name) &&
    offers.mayTry(first.system, together.call);
  return whole
    ? { steps: [first, ...others.slice(0, together.steps.length - 1)], together }
    : { steps: [first], together: undefined };
}

/** The steps that can begin in the transaction that stores the answer before them. */
function beginAtOnce(
  { knowsClock }: StepRunner,
  unit: Unit | undefined,
  begun: ReadonlyMap<string, StepData>,
): readonly BegunStep[] {
  const ready = unit?.steps.every(
    ({ name, needsClock, system }) => !begun.has(name) && !(needsClock && !knowsClock(system)),
  );
  return unit && ready ? unit.steps.map(begin) : [];
}

function begin({ name, choose }: Step): BegunStep {
  return { name, chosen: choose?.() ?? {} };
}

/** Chooses what must stay the same in every repeat, once, and stores it. */
async function prepare(
  { queue, commit, knowsClock, stopped }: StepRunner,
  item: Item,
  { steps }: Unit,
  begun: Map<string, StepData>,
  fresh: Set<string>,
): Promise<StepResult<true>> {
  const [first] = steps;
  if (steps.every(({ name }) => fresh.has(name))) return { ok: true, value: true };
  const unbegun = steps.filter(({ name }) => !begun.has(name));
  if (unbegun.some(({ needsClock, system }) => needsClock && !knowsClock(system))) {
    // Any answer tells the server's time; a look-up changes nothing.
    const probe = await first.find({});
    if (!probe.ok) return probe;
  }
  if (stopped()) return { ok: true, value: true };
  const chosen = unbegun.map(begin);
  for (const step of chosen) {
    begun.set(step.name, step.chosen);
    fresh.add(step.name);
  }
  await commit(() => queue.begin(item.itemId, chosen));
  return { ok: true, value: true };
}

async function send(
  runner: StepRunner,
  item: Item,
  { steps, together }: Unit,
  chosen: (step: string) => StepData,
  lookUp: boolean,
): Promise<StepResult<readonly StepData[]> | undefined> {
  const [first] = steps;
  if (together) return carryOutTogether(runner, item, steps, together, chosen, lookUp);
  const made = await carryOut(runner, item, first, chosen(first.name), lookUp);
  return made.ok ? { ok: true, value: [made.value] } : made;
}
