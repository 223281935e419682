import type { BoardSnapshot } from '../../shared/contract/hall.ts';
import type { Call } from './announcer.ts';
import { type DisplayTexts, textsOf } from './texts.ts';

const ROWS = 4;
/** So many waiting numbers fit below the name of their group. */
const NEXT_NUMBERS = 3;
/** Between the same words in two languages. */
const BESIDE = ' · ';

/** What the page shows at one moment. */
export interface BoardView {
  readonly snapshot: BoardSnapshot;
  /** The call that is being announced; null: the newest one has the large place. */
  readonly announced: Call | null;
}

/** Puts the board on the page; the same view twice changes nothing, so that a reader is not interrupted. */
export function renderBoard(page: Document, { snapshot, announced }: BoardView): void {
  const texts = textsOf(snapshot.languages);
  const [main] = texts;
  const beside = (pick: (text: (typeof texts)[number]) => string): string => texts.map(pick).join(BESIDE);
  const large = announced ?? snapshot.called[0] ?? null;
  page.documentElement.lang = main.locale.slice(0, 2);

  put(page, 'place', `${snapshot.municipality}${BESIDE}${snapshot.location}`);
  const card = element(page, 'call');
  card.classList.toggle('call-idle', large === null);
  put(page, 'call-label', large === null ? welcome(texts) : beside((text) => text.nowServing));
  put(page, 'call-number', large?.number ?? '');
  put(page, 'call-counter', large === null ? '' : `${main.counter} ${large.counter}`);

  const others = [
    ...snapshot.called
      .filter((call) => call !== large && call.callId !== large?.callId)
      .map((call) => ({ ...call, now: true })),
    ...snapshot.recent.map((call) => ({ ...call, now: false })),
  ].filter(
    (call, index, all) =>
      call.number !== large?.number && all.findIndex((c) => c.number === call.number) === index,
  );
  element(page, 'board').classList.toggle('board-alone', others.length === 0);
  put(page, 'last-label', others.length === 0 ? '' : beside((text) => text.lastCalled));
  list(page, 'last', others.slice(0, ROWS), ({ number, counter, now }, row) => {
    row.className = now ? 'row-called' : '';
    row.append(span(page, number), span(page, `${main.counter} ${counter}`));
  });

  element(page, 'waiting').setAttribute('aria-label', main.perGroup);
  list(page, 'groups', snapshot.waiting, ({ name, numbers, count }, group) => {
    group.append(span(page, name, 'group-name'), span(page, nextNumbers(numbers, count), 'group-next'));
  });
  const total = snapshot.waiting.reduce((sum, { count }) => sum + count, 0);
  put(page, 'total', total === 0 ? main.nobody : beside((text) => text.waiting(total)));
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

/** Lights up the large call anew; the movement itself is in display.css. */
export function highlightCall(page: Document): void {
  const card = element(page, 'call');
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
