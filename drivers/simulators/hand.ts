/** Where a pen is: a place on the screen from 0 to 1, and how hard it presses from 0 (lifted) to 1. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly force: number;
  /** False: out of reach of the pad. */
  readonly near: boolean;
}

const TICK_MS = 5;

/** A hand with a pen: plays touches one after the other, `pace` a second. */
export function createHand(touch: (touch: Touch) => void): {
  play(touches: readonly Touch[]): void;
  setPace(perSecond: number): void;
  /** Stops in the middle, and says no more: the pen is gone. */
  stop(): void;
} {
  let waiting: Touch[] = [];
  let pace = 200;
  let timer: NodeJS.Timeout | undefined;
  let played = 0;
  let since = 0;

  function tick() {
    const due = Math.floor(((performance.now() - since) * pace) / 1000) - played;
    for (const next of waiting.splice(0, due)) {
      played += 1;
      touch(next);
    }
    if (waiting.length === 0) stop();
  }
  function stop() {
    clearInterval(timer);
    timer = undefined;
    waiting = [];
  }

  return {
    stop,
    setPace(perSecond) {
      pace = perSecond;
      [since, played] = [performance.now(), 0];
    },
    play(touches) {
      waiting.push(...touches);
      if (timer) return;
      [since, played] = [performance.now(), 0];
      timer = setInterval(tick, TICK_MS);
    },
  };
}

/** The pen comes near, touches once and leaves. */
export function tap(x: number, y: number): Touch[] {
  const at = (force: number, near = true): Touch => ({ x, y, force, near });
  return [at(0), at(0.4), at(0.5), at(0.4), at(0), at(0, false)];
}

/** A signature of `count` touches in all, within a rectangle from 0 to 1: a name in loops, and a line under it. */
export function signature(
  place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  count = 240,
): Touch[] {
  const at = (x: number, y: number, force: number): Touch => ({
    x: place.left + place.width * x,
    y: place.top + place.height * y,
    force,
    near: true,
  });
  const along = (from: number, to: number, draw: (t: number) => Touch) =>
    Array.from({ length: Math.round(count * (to - from)) }, (_, step, of = Math.round(count * (to - from))) =>
      draw(step / of),
    );
  const press = (t: number) => 0.25 + 0.6 * Math.sin(Math.PI * t) ** 2;
  const name = along(0, 0.65, (t) =>
    at(
      0.1 + 0.7 * t + 0.05 * Math.sin(t * 38),
      0.45 - 0.28 * Math.cos(t * 38) * (1 - 0.75 * t) - 0.08 * Math.sin(t * 9),
      press(t),
    ),
  );
  const line = along(0.7, 0.95, (t) => at(0.08 + 0.84 * t, 0.82 - 0.06 * t, press(t) * 0.7));
  const lift = (from: Touch, to: Touch) =>
    along(0, 0.04, (t) => ({ ...from, x: from.x + (to.x - from.x) * t, force: 0 }));
  const [first, last] = [name[0]!, line.at(-1)!];
  return [
    ...lift(first, first),
    ...name,
    ...lift(name.at(-1)!, line[0]!),
    ...line,
    { ...last, force: 0 },
    { ...last, force: 0, near: false },
  ];
}
