import type { BoardSnapshot } from '../../shared/contract/hall.ts';

export type Language = BoardSnapshot['languages'][number];

/** The words of the display in one language. */
export interface DisplayTexts {
  readonly language: Language;
  readonly locale: string;
  readonly nowServing: string;
  readonly counter: string;
  readonly lastCalled: string;
  readonly welcome: string;
  readonly takeNumber: string;
  readonly waiting: (count: number) => string;
  readonly perGroup: string;
  readonly nobody: string;
  readonly wait: (range: string) => string;
  readonly waitUnknown: string;
  readonly lost: (time: string) => string;
  readonly starting: string;
  readonly soundOn: string;
  /** For IT: what of the settings could not be used. */
  readonly ignored: (keys: string) => string;
  readonly spoken: (number: string, counter: number) => string;
}

/** "P012" letter by letter, as it is printed on the ticket. */
function spelled(number: string): string {
  return number.split('').join(' ');
}

const nl: DisplayTexts = {
  language: 'nl',
  locale: 'nl-NL',
  nowServing: 'Aan de beurt',
  counter: 'Balie',
  lastCalled: 'Ook opgeroepen',
  welcome: 'Welkom',
  takeNumber: 'Neem een nummer',
  waiting: (count) => (count === 1 ? '1 wachtende' : `${count} wachtenden`),
  perGroup: 'Wachtenden per groep',
  nobody: 'niemand wacht',
  wait: (range) => `wachttijd ${range}`,
  waitUnknown: 'wachttijd onbekend',
  lost: (time) => `Even geen verbinding. Dit was de stand om ${time} uur.`,
  starting: 'Het scherm wordt gestart.',
  soundOn: 'Geluid aan',
  ignored: (keys) => `Instelling niet bruikbaar: ${keys}`,
  spoken: (number, counter) => `Nummer ${spelled(number)}. Balie ${counter}.`,
};

const en: DisplayTexts = {
  language: 'en',
  locale: 'en-GB',
  nowServing: 'Now serving',
  counter: 'Counter',
  lastCalled: 'Also called',
  welcome: 'Welcome',
  takeNumber: 'Take a number',
  waiting: (count) => `${count} waiting`,
  perGroup: 'Waiting, by group',
  nobody: 'nobody waiting',
  wait: (range) => `wait ${range}`,
  waitUnknown: 'wait unknown',
  lost: (time) => `No connection for now. This was the situation at ${time}.`,
  starting: 'The display is starting.',
  soundOn: 'Sound on',
  ignored: (keys) => `Setting not usable: ${keys}`,
  spoken: (number, counter) => `Number ${spelled(number)}. Counter ${counter}.`,
};

const TEXTS: Readonly<Record<Language, DisplayTexts>> = { nl, en };

/** The words in each language of the hall, the main one first. */
export function textsOf(languages: readonly Language[]): readonly [DisplayTexts, ...DisplayTexts[]] {
  const [first = 'nl', ...others] = languages;
  return [TEXTS[first], ...others.map((language) => TEXTS[language])];
}
