import type { Recorded } from './recorded.ts';
import type { DisplayTexts, Language } from './texts.ts';

/** Frequency in hertz, start and length in seconds of each stroke: a falling third, as on a station. */
const STROKES = [
  { hertz: 659.25, start: 0, length: 1.4 },
  { hertz: 523.25, start: 0.55, length: 2 },
] as const;
/** Strength of each overtone of a stroke. */
const OVERTONES = [1, 0.35, 0.12] as const;
/** The voice begins when the gong has died down. */
const VOICE_AFTER_MS = 1500;

/** A voice that says nothing about its end is taken to have ended after this. */
const LONGEST_SPEECH_MS = 15_000;

export interface Sound {
  /** True while the browser forbids sound until somebody touches the page. */
  blocked(): boolean;
  /** To be called from a click or key. */
  unblock(): Promise<void>;
  /** Gong, and then the call in each language, one after the other. Ends what was being said. */
  announce(what: Announcement): void;
  /** True while gong or voice are busy. */
  speaking(): boolean;
  silence(): void;
}

export interface Announcement {
  readonly gong: boolean;
  readonly spoken: readonly SpokenText[];
  readonly number: string;
  readonly counter: number;
}

export interface SpokenText {
  readonly language: Language;
  readonly locale: DisplayTexts['locale'];
  readonly text: string;
}

export interface SoundDeps {
  readonly context: AudioContext | null;
  readonly speech: SpeechSynthesis | null;
  readonly utterance: (text: string) => SpeechSynthesisUtterance;
  readonly recorded: Recorded | null;
}

/**
 * The gong, made by Web Audio, and then the browser's own voice for a language; where it has none or it fails, recorded
 * words. Voices come late in some browsers, so they are looked for at each call.
 */
export function createSound({ context, speech, utterance, recorded }: SoundDeps): Sound {
  let voiceTimer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let busy = false;

  function silence(): void {
    turn += 1;
    busy = false;
    clearTimeout(voiceTimer);
    speech?.cancel();
    recorded?.stop();
  }

  /** False: the voice failed, as one from a network does without it, or was broken off. */
  function speakWith(by: SpeechSynthesis, voice: SpeechSynthesisVoice, text: string): Promise<boolean> {
    return new Promise((resolve) => {
      const words = utterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = 0.9;
      const ended = (isSaid: boolean): void => {
        clearTimeout(longest);
        resolve(isSaid);
      };
      const longest = setTimeout(() => ended(true), LONGEST_SPEECH_MS);
      words.addEventListener('end', () => ended(true));
      words.addEventListener('error', () => ended(false));
      by.speak(words);
    });
  }

  async function say({ spoken, number, counter }: Announcement, mine: number): Promise<void> {
    for (const { language, locale, text } of spoken) {
      if (mine !== turn) return;
      const voice = speech && chooseVoice(speech.getVoices(), locale);
      const isSaid = speech && voice ? await speakWith(speech, voice, text) : false;
      if (!isSaid && mine === turn) await recorded?.play(language, number, counter);
    }
    if (mine === turn) busy = false;
  }

  return {
    blocked: () => context !== null && context.state !== 'running',
    async unblock() {
      await context?.resume();
    },
    silence,
    speaking: () => busy,
    announce(what) {
      silence();
      busy = true;
      const mine = turn;
      if (what.gong && context?.state === 'running') strike(context);
      voiceTimer = setTimeout(() => void say(what, mine), what.gong ? VOICE_AFTER_MS : 0);
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
