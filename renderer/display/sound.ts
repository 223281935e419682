import type { DisplayTexts } from './texts.ts';

/** Frequency in hertz, start and length in seconds of each stroke: a falling third, as on a station. */
const STROKES = [
  { hertz: 659.25, start: 0, length: 1.4 },
  { hertz: 523.25, start: 0.55, length: 2 },
] as const;
/** Strength of each overtone of a stroke. */
const OVERTONES = [1, 0.35, 0.12] as const;
/** The voice begins when the gong has died down. */
const VOICE_AFTER_MS = 1500;

export interface Sound {
  /** True while the browser forbids sound until somebody touches the page. */
  blocked(): boolean;
  /** To be called from a click or key. */
  unblock(): Promise<void>;
  announce(what: { readonly gong: boolean; readonly spoken: readonly SpokenText[] }): void;
  silence(): void;
}

export interface SpokenText {
  readonly locale: DisplayTexts['locale'];
  readonly text: string;
}

/** The gong, made by Web Audio, and the browser's own voice for a language; without such a voice nothing is said. */
export function createSound(
  context: AudioContext | null,
  speech: SpeechSynthesis | null,
  utterance: (text: string) => SpeechSynthesisUtterance,
): Sound {
  let voiceTimer: ReturnType<typeof setTimeout> | undefined;

  function silence(): void {
    clearTimeout(voiceTimer);
    speech?.cancel();
  }

  return {
    blocked: () => context !== null && context.state !== 'running',
    async unblock() {
      await context?.resume();
    },
    silence,
    announce({ gong, spoken }) {
      silence();
      if (gong && context?.state === 'running') strike(context);
      voiceTimer = setTimeout(
        () => {
          for (const { locale, text } of spoken) {
            const voice = speech && chooseVoice(speech.getVoices(), locale);
            if (!voice) continue;
            const words = utterance(text);
            words.voice = voice;
            words.lang = voice.lang;
            words.rate = 0.9;
            speech.speak(words);
          }
        },
        gong ? VOICE_AFTER_MS : 0,
      );
    },
  };
}

/** The best voice for a locale: its own region before another, one on the device before one from a network. */
export function chooseVoice<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly V[],
  locale: string,
): V | undefined {
  const language = locale.slice(0, 2).toLowerCase();
  const score = (voice: V): number =>
    (voice.lang.replace('_', '-').toLowerCase() === locale.toLowerCase() ? 2 : 0) +
    (voice.localService ? 1 : 0);
  return voices
    .filter((voice) => voice.lang.toLowerCase().startsWith(language))
    .sort((a, b) => score(b) - score(a))[0];
}

function strike(context: AudioContext): void {
  for (const { hertz, start, length } of STROKES) {
    OVERTONES.forEach((strength, index) => {
      const at = context.currentTime + start;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = hertz * (index + 1);
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.4 * strength, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + length);
    });
  }
}
