import type { Clock } from '../clock.ts';
import type { PenSample } from '../protocol/pen-sample.ts';

/** A pen that says nothing for so long was lifted, also when it never said so. */
const SILENCE_MS = 250;

/** What a report of the pen means: it came down, moved while down, was lifted, or nothing of these. */
export type PenStep = 'down' | 'move' | 'up' | 'none';

export interface PenTracker {
  take(sample: PenSample): PenStep;
  /** Reports were lost, or came late, since the start or `forget`. */
  readonly hasLost: boolean;
  /** Begins anew: a pen that is down counts once it was lifted. */
  forget(): void;
}

/** Follows the pen from report to report, by their numbers where the pad gives them. */
export function createPenTracker(clock: Clock): PenTracker {
  let last: { readonly at: number; readonly sample: PenSample } | undefined;
  let touching = false;
  let lifted = true;
  let hasLost = false;

  /** How many reports further this one is; 1 where that cannot be told. */
  function distance(sample: PenSample): number {
    if (last?.sample.sequence === undefined || sample.sequence === undefined || !last.sample.near) return 1;
    return (sample.sequence - last.sample.sequence) & 0xffff;
  }

  return {
    get hasLost() {
      return hasLost;
    },
    forget() {
      hasLost = false;
      lifted = !touching;
      touching = false;
    },
    take(sample) {
      const at = clock.now().getTime();
      if (last && at - last.at > SILENCE_MS) {
        last = undefined;
        touching = false;
        lifted = true;
      }
      const ahead = distance(sample);
      if (ahead !== 1) hasLost ||= ahead !== 0;
      // The same report again, or one that was overtaken: where the pen was is known better by now.
      if (ahead === 0 || ahead > 0x8000) return 'none';
      last = { at, sample };
      if (!sample.down) {
        const was = touching;
        touching = false;
        lifted = true;
        return was ? 'up' : 'none';
      }
      if (!lifted) return 'none';
      const was = touching;
      touching = true;
      return was ? 'move' : 'down';
    },
  };
}
