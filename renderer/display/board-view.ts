import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import type { Call } from './announcer.ts';
import type { DisplaySettings } from './settings.ts';
import { type DisplayTexts, textsOf } from './texts.ts';

/** So many waiting numbers fit below the name of their group. */
const NEXT_NUMBERS = 3;
/** Between the same words in two languages. */
const BESIDE = ' · ';
/** As signs in buildings have it: up is straight on, and another floor has a broader arrow (ISO 7001). */
const ARROWS = { left: '←', right: '→', ahead: '↑', back: '↓', up: '⇧', down: '⇩' } as const;

type Expected = BoardSnapshot['waiting'][number]['expected'];

/** What the page shows at one moment. */
export interface BoardView {
  readonly snapshot: BoardSnapshot;
  readonly settings: DisplaySettings;
  /** The call that is being announced; null: the newest one has the large place. */
  readonly announced: Call | null;
}

/** The calls that this display is for. */
export function callsHere<C extends { readonly counter: number }>(
  calls: readonly C[],
  { layout, counters }: DisplaySettings,
): readonly C[] {
  const mine = layout === 'counter' ? counters.slice(0, 1) : counters;
  return mine.length === 0 ? calls : calls.filter(({ counter }) => mine.includes(counter));
}

/** Puts the board on the page; the same view twice changes nothing, so that a reader is not interrupted. */
export function renderBoard(page: Document, { snapshot, settings, announced }: BoardView): void {
  const texts = textsOf(settings.languages);
  const [main] = texts;
  const beside = (pick: (text: (typeof texts)[number]) => string): string => texts.map(pick).join(BESIDE);
  const place = (counter: number): string => {
    const way = settings.arrows[String(counter)];
    return `${way === undefined ? '' : `${ARROWS[way]} `}${main.counter} ${counter}`;
  };
  const called = callsHere(snapshot.called, settings);
  const large = settings.layout === 'list' ? null : (announced ?? called[0] ?? null);
  const ownCounter = settings.layout === 'counter' ? settings.counters[0] : undefined;
  page.documentElement.lang = main.locale.slice(0, 2);
  page.body.dataset['layout'] = settings.layout;

  put(page, 'place', `${snapshot.municipality}${BESIDE}${snapshot.location}`);
  element(page, 'call').classList.toggle('call-idle', large === null);
  put(
    page,
    'call-label',
    large !== null
      ? beside((text) => text.nowServing)
      : ownCounter === undefined
        ? welcome(texts)
        : beside((text) => text.welcome),
  );
  put(page, 'call-number', large?.number ?? '');
  const counter = large?.counter ?? ownCounter;
  put(page, 'call-counter', counter === undefined ? '' : place(counter));

  const others = [
    ...called
      .filter((call) => call.callId !== large?.callId)
      .map((call) => ({ ...call, now: true, fresh: call.callId === announced?.callId })),
    ...callsHere(snapshot.recent, settings).map((call) => ({ ...call, now: false, fresh: false })),
  ].filter(
    (call, index, all) =>
      call.number !== large?.number && all.findIndex((c) => c.number === call.number) === index,
  );
  const board = element(page, 'board');
  board.classList.toggle('board-alone', settings.layout !== 'list' && others.length === 0);
  board.style.setProperty('--rows', String(settings.rows));
  board.style.setProperty('--columns', String(settings.columns));
  put(page, 'last-label', lastLabel(texts, settings, others.length));
  list(
    page,
    'last',
    others.slice(0, settings.rows * settings.columns),
    ({ number, counter, now, fresh }, row) => {
      row.className = `${now ? 'row-called' : ''} ${fresh ? 'row-new' : ''}`.trim();
      row.append(span(page, number), span(page, place(counter)));
    },
  );

  element(page, 'waiting').hidden = settings.waiting === 'none';
  element(page, 'waiting').setAttribute('aria-label', main.perGroup);
  list(page, 'groups', snapshot.waiting, ({ name, numbers, count, expected }, group) => {
    const next = settings.waiting === 'numbers' ? nextNumbers(numbers, count) : String(count);
    group.append(
      span(page, name, 'group-name'),
      span(page, next, 'group-next'),
      span(page, waitText(main, expected), 'group-wait'),
    );
  });
  const total = snapshot.waiting.reduce((sum, { count }) => sum + count, 0);
  put(page, 'total', total === 0 ? main.nobody : beside((text) => text.waiting(total)));
}

function lastLabel(texts: readonly DisplayTexts[], { layout }: DisplaySettings, others: number): string {
  if (layout === 'list')
    return texts.map((text) => (others === 0 ? text.takeNumber : text.nowServing)).join(BESIDE);
  return others === 0 ? '' : texts.map((text) => text.lastCalled).join(BESIDE);
}

function welcome(texts: readonly DisplayTexts[]): string {
  return [texts.map((text) => text.welcome), texts.map((text) => text.takeNumber)]
    .map((words) => words.join(BESIDE))
    .join('\n');
}

function nextNumbers(numbers: readonly string[], count: number): string {
  if (count === 0) return '–';
  if (count <= NEXT_NUMBERS) return numbers.join('  ');
  const shown = numbers.slice(0, NEXT_NUMBERS - 1);
  return [...shown, `+${count - shown.length}`].join('  ');
}

function waitText({ wait, waitUnknown }: DisplayTexts, expected: Expected): string {
  return expected ? wait(`${expected.fromMinutes}–${expected.toMinutes} min`) : waitUnknown;
}

/** Lights up the call that is announced anew; the movement itself is in display.css. */
export function highlightCall(page: Document): void {
  const card = element(page, 'board');
  card.classList.remove('call-new');
  // Reading the layout makes the browser start the animation again.
  void card.offsetWidth;
  card.classList.add('call-new');
}

/** The element with this id; the page comes from the same build, so its absence is a bug. */
export function element(page: Document, id: string): HTMLElement {
  const found = page.getElementById(id);
  if (!found) throw new Error(`display.html has no #${id}`);
  return found;
}

/** Sets a text, and leaves the page alone when it is there already. */
export function put(page: Document, id: string, text: string): void {
  const target = element(page, id);
  if (target.textContent !== text) target.textContent = text;
}

function span(page: Document, text: string, className = ''): HTMLElement {
  const made = page.createElement(className === '' ? 'span' : 'p');
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

function list<T>(
  page: Document,
  id: string,
  items: readonly T[],
  fill: (item: T, row: HTMLElement) => void,
): void {
  const target = element(page, id);
  const rows = items.map((item) => {
    const row = page.createElement('li');
    fill(item, row);
    return row;
  });
  const same =
    rows.length === target.children.length &&
    rows.every((row, i) => row.isEqualNode(target.children[i] ?? null));
  if (!same) target.replaceChildren(...rows);
}
