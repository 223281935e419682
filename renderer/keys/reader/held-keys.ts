/** Keys that wait until it is known whose they are. */
export interface HeldKeys {
  /** Keeps a key from the window for now. */
  hold(event: KeyboardEvent): void;
  /** They were somebody's: gives them to the window after all, in order, to whom they were meant for. */
  replay(): void;
  /** They were a reader's. */
  drop(): void;
  /** True for a key that comes from `replay`. */
  isReplayed(event: KeyboardEvent): boolean;
}

/**
 * Holds keys outside of fields, where what they do is the application's work (such as finding in a list by letters) and
 * a key that is given again does just the same. In a field only the browser's own key types: there nothing is held.
 */
export function createHeldKeys(): HeldKeys {
  let held: KeyboardEvent[] = [];
  const replayed = new WeakSet<KeyboardEvent>();
  return {
    hold(event) {
      event.preventDefault();
      event.stopImmediatePropagation();
      held.push(event);
    },
    replay() {
      const keys = held;
      held = [];
      for (const key of keys) {
        const again = new KeyboardEvent(key.type, key);
        replayed.add(again);
        const meant =
          key.target instanceof Element && key.target.isConnected ? key.target : document.activeElement;
        (meant ?? document.body).dispatchEvent(again);
      }
    },
    drop() {
      held = [];
    },
    isReplayed: (event) => replayed.has(event),
  };
}
