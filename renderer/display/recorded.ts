import { CLIPS } from './voice/clips.ts';
import type { Language } from './texts.ts';

/** The recorded words, for a browser without a voice. */
export interface Recorded {
  /** Says number and counter; resolves when it has been said, or at once when it cannot be. */
  play(language: Language, number: string, counter: number): Promise<void>;
  stop(): void;
}

/** The words of a call, as names of clips: "P012 at counter 3" is number P 0 1 2 counter 3. */
export function clipsOf(number: string, counter: number): readonly (keyof (typeof CLIPS)['nl'])[] {
  const isClip = (sign: string): sign is keyof (typeof CLIPS)['nl'] & string => Object.hasOwn(CLIPS.nl, sign);
  const signs = (text: string) => [...text.toUpperCase()].filter(isClip);
  return ['number', ...signs(number), 'counter', ...signs(String(counter))];
}

/** Plays clips out of one recording per language; `load` gives its bytes. */
export function createRecorded(
  context: Pick<
    AudioContext,
    'state' | 'currentTime' | 'destination' | 'createBufferSource' | 'decodeAudioData'
  >,
  load: (language: Language) => Promise<ArrayBuffer>,
): Recorded {
  const recordings = new Map<Language, Promise<AudioBuffer | null>>();
  let playing: AudioBufferSourceNode[] = [];
  let turn = 0;

  function recording(language: Language): Promise<AudioBuffer | null> {
    const known = recordings.get(language);
    if (known) return known;
    const loading = load(language)
      .then((bytes) => context.decodeAudioData(bytes))
      .catch(() => {
        // Without a connection just now: the next call tries again.
        recordings.delete(language);
        return null;
      });
    recordings.set(language, loading);
    return loading;
  }

  function stop(): void {
    turn += 1;
    for (const node of playing) node.stop();
    playing = [];
  }

  return {
    stop,
    async play(language, number, counter) {
      stop();
      const mine = turn;
      const buffer = await recording(language);
      if (!buffer || mine !== turn || context.state !== 'running') return;
      let at = context.currentTime + 0.05;
      for (const name of clipsOf(number, counter)) {
        const [offset, length] = CLIPS[language][name];
        const node = context.createBufferSource();
        node.buffer = buffer;
        node.connect(context.destination);
        node.start(at, offset, length);
        at += length;
        playing.push(node);
      }
      const last = playing.at(-1);
      if (last)
        await new Promise<void>((resolve) => last.addEventListener('ended', () => resolve(), { once: true }));
    },
  };
}
