import type { VisitView } from '../../../../shared/contract/visits.ts';
import type { StepData } from '../../../../shared/domain/product.ts';
import type { Result } from '../../../../shared/lib/result.ts';

/** A step within the visit. */
export interface StepPlace {
  readonly transactionId: string;
  readonly index: number;
}

/** How a draft stands: typed and not sent, on its way, refused (kept, tried again on the next change or flush). */
export type DraftState = 'typed' | 'saving' | 'failed';

/** What the saver needs from outside. `save` is `transactions.saveStep`. */
export interface StepSaverDeps {
  readonly save: (
    input: StepPlace & { readonly commandId: string; readonly data: StepData },
  ) => Promise<Result<VisitView>>;
  /** Gets each answer, in the order in which the saves were sent. */
  readonly onSaved: (visit: VisitView) => void;
  readonly newCommandId: () => string;
  readonly delayMs: number;
}

interface Draft {
  readonly place: StepPlace;
  data: StepData;
  version: number;
  state: DraftState;
  commandId: string;
  timer: ReturnType<typeof setTimeout> | null;
  error: string | null;
}

/**
 * Keeps what is typed in steps until it is on disk. A change waits `delayMs` for the next one; saves go one at a time,
 * so no answer can overtake another; a draft goes away only when the answer to its newest text has come. A repeated
 * attempt of the same text carries the same commandId. `stop` sends what is left and then falls silent.
 */
export class StepSaver {
  readonly #deps: StepSaverDeps;
  readonly #drafts = new Map<string, Draft>();
  readonly #listeners = new Set<() => void>();
  #line: Promise<void> = Promise.resolve();
  #revision = 0;

  constructor(deps: StepSaverDeps) {
    this.#deps = deps;
  }

  /** Subscribes to changes of drafts and their states; gives the way to unsubscribe. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A number that grows with each change, for useSyncExternalStore. */
  readonly revision = (): number => this.#revision;

  /** What is typed in this step and not yet confirmed by the application. */
  draft(
    place: StepPlace,
  ): { readonly data: StepData; readonly state: DraftState; readonly error: string | null } | undefined {
    return this.#drafts.get(keyOf(place));
  }

  /** How the drafts stand together: the worst state of all, or undefined when everything is saved. */
  overall(): DraftState | undefined {
    const states = [...this.#drafts.values()].map((draft) => draft.state);
    const order: readonly DraftState[] = ['failed', 'typed', 'saving'];
    return order.find((state) => states.includes(state));
  }

  /** Takes new text for a step; it is saved after the pause. */
  change(place: StepPlace, data: StepData): void {
    const key = keyOf(place);
    const known = this.#drafts.get(key);
    const draft: Draft = known ?? {
      place,
      data,
      version: 0,
      state: 'typed',
      commandId: '',
      timer: null,
      error: null,
    };
    draft.data = data;
    draft.version += 1;
    draft.state = 'typed';
    draft.error = null;
    draft.commandId = this.#deps.newCommandId();
    if (draft.timer !== null) clearTimeout(draft.timer);
    draft.timer = setTimeout(() => void this.flush(place), this.#deps.delayMs);
    this.#drafts.set(key, draft);
    this.#changed();
  }

  /** Saves this step now, or all steps; resolves to whether everything of it is on disk. */
  async flush(place?: StepPlace): Promise<boolean> {
    const keys = place === undefined ? [...this.#drafts.keys()] : [keyOf(place)];
    for (const key of keys) {
      const draft = this.#drafts.get(key);
      if (draft === undefined) continue;
      if (draft.timer !== null) clearTimeout(draft.timer);
      draft.timer = null;
      this.#line = this.#line.then(() => this.#send(key));
    }
    await this.#line;
    return keys.every((key) => !this.#drafts.has(key));
  }

  /** Runs another change of the visit after the saves that are under way, so that its answer is the newest. */
  afterSaves<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.then(nothing, nothing);
    return done;
  }

  /** Forgets the drafts of a transaction that was removed, or of all. */
  forget(transactionId?: string): void {
    for (const [key, draft] of this.#drafts) {
      if (transactionId !== undefined && draft.place.transactionId !== transactionId) continue;
      if (draft.timer !== null) clearTimeout(draft.timer);
      this.#drafts.delete(key);
    }
    this.#changed();
  }

  /** Sends what is left and stops telling its listeners. */
  stop(): Promise<boolean> {
    this.#listeners.clear();
    return this.flush();
  }

  async #send(key: string): Promise<void> {
    const draft = this.#drafts.get(key);
    if (draft === undefined || draft.state === 'saving') return;
    const { place, data, version, commandId } = draft;
    draft.state = 'saving';
    this.#changed();
    const answer = await this.#deps.save({ ...place, commandId, data });
    if (answer.ok) this.#deps.onSaved(answer.value);
    if (this.#drafts.get(key) !== draft) return;
    if (draft.version === version) {
      if (answer.ok) this.#drafts.delete(key);
      else {
        draft.state = 'failed';
        draft.error = answer.error.code;
      }
    }
    this.#changed();
  }

  #changed(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }
}

function keyOf({ transactionId, index }: StepPlace): string {
  return `${transactionId}:${index}`;
}

function nothing(): void {
  return undefined;
}
