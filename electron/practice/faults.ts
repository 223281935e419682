import { z } from 'zod';

/** The registries of the practice environment, by the first part of their address. */
export const PRACTICE_APIS = [
  'zaken',
  'documenten',
  'catalogi',
  'klantinteracties',
  'brp',
  'agenda',
  'notify',
] as const;

/** One registry of the practice environment. */
export type PracticeApi = (typeof PRACTICE_APIS)[number];

/** How one request can go wrong. Up to `badRequest` no work is done; from `delay` on it is, all of it. */
export const FAULTS = [
  /** The connection breaks before anything is read. */
  'refuse',
  /** The connection breaks, and the next one meets a certificate that has expired. */
  'expiredCertificate',
  /** 503. */
  'serverError',
  /** 429 with Retry-After. */
  'tooManyRequests',
  /** 400 that names a field. */
  'badRequest',
  /** The work begins `delayMs` later. */
  'delay',
  /** 504, and the work begins `delayMs` later. */
  'committedLate',
  /** The connection breaks without an answer. */
  'answerLost',
  /** The same answer comes twice on one connection. */
  'answerTwice',
  /** The connection breaks in the middle of the answer. */
  'cutMidBody',
  /** The answer drips in over `dripMs`. */
  'slowDrip',
  /** A success whose body is not the JSON it should be. */
  'wrongJson',
] as const;

/** One way in which a request goes wrong. */
export type Fault = (typeof FAULTS)[number];

const Chance = z.number().min(0).max(1);

/** How a registry misbehaves, as `POST /practice/faults` takes it. */
export const FaultSettings = z.strictObject({
  /** Milliseconds before the work begins, for every request. */
  latencyMs: z.int().min(0),
  /** How long a `delay` takes, and how late a `committedLate` comes, in milliseconds. */
  delayMs: z.int().min(0),
  /** How long a `slowDrip` takes, in milliseconds. */
  dripMs: z.int().min(0),
  /** Seconds in the Retry-After of a 429. */
  retryAfterSeconds: z.int().min(0),
  /** Part of the requests that meets each fault, from 0 to 1; together at most 1. */
  chances: z
    .partialRecord(z.enum(FAULTS), Chance)
    .refine((chances) => sum(Object.values(chances)) <= 1 + 1e-9, 'must add up to 1 or less'),
  /** What the coming requests meet, in this order, before chance decides again. */
  next: z.array(z.enum(FAULTS)),
  /** Every connection is broken at once, as if the registry were switched off. */
  down: z.boolean(),
});
export type FaultSettings = Readonly<z.infer<typeof FaultSettings>>;

/** What becomes of a request, decided before it is handled. */
export type Fate = Fault | 'answer' | 'down';

/** The fault plan; what applies to `all` is overridden by what is set for one registry. */
export interface Faults {
  /** Changes some settings, of one registry or of all of them. Throws RangeError, naming the setting that is wrong. */
  set(api: PracticeApi | 'all', settings: Partial<FaultSettings>): void;
  /** Everything works again. `seed` restarts the series of chances, so that a test can repeat it. */
  clear(seed?: number): void;
  settings(api: PracticeApi): FaultSettings;
  /** The fate of the next request to a registry; takes it from `next` when something waits there. */
  fate(api: PracticeApi): Fate;
  /** The next number of the series of chances, from 0 up to 1. */
  chance(): number;
}

const NO_FAULTS: FaultSettings = {
  latencyMs: 0,
  delayMs: 1000,
  dripMs: 1000,
  retryAfterSeconds: 2,
  chances: {},
  next: [],
  down: false,
};

/** A network of which nobody can be sure: `part` of the requests (0 to 1) fails, in every way but a refused field. */
export function unreliable(part: number): FaultSettings['chances'] {
  const kinds = FAULTS.filter((kind) => kind !== 'badRequest');
  return Object.fromEntries(kinds.map((kind) => [kind, part / kinds.length]));
}

/** A fault plan without faults. */
export function createFaults(): Faults {
  const perApi = new Map<PracticeApi, FaultSettings>();
  let chance = chances(1);
  const settings = (api: PracticeApi): FaultSettings => perApi.get(api) ?? NO_FAULTS;

  return {
    settings,
    chance: () => chance(),
    set: (api, changes) => {
      const checked = FaultSettings.partial().safeParse(changes);
      if (!checked.success) throw new RangeError(flawOf(checked.error));
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
      const [first, ...next] = current.next;
      if (first !== undefined) {
        perApi.set(api, { ...current, next });
        return first;
      }
      return pick(current.chances, chance());
    },
  };
}

function pick(of: FaultSettings['chances'], drawn: number): Fate {
  let upTo = 0;
  for (const kind of FAULTS) {
    upTo += of[kind] ?? 0;
    if (drawn < upTo) return kind;
  }
  return 'answer';
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, each) => total + (each ?? 0), 0);
}

/** Which setting is wrong, and why. */
function flawOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'settings'}: ${message}`).join('; ');
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
