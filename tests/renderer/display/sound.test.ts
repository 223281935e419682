import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clipsOf, createRecorded, type Recorded } from '../../../renderer/display/recorded.ts';
import { CLIPS } from '../../../renderer/display/voice/clips.ts';
import { chooseVoice, createSound, type SpokenText } from '../../../renderer/display/sound.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const voice = (lang: string, localService = true) => ({
  lang,
  localService,
  name: lang,
  default: false,
  voiceURI: lang,
});

interface FakeWords {
  lang: string;
  text: string;
  ended: () => void;
  failed: () => void;
  addEventListener: (type: string, run: () => void) => void;
}

function fakeSpeech(voices: ReturnType<typeof voice>[]) {
  const spoken: string[] = [];
  const speech = {
    getVoices: () => voices,
    speak: (words: FakeWords) => {
      spoken.push(`${words.lang}: ${words.text}`);
      setTimeout(words.ended, 3000);
    },
    cancel: () => void spoken.push('cancel'),
  } as unknown as SpeechSynthesis;
  return { speech, spoken };
}
const utterance = (text: string) => {
  const none = () => undefined;
  const words: FakeWords = { lang: '', text, ended: none, failed: none, addEventListener: none };
  words.addEventListener = (type, run) => {
    if (type === 'end') words.ended = run;
    if (type === 'error') words.failed = run;
  };
  return words as unknown as SpeechSynthesisUtterance;
};

/** What `utterance` made, as it is. */
const fakeOf = (words: SpeechSynthesisUtterance) => words as unknown as FakeWords;

test('the voice of the own region comes first, then one on the device', () => {
  const voices = [voice('en-GB'), voice('nl-BE'), voice('nl-NL', false), voice('nl_NL')];
  expect(chooseVoice(voices, 'nl-NL')?.lang).toBe('nl_NL');
  expect(chooseVoice(voices.slice(0, 2), 'nl-NL')?.lang).toBe('nl-BE');
  expect(chooseVoice([voice('en-GB')], 'nl-NL')).toBeUndefined();
});

const nl: SpokenText = { language: 'nl', locale: 'nl-NL', text: 'Nummer P 1' };
const en: SpokenText = { language: 'en', locale: 'en-GB', text: 'Number P 1' };
const CALL = { gong: true, number: 'P001', counter: 3 };

function recordedLog(): { recorded: Recorded; played: string[] } {
  const played: string[] = [];
  const recorded: Recorded = {
    play: async (language, number, counter) => void played.push(`${language} ${number} ${counter}`),
    stop: () => undefined,
  };
  return { recorded, played };
}

test('the voice waits for the gong, and a language without a voice is said by the recording', async () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL')]);
  const { recorded, played } = recordedLog();
  const sound = createSound({ context: null, speech, utterance, recorded });
  sound.announce({ ...CALL, spoken: [nl, en] });
  await vi.advanceTimersByTimeAsync(1400);
  expect(spoken).toEqual(['cancel']);
  await vi.advanceTimersByTimeAsync(200);
  expect(spoken).toEqual(['cancel', 'nl-NL: Nummer P 1']);
  expect([played, sound.speaking()]).toEqual([[], true]);
  await vi.advanceTimersByTimeAsync(3000);
  expect([played, sound.speaking()]).toEqual([['en P001 3'], false]);
});

test('a language whose voice fails is said by the recording, and the next one has its turn after it', async () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL', false), voice('en-GB')]);
  const { recorded, played } = recordedLog();
  const speak = speech.speak.bind(speech);
  const failing = (words: FakeWords) => setTimeout(words.failed, 500);
  speech.speak = (words) => (words.lang === 'nl-NL' ? void failing(fakeOf(words)) : speak(words));
  const sound = createSound({ context: null, speech, utterance, recorded });
  sound.announce({ ...CALL, gong: false, spoken: [nl, en] });
  await vi.advanceTimersByTimeAsync(500);
  expect([played, spoken]).toEqual([['nl P001 3'], ['cancel', 'en-GB: Number P 1']]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(sound.speaking()).toBe(false);
});

