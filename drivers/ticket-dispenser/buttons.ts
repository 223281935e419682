import type { Cancel, Clock } from '../clock.ts';

const DEBOUNCE_MS = 40;
/** How often it is noted that this process has its turn. */
const TURN_MS = 20;
const NO_TURN_MS = 2 * TURN_MS;
const STUCK_MS = 10_000;

/** Nothing to cancel: of a button, that no edge came in the last 40 ms. */
const settled: Cancel = () => {};

/** What the buttons of a dispenser are told to. */
export interface ButtonEvents {
  /** Once per press, on the way down. Buttons count from 1. */
  pressed(button: number): void;
  /** Whether any button has been down for more than ten seconds. */
  stuck(anyStuck: boolean): void;
}

/** Turns levels into presses. */
export interface Buttons {
  /** The inputs that are down now, as a bit mask; may be told as often as one likes. */
  observe(down: number): void;
}

/**
 * Presses of `count` buttons: contact bounce shorter than 40 ms is no press, a held button is one press and after ten
 * seconds stuck, and a button that is already down at the first look is no press. On a PC too busy to give this process its
 * turn, the coming and going of a finger are read in one go: then that is a press, however short it looks.
 */
export function createButtons(count: number, clock: Clock, life: AbortSignal, events: ButtonEvents): Buttons {
  let known:
    | { down: boolean; raw: boolean; since: number; settle: Cancel; stuckTimer: Cancel; stuck: boolean }[]
    | undefined;
  const now = () => clock.now().getTime();
  let turnAt = now();
  let lateAt = Number.NEGATIVE_INFINITY;
  function noteTurn() {
    if (now() - turnAt > NO_TURN_MS) lateAt = now();
    turnAt = now();
  }
  let nextTurn = settled;
  function waitForTurn() {
    nextTurn = clock.after(TURN_MS, () => {
      noteTurn();
      waitForTurn();
    });
  }
  if (!life.aborted) waitForTurn();

  life.addEventListener('abort', () => {
    nextTurn();
    for (const button of known ?? []) {
      button.settle();
      button.stuckTimer();
    }
  });

  function startStuckTimer(index: number) {
    const button = known![index]!;
    button.stuckTimer = clock.after(STUCK_MS, () => setStuck(index, true));
  }

  function setStuck(index: number, stuck: boolean) {
    const button = known![index]!;
    if (button.stuck === stuck) return;
    button.stuck = stuck;
    events.stuck(known!.some((each) => each.stuck));
  }

  function settle(index: number) {
    const button = known![index]!;
    button.settle = settled;
    if (button.raw === button.down) {
      if (!button.down && lateAt >= button.since - TURN_MS) events.pressed(index + 1);
      return;
    }
    button.down = button.raw;
    button.stuckTimer();
    if (button.down) {
      startStuckTimer(index);
      events.pressed(index + 1);
    } else setStuck(index, false);
  }

  return {
    observe(mask) {
      if (life.aborted) return;
      noteTurn();
      const isDown = (index: number) => (mask & (1 << index)) !== 0;
      if (!known) {
        known = Array.from({ length: count }, (_, index) => ({
          down: isDown(index),
          raw: isDown(index),
          since: 0,
          settle: settled,
          stuckTimer: () => {},
          stuck: false,
        }));
        known.forEach((button, index) => button.down && startStuckTimer(index));
        return;
      }
      known.forEach((button, index) => {
        if (button.raw === isDown(index)) return;
        button.raw = !button.raw;
        if (button.settle === settled) button.since = now();
        button.settle();
        button.settle = clock.after(DEBOUNCE_MS, () => settle(index));
      });
    },
  };
}
