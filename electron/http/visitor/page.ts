import { html } from 'hono/html';
import type { KioskLanguage } from '../../../shared/contract/kiosk.ts';
import type { VisitorPlace } from '../../../shared/contract/visitor-place.ts';
import { amsterdamTime } from '../../../shared/domain/dates.ts';
import { VISITOR_TEXTS, type VisitorTexts } from './texts.ts';

export interface VisitorPage {
  /** Null: the address is of no ticket of today. */
  readonly place: VisitorPlace | null;
  /** The visitor's own; Dutch stands below it. */
  readonly language: KioskLanguage;
  /** Municipality and location. */
  readonly where: string;
}

const ARROWS = { left: '←', right: '→', ahead: '↑', back: '↓', up: '↗', down: '↘' } as const;

/** The whole page as HTML; the paths in it are relative, so that a proxy may put it anywhere. */
export function visitorPage({ place, language, where }: VisitorPage) {
  const { direction, offline } = VISITOR_TEXTS[language];
  const state = place?.state ?? 'unknown';
  const languages: readonly KioskLanguage[] = language === 'nl' ? ['nl'] : [language, 'nl'];
  const title = place ? `${place.number} · ${VISITOR_TEXTS[language].yourNumber}` : where;
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}" class="voorbeeld-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <link rel="stylesheet" href="../theme.css" />
        <link rel="stylesheet" href="page.css" />
        <script type="module" src="page.js"></script>
        <noscript><meta http-equiv="refresh" content="15" /></noscript>
      </head>
      <body>
        <header>${place ? where : html`<h1>${where}</h1>`}</header>
        <main data-state="${state}" aria-live="polite">
          ${place && bigNumber(place, VISITOR_TEXTS[language])}
          ${languages.map(
            (one) =>
              html`<section lang="${one}" dir="${VISITOR_TEXTS[one].direction}">
                ${lines(place, VISITOR_TEXTS[one]).map((text) => html`<p>${text}</p>`)}
              </section>`,
          )}
        </main>
        <p id="offline" role="alert" hidden>${offline}</p>
      </body>
    </html>`;
}

function bigNumber({ number, counter, direction }: VisitorPlace, { yourNumber }: VisitorTexts) {
  const to =
    counter !== null &&
    html`<p class="to" dir="ltr" aria-hidden="true">${direction && ARROWS[direction]} ${counter}</p>`;
  return html`<h1>${yourNumber} <bdi class="number">${number}</bdi></h1>
    ${to || ''}`;
}

/** What the visitor has to know now, the first line first. */
function lines(place: VisitorPlace | null, texts: VisitorTexts): string[] {
  if (place === null) return [texts.unknown, texts.takeNew];
  const away = place.awaySince === null ? [] : [texts.away(amsterdamTime(new Date(place.awaySince)))];
  if (place.state === 'missed') return [texts.missed, ...away];
  if (place.state === 'cancelled') return [texts.cancelled, texts.takeNew, ...away];
  if (place.state === 'done') return [texts.done, ...away];
  if ((place.state === 'called' || place.state === 'held') && place.counter !== null) {
    const where = place.direction ? ` (${texts.where[place.direction]})` : '';
    return [`${texts[place.state](place.counter).replace(/\.$/, '')}${where}.`, ...away];
  }
  if (place.before === null) return [texts.byTime, texts.keep, ...away];
  const { expected } = place;
  const wait = expected ? texts.expected(expected.fromMinutes, expected.toMinutes) : texts.unknownWait;
  return [texts.before(place.before), wait, texts.keep, ...away];
}