test('a voice that is broken off by silence, which browsers call an error, is not said by the recording', async () => {
  const { speech } = fakeSpeech([voice('nl-NL')]);
  const { recorded, played } = recordedLog();
  let failed: () => void = () => undefined;
  speech.speak = (words) => void (failed = fakeOf(words).failed);
  speech.cancel = () => failed();
  const sound = createSound({ context: null, speech, utterance, recorded });
  sound.announce({ ...CALL, gong: false, spoken: [nl] });
  await vi.advanceTimersByTimeAsync(100);
  sound.silence();
  await vi.advanceTimersByTimeAsync(100);
  expect(played).toEqual([]);
});

test('silence takes back a voice that has not begun', async () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL')]);
  const sound = createSound({ context: null, speech, utterance, recorded: null });
  sound.announce({ ...CALL, spoken: [nl] });
  sound.silence();
  await vi.advanceTimersByTimeAsync(5000);
  expect(spoken).toEqual(['cancel', 'cancel']);
  expect(sound.speaking()).toBe(false);
});

test('a voice that never says that it ended keeps the next language waiting for fifteen seconds only', async () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL'), voice('en-GB')]);
  speech.speak = (words) => void spoken.push(words.text);
  const sound = createSound({ context: null, speech, utterance, recorded: null });
  sound.announce({ ...CALL, gong: false, spoken: [nl, en] });
  await vi.advanceTimersByTimeAsync(14_900);
  expect(spoken).toEqual(['cancel', nl.text]);
  await vi.advanceTimersByTimeAsync(200);
  expect(spoken).toEqual(['cancel', nl.text, en.text]);
});

test('a PC without sound and voice is silent and not blocked', async () => {
  const sound = createSound({ context: null, speech: null, utterance, recorded: null });
  sound.announce({ ...CALL, spoken: [nl] });
  await vi.advanceTimersByTimeAsync(5000);
  expect([sound.blocked(), sound.speaking()]).toEqual([false, false]);
});

test('a call is said sign by sign, as it is printed', () => {
  expect(clipsOf('P012', 13)).toEqual(['number', 'P', '0', '1', '2', 'counter', '1', '3']);
  expect(clipsOf('p-1', 3)).toEqual(['number', 'P', '1', 'counter', '3']);
});

test('both recordings have all words, one after the other, without overlap', () => {
  for (const clips of Object.values(CLIPS)) {
    const places = Object.values(clips).toSorted(([a], [b]) => a - b);
    expect(places).toHaveLength(38);
    let end = 0;
    for (const [start, length] of places) {
      expect(length).toBeGreaterThan(0.2);
      expect(start).toBeCloseTo(end, 2);
      end = start + length;
    }
  }
});

test('the recording plays its clips back to back, and stops when it is told to', async () => {
  const started: [number, number, number][] = [];
  const stopped: number[] = [];
  const ended: (() => void)[] = [];
  const context = {
    state: 'running',
    currentTime: 10,
    destination: {},
    decodeAudioData: async () => ({}),
    createBufferSource: () => ({
      connect: () => undefined,
      start: (...at: [number, number, number]) => started.push(at),
      stop: () => stopped.push(1),
      addEventListener: (_: string, run: () => void) => ended.push(run),
    }),
  } as unknown as Parameters<typeof createRecorded>[0];
  let loads = 0;
  const recorded = createRecorded(context, async () => {
    loads += 1;
    if (loads === 1) throw new Error('no connection');
    return new ArrayBuffer(8);
  });
  await recorded.play('nl', 'P1', 3);
  expect(started).toEqual([]);
  const playing = recorded.play('nl', 'P1', 3);
  await vi.advanceTimersByTimeAsync(0);
  expect(started.map(([, offset]) => offset)).toEqual(
    (['number', 'P', '1', 'counter', '3'] as const).map((name) => CLIPS.nl[name][0]),
  );
  started.slice(1).forEach(([when], index) => {
    const [before, , length] = started[index] ?? [0, 0, 0];
    expect(when).toBeCloseTo(before + length, 6);
  });
  ended.at(-1)?.();
  await playing;
  recorded.stop();
  expect([loads, stopped.length]).toEqual([2, 5]);
});
