import '@fontsource-variable/source-sans-3/wght.css';
import '../theme/municipality.css';
import './display.css';
import { startDisplay } from './display.ts';
import { createSound } from './sound.ts';
import { browserTimers } from './timers.ts';

// The municipality's own theme, when it has one, comes from the server and goes over ours.
const theme = document.createElement('link');
theme.rel = 'stylesheet';
theme.href = '/theme.css';
document.head.append(theme);

startDisplay({
  page: document,
  open: () => new EventSource('/board/events'),
  timers: browserTimers,
  sound: createSound(
    typeof AudioContext === 'undefined' ? null : new AudioContext(),
    typeof speechSynthesis === 'undefined' ? null : speechSynthesis,
    (text) => new SpeechSynthesisUtterance(text),
  ),
  reload: () => location.reload(),
});
