import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import { type Call, createAnnouncer } from './announcer.ts';
import { element, highlightCall, put, renderBoard } from './board-view.ts';
import { type EventStream, startFeed } from './feed.ts';
import type { Sound } from './sound.ts';
import { textsOf } from './texts.ts';
import type { Timers } from './timers.ts';

export interface DisplayDeps {
  readonly page: Document;
  readonly open: () => EventStream;
  readonly timers: Timers;
  readonly sound: Sound;
  readonly reload: () => void;
}

/** Runs the hall's display: follows the board, announces calls, and says so when what it shows may be old. */
export function startDisplay({ page, open, timers, sound, reload }: DisplayDeps): void {
  let snapshot: BoardSnapshot | null = null;
  let announced: Call | null = null;
  let connected = true;
  /** Server time minus elapsed time, in milliseconds. */
  let offset: number | null = null;
  let lastGood: number | null = null;

  const serverNow = (): number => (offset === null ? Date.now() : offset + timers.elapsed());
  const texts = () => textsOf(snapshot?.languages ?? ['nl', 'en']);

  function render(): void {
    if (snapshot) renderBoard(page, { snapshot, announced });
  }

  function renderFrame(): void {
    const [main] = texts();
    if (offset !== null) {
      put(page, 'clock', format(serverNow(), main.locale, { hour: '2-digit', minute: '2-digit' }));
      put(page, 'date', format(serverNow(), main.locale, { weekday: 'long', day: 'numeric', month: 'long' }));
    }
    page.documentElement.classList.toggle('stale', !connected);
    const time =
      lastGood === null ? null : format(lastGood, main.locale, { hour: '2-digit', minute: '2-digit' });
    put(
      page,
      'notice',
      snapshot === null || time === null ? main.starting : connected ? '' : main.lost(time),
    );
    const button = element(page, 'sound');
    put(page, 'sound', main.soundOn);
    button.hidden = snapshot === null || !(snapshot.gong || snapshot.speech) || !sound.blocked();
    page.documentElement.classList.toggle('no-pointer', button.hidden);
  }

  const announcer = createAnnouncer({
    timers,
    show(call) {
      announced = call;
      render();
      if (call) highlightCall(page);
    },
    sound(call) {
      if (!snapshot) return;
      const spoken = snapshot.speech
        ? texts().map(({ locale, spoken: say }) => ({ locale, text: say(call.number, call.counter) }))
        : [];
      sound.announce({ gong: snapshot.gong, spoken });
    },
    silence: () => sound.silence(),
  });

  startFeed({
    open,
    timers,
    onSnapshot(next) {
      snapshot = next;
      announcer.update(next.called, serverNow());
      render();
      renderFrame();
    },
    onTime(now) {
      offset = now - timers.elapsed();
      lastGood = now;
      renderFrame();
    },
    onVersion(version) {
      const mine = page.documentElement.dataset['version'];
      if (mine && mine !== version) reload();
    },
    onConnection(value) {
      connected = value;
      if (!value) announcer.hush();
      renderFrame();
    },
  });

  element(page, 'sound').addEventListener('click', () => void sound.unblock().then(renderFrame));
  const tick = (): void => {
    renderFrame();
    timers.after(1000, tick);
  };
  tick();
}

function format(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Europe/Amsterdam' }).format(at);
}
