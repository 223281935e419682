import type { StepData } from '../../../../shared/domain/product.ts';
import type { Result } from '../../../../shared/lib/result.ts';

/** A step within the visit. */
export interface StepPlace {
  readonly transactionId: string;
  readonly index: number;
}

/** How a draft stands: typed and not sent, on its way, refused (kept, sent again by the next change or flush), on disk. */
export type DraftState = 'typed' | 'saving' | 'failed' | 'saved';

/** What the saver needs from outside. `save` is `transactions.saveStep`, which never rejects. */
export interface StepSaverDeps {
  readonly save: (input: StepPlace & { readonly data: StepData }) => Promise<Result<unknown>>;
  readonly delayMs: number;
}

interface Draft {
  readonly place: StepPlace;
  data: StepData;
  version: number;
  state: DraftState;
  timer: ReturnType<typeof setTimeout> | null;
}

/**
 * Keeps what is typed in steps until it is on disk. A change waits `delayMs` for the next one; saves go one at a time,
 * so no answer can overtake another. What was typed here stays what is shown for the rest of the visit: an answer of
 * the application never overwrites it. `stop` sends what is left and then falls silent.
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

  /** What was typed in this step since the window opened, and how it stands. */
  draft(place: StepPlace): { readonly data: StepData; readonly state: DraftState } | undefined {
    return this.#drafts.get(keyOf(place));
  }

  /** How the drafts stand together: the worst state of all; 'saved' when nothing waits. */
  overall(): DraftState {
    const states = [...this.#drafts.values()].map((draft) => draft.state);
    const order: readonly DraftState[] = ['failed', 'typed', 'saving'];
    return order.find((state) => states.includes(state)) ?? 'saved';
  }

  /** Takes new text for a step; it is saved after the pause. */
  change(place: StepPlace, data: StepData): void {
    const key = keyOf(place);
    const draft: Draft = this.#drafts.get(key) ?? { place, data, version: 0, state: 'typed', timer: null };
    draft.data = data;
    draft.version += 1;
    draft.state = 'typed';
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
      if (draft === undefined || draft.state === 'saved') continue;
      if (draft.timer !== null) clearTimeout(draft.timer);
      draft.timer = null;
      this.#line = this.#line.then(() => this.#send(key));
    }
    await this.#line;
    return keys.every((key) => (this.#drafts.get(key)?.state ?? 'saved') === 'saved');
  }

  /** Forgets the drafts of which the transaction is not in this list (any more). */
  keepOnly(transactionIds: readonly string[]): void {
    for (const [key, draft] of this.#drafts) {
      if (transactionIds.includes(draft.place.transactionId)) continue;
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
    if (draft === undefined || draft.state === 'saved') return;
    const { place, data, version } = draft;
    draft.state = 'saving';
    this.#changed();
    const answer = await this.#deps.save({ ...place, data });
    if (draft.version === version) draft.state = answer.ok ? 'saved' : 'failed';
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
