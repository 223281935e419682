import { type FaultSettings, startPractice } from '../../electron/practice/index.ts';
import { answerQuestions } from './peer.ts';
import { scaledClock, type Timescale } from './scaled-clock.ts';

/** The central systems of a run, in a process of their own: what they are started with. */
export interface CentralOptions {
  readonly databaseFile: string;
  readonly personsFile: string;
  readonly time: Timescale;
  readonly seed: number;
  readonly faults: Partial<FaultSettings>;
  /** Whether they offer the all-in-one calls of Open Zaak. */
  readonly experimental: boolean;
  /** Greatest bestandsdeel, in bytes. */
  readonly partSize: number;
}

/** What the application needs to know of them. */
export interface CentralFacts {
  readonly origin: string;
  readonly authority: string;
  readonly credentials: Awaited<ReturnType<typeof startPractice>>['credentials'];
}

const options = JSON.parse(process.argv[2] ?? '') as CentralOptions;
const practice = await startPractice({
  ...options,
  clock: scaledClock(options.time),
  // Time goes so fast here that thirty seconds are over before a token arrives.
  notifyLeewaySeconds: 6 * 3600,
});
const plan = ({ seed, faults }: Pick<CentralOptions, 'seed' | 'faults'>): void => {
  practice.faults.clear(seed);
  practice.faults.set('all', faults);
};
plan(options);
const facts: CentralFacts = {
  origin: practice.origin,
  authority: practice.authority ?? '',
  credentials: practice.credentials,
};
answerQuestions((question) => {
  if (question !== 'facts') plan(question as CentralOptions);
  return facts;
});
