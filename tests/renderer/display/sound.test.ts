import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseVoice, createSound } from '../../../renderer/display/sound.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const voice = (lang: string, localService = true) => ({
  lang,
  localService,
  name: lang,
  default: false,
  voiceURI: lang,
});

function fakeSpeech(voices: ReturnType<typeof voice>[]) {
  const spoken: string[] = [];
  const speech = {
    getVoices: () => voices,
    speak: (words: { lang: string; text: string }) => void spoken.push(`${words.lang}: ${words.text}`),
    cancel: () => void spoken.push('cancel'),
  } as Partial<SpeechSynthesis> as SpeechSynthesis;
  return { speech, spoken };
}
const utterance = (text: string) => ({ text }) as SpeechSynthesisUtterance;

test('the voice of the own region comes first, then one on the device', () => {
  const voices = [voice('en-GB'), voice('nl-BE'), voice('nl-NL', false), voice('nl_NL')];
  expect(chooseVoice(voices, 'nl-NL')?.lang).toBe('nl_NL');
  expect(chooseVoice(voices.slice(0, 2), 'nl-NL')?.lang).toBe('nl-BE');
  expect(chooseVoice([voice('en-GB')], 'nl-NL')).toBeUndefined();
});

test('the voice waits for the gong and says nothing in a language it does not have', () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL')]);
  const sound = createSound(null, speech, utterance);
  sound.announce({
    gong: true,
    spoken: [
      { locale: 'nl-NL', text: 'Nummer P 1' },
      { locale: 'en-GB', text: 'Number P 1' },
    ],
  });
  vi.advanceTimersByTime(1400);
  expect(spoken).toEqual(['cancel']);
  vi.advanceTimersByTime(200);
  expect(spoken).toEqual(['cancel', 'nl-NL: Nummer P 1']);
});

test('silence takes back a voice that has not begun', () => {
  const { speech, spoken } = fakeSpeech([voice('nl-NL')]);
  const sound = createSound(null, speech, utterance);
  sound.announce({ gong: true, spoken: [{ locale: 'nl-NL', text: 'Nummer P 1' }] });
  sound.silence();
  vi.advanceTimersByTime(5000);
  expect(spoken).toEqual(['cancel', 'cancel']);
});

test('a PC without sound and voice is silent and not blocked', () => {
  const sound = createSound(null, null, utterance);
  sound.announce({ gong: true, spoken: [{ locale: 'nl-NL', text: 'x' }] });
  vi.advanceTimersByTime(5000);
  expect(sound.blocked()).toBe(false);
});
