import type { DisplayReport } from '../../shared/contract/display.ts';
import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import { type Call, createAnnouncer } from './announcer.ts';
import { callsHere, element, highlightCall, put, renderBoard } from './board-view.ts';
import { type EventStream, startFeed } from './feed.ts';
import { chooseSettings } from './settings.ts';
import type { Sound } from './sound.ts';
import { textsOf } from './texts.ts';
import type { Timers } from './timers.ts';

const REPORT_MS = 30_000;
const TICKER_MS = 8000;
/** Bad settings are named this long, for who hangs up the display; after that the public reads the lines again. */
const NAME_IGNORED_MS = 60_000;
/** Once a minute all moves by some pixels, so that nothing burns into the screen. */
const SHIFT_MS = 60_000;
const SHIFTS = [
  [0, 0],
  [3, 1],
  [1, 3],
  [-2, 2],
  [-3, -1],
  [-1, -3],
  [2, -2],
] as const;

export interface DisplayDeps {
  readonly page: Document;
  /** The settings in the page's address, such as `?profile=hal&rows=6`. */
  readonly search: string;
  readonly open: () => EventStream;
  readonly timers: Timers;
  readonly sound: Sound;
  /** Tells the server that this display runs, under the id it was given. */
  readonly report: (displayId: string, report: DisplayReport) => void;
  readonly reload: () => void;
}

/** Runs the hall's display: follows the board, announces calls, and says so when what it shows may be old. */
export function startDisplay({ page, search, open, timers, sound, report, reload }: DisplayDeps): void {
  let snapshot: BoardSnapshot | null = null;
  let announced: Call | null = null;
  let connected = true;
  let profile: Readonly<Record<string, unknown>> = {};
  let profileKnown = true;
  let displayId: string | null = null;
  let unusable = { names: '', until: 0 };
  /** Server time minus elapsed time, in milliseconds. */
  let offset: number | null = null;
  let lastGood: number | null = null;

  const serverNow = (): number => (offset === null ? Date.now() : offset + timers.elapsed());
  const chosen = () => chooseSettings(snapshot, profile, search);
  const texts = () => textsOf(snapshot === null ? ['nl', 'en'] : chosen().settings.languages);
  const audible = (): boolean => {
    const { settings } = chosen();
    return snapshot !== null && (settings.gong || settings.speech);
  };

  function render(): void {
    if (snapshot) renderBoard(page, { snapshot, settings: chosen().settings, announced });
  }

  function noticeText(): string {
    const [main] = texts();
    const clockTime = (at: number) => format(at, main.locale, { hour: '2-digit', minute: '2-digit' });
    const time = lastGood === null ? null : clockTime(lastGood);
    if (snapshot === null || time === null) return main.starting;
    if (!connected) return main.lost(time);
    const { awaySince } = snapshot;
    if (awaySince !== undefined) return main.lost(clockTime(Date.parse(awaySince)));
    const { settings, ignored } = chosen();
    const names = [...ignored, ...(profileKnown ? [] : ['profile'])].join(', ');
    if (names !== unusable.names) unusable = { names, until: timers.elapsed() + NAME_IGNORED_MS };
    if (names !== '' && timers.elapsed() < unusable.until) return main.ignored(names);
    return settings.ticker[Math.floor(timers.elapsed() / TICKER_MS) % settings.ticker.length] ?? '';
  }

  function renderFrame(): void {
    const [main] = texts();
    if (offset !== null) {
      put(page, 'clock', format(serverNow(), main.locale, { hour: '2-digit', minute: '2-digit' }));
      put(page, 'date', format(serverNow(), main.locale, { weekday: 'long', day: 'numeric', month: 'long' }));
    }
    page.documentElement.classList.toggle('stale', !connected);
    put(page, 'notice', noticeText());
    const button = element(page, 'sound');
    put(page, 'sound', main.soundOn);
    button.hidden = !audible() || !sound.blocked();
    page.documentElement.classList.toggle('no-pointer', button.hidden);
    const [right, down] = SHIFTS[Math.floor(timers.elapsed() / SHIFT_MS) % SHIFTS.length] ?? SHIFTS[0];
    page.body.style.transform = right === 0 && down === 0 ? '' : `translate(${right}px, ${down}px)`;
  }

  const announcer = createAnnouncer({
    timers,
    dwellMs: () => chosen().settings.dwellSeconds * 1000,
    speaking: sound.speaking,
    show(call) {
      announced = call;
      render();
      if (call) highlightCall(page);
    },
    sound(call) {
      const { settings } = chosen();
      const spoken = settings.speech
        ? texts().map(({ language, locale, spoken: say }) => ({
            language,
            locale,
            text: say(call.number, call.counter),
          }))
        : [];
      sound.announce({ gong: settings.gong, spoken, number: call.number, counter: call.counter });
    },
    silence: () => sound.silence(),
  });

  function tellServer(): void {
    if (displayId === null) return;
    const sounds = !audible() ? 'off' : sound.blocked() ? 'blocked' : 'on';
    report(displayId, { sound: snapshot === null ? 'unknown' : sounds, ignored: [...chosen().ignored] });
  }

  startFeed({
    open,
    timers,
    onSnapshot(next) {
      const isFirst = snapshot === null;
      snapshot = next;
      announcer.update(callsHere(next.called, chosen().settings), serverNow());
      render();
      renderFrame();
      if (isFirst) tellServer();
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
    onIdentity(id) {
      displayId = id;
      tellServer();
    },
    onProfile(next) {
      profileKnown = next !== null;
      profile = next ?? {};
      render();
      renderFrame();
    },
    onReload: reload,
    onConnection(value) {
      connected = value;
      if (!value) announcer.hush();
      renderFrame();
    },
  });

  const unblock = async (): Promise<void> => {
    await sound.unblock();
    renderFrame();
    tellServer();
  };
  element(page, 'sound').addEventListener('click', () => void unblock());
  const tick = (): void => {
    renderFrame();
    timers.after(1000, tick);
  };
  tick();
  const live = (): void => {
    tellServer();
    timers.after(REPORT_MS, live);
  };
  timers.after(REPORT_MS, live);
}

function format(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Europe/Amsterdam' }).format(at);
}
