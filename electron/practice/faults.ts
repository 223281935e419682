/** The registries of the practice environment, by the first part of their address. */
export const PRACTICE_APIS = ['zaken', 'documenten', 'catalogi', 'klantinteracties', 'brp'] as const;

/** One registry of the practice environment. */
export type PracticeApi = (typeof PRACTICE_APIS)[number];

/** How a registry misbehaves. Rates run from 0 (never) to 1 (always). */
export interface FaultSettings {
  /** Milliseconds before the work begins. */
  readonly latencyMs: number;
  /** Part of the requests that is answered with 503 before any work is done. */
  readonly errorRate: number;
  /** Part of the requests whose connection breaks after the work is done: the outcome is unknown to the client. */
  readonly dropRate: number;
  /** The same, for this many coming requests. */
  readonly dropNext: number;
  /** Every connection is broken at once, as if the registry were switched off. */
  readonly down: boolean;
}

/** Which way a request fails, decided before it is handled. */
export type Fate = 'answer' | 'error' | 'drop' | 'down';

/** The fault switches; what applies to `all` is overridden by what is set for one registry. */
export interface Faults {
  /** Changes some settings, of one registry or of all of them. Throws RangeError for a value out of range. */
  set(api: PracticeApi | 'all', settings: Partial<FaultSettings>): void;
  /** Everything works again. `seed` restarts the series of chances, so that a test can repeat it. */
  clear(seed?: number): void;
  settings(api: PracticeApi): FaultSettings;
  /** The fate of the next request to a registry; counts down `dropNext`. */
  fate(api: PracticeApi): Fate;
}

const NO_FAULTS: FaultSettings = { latencyMs: 0, errorRate: 0, dropRate: 0, dropNext: 0, down: false };

/** Fault switches, all off. */
export function createFaults(): Faults {
  const perApi = new Map<PracticeApi, FaultSettings>();
  let chance = chances(1);
  const settings = (api: PracticeApi): FaultSettings => perApi.get(api) ?? NO_FAULTS;

  return {
    settings,
    set: (api, changes) => {
      checkRanges(changes);
      for (const each of api === 'all' ? PRACTICE_APIS : [api])
        perApi.set(each, { ...settings(each), ...changes });
    },
    clear: (seed = 1) => {
      perApi.clear();
      chance = chances(seed);
    },
    fate: (api) => {
      const current = settings(api);
      if (current.down) return 'down';
      if (chance() < current.errorRate) return 'error';
      if (current.dropNext > 0) {
        perApi.set(api, { ...current, dropNext: current.dropNext - 1 });
        return 'drop';
      }
      return chance() < current.dropRate ? 'drop' : 'answer';
    },
  };
}

function checkRanges(changes: Partial<FaultSettings>): void {
  for (const name of ['errorRate', 'dropRate'] as const) {
    const rate = changes[name];
    if (rate !== undefined && !(rate >= 0 && rate <= 1))
      throw new RangeError(`${name} must lie between 0 and 1`);
  }
  for (const name of ['latencyMs', 'dropNext'] as const) {
    const amount = changes[name];
    if (amount !== undefined && !(Number.isInteger(amount) && amount >= 0))
      throw new RangeError(`${name} must be a whole number, 0 or more`);
  }
}

/** The mulberry32 series: numbers from 0 up to 1, the same ones for the same seed. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
