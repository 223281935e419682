import '@fontsource-variable/source-sans-3/wght.css';
import '../theme/municipality.css';
import './display.css';
import { startDisplay } from './display.ts';
import { createRecorded } from './recorded.ts';
import { createSound } from './sound.ts';
import { browserTimers } from './timers.ts';
import english from './voice/en.mp3';
import dutch from './voice/nl.mp3';

// The municipality's own theme, when it has one, comes from the server and goes over ours.
const theme = document.createElement('link');
theme.rel = 'stylesheet';
theme.href = '/theme.css';
document.head.append(theme);

const audio = typeof AudioContext === 'undefined' ? null : new AudioContext();
const VOICES = { nl: dutch, en: english } as const;

/** The address of the board, with what the server should know of this display. */
function streamAddress(): string {
  const mine = new URLSearchParams(location.search);
  const told = new URLSearchParams({ page: document.documentElement.dataset['version'] ?? '' });
  for (const key of ['profile', 'display']) {
    const value = mine.get(key);
    if (value !== null) told.set(key, value);
  }
  return `/board/events?${told}`;
}

startDisplay({
  page: document,
  search: location.search,
  open: () => new EventSource(streamAddress()),
  timers: browserTimers,
  sound: createSound({
    context: audio,
    speech: typeof speechSynthesis === 'undefined' ? null : speechSynthesis,
    utterance: (text) => new SpeechSynthesisUtterance(text),
    recorded:
      audio &&
      createRecorded(audio, async (language) => {
        const answer = await fetch(VOICES[language]);
        return answer.arrayBuffer();
      }),
  }),
  report: (id, { sound, ignored }) =>
    // Only a sign of life: when it does not arrive, the next one will.
    void fetch(`/board/seen?${new URLSearchParams({ id, sound, ignored: ignored.join(',') })}`).catch(
      () => undefined,
    ),
  reload: () => location.reload(),
});
