// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KioskApp } from '../../../renderer/kiosk/kiosk-app.tsx';
import { CHECK_IN_TEXTS } from '../../../renderer/kiosk/check-in-texts.ts';
import { PARTY_TEXTS } from '../../../renderer/kiosk/party-texts.ts';
import { KIOSK_TEXTS } from '../../../renderer/kiosk/texts.ts';
import type { Bridge } from '../../../renderer/bridge/bridge.ts';
import type { KioskState, KioskTicket } from '../../../shared/contract/kiosk.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';

const STATE: KioskState = {
  now: '2026-11-23T09:00:00.000Z',
  municipality: 'Gemeente Voorbeeld',
  location: 'Stadhuis',
  languages: ['nl', 'en', 'ar'],
  appointments: false,
  paper: true,
  groups: [
    {
      letter: 'P',
      names: { nl: 'Paspoort', en: 'Passport' },
      bring: { nl: [] },
      askPersons: false,
      askAlso: false,
      state: 'open',
      opensAt: null,
      waiting: 2,
      expected: { fromMinutes: 5, toMinutes: 15 },
    },
    {
      letter: 'R',
      names: { nl: 'Rijbewijs' },
      bring: { nl: [] },
      askPersons: false,
      askAlso: false,
      state: 'closed',
      opensAt: '13:00',
      waiting: 0,
      expected: null,
    },
  ],
};
const TICKET: KioskTicket = {
  number: 'P012',
  letter: 'P',
  waitingBefore: 2,
  expected: null,
  bring: [],
  page: null,
  printed: true,
  fromRoll: false,
};

let takes: string[];
let state: KioskState;
let answer: Result<KioskTicket>;
let reachable: boolean;
/** How long the answer to a check-in takes. */
let checkInMs: number;
beforeEach(() => {
  vi.useFakeTimers();
  [takes, answer, reachable, state, checkInMs] = [[], ok(TICKET), true, STATE, 0];
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function open() {
  let minted = 0;
  const call = (async (
    name: string,
    input: { commandId: string; group: string; persons?: number; also?: string[] },
  ) => {
    if (name === 'kiosk.state') return reachable ? ok(state) : fail('unreachable');
    if (name === 'kiosk.checkIn') {
      if (checkInMs > 0) await new Promise((resolve) => setTimeout(resolve, checkInMs));
      return ok({ outcome: 'unknown' });
    }
    takes.push([input.commandId, input.group, input.persons ?? 1, ...(input.also ?? [])].join(' '));
    return answer;
  }) as unknown as Bridge['call'];
  render(
    <KioskApp
      call={call}
      mintId={() => {
        minted += 1;
        return `visitor-${minted}`;
      }}
    />,
  );
  await pass(0);
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await pass(0);
};

test('one touch gives the number, and the next visitor gets one of his own', async () => {
  await open();
  await press(/^Paspoort/);
  expect(screen.getByRole('status').textContent).toContain('P012');
  expect(screen.getByText(KIOSK_TEXTS.nl.takePaper)).toBeTruthy();
  await pass(12_000);
  await press(/^Paspoort/);
  expect(takes).toHaveLength(2);
  expect(new Set(takes).size).toBe(2);
});

test('after no answer the same press asks for the same number', async () => {
  await open();
  answer = fail('unreachable');
  await press(/^Paspoort/);
  expect(screen.getByRole('alert').textContent).toContain(KIOSK_TEXTS.nl.reception);
  answer = ok(TICKET);
  await pass(10_000);
  await press(/^Paspoort/);
  expect(takes[0]).toBe(takes[1]);
});

test('a group that is closed says so and cannot be pressed', async () => {
  await open();
  const buttons = within(screen.getByRole('main')).getAllByRole('button') as HTMLButtonElement[];
  expect(buttons.map(({ disabled, textContent }) => [disabled, textContent])).toEqual([
    [false, 'PPaspoort2 personen wachten · Wachttijd 5 tot 15 minuten'],
    [true, 'RRijbewijsOpen vanaf 13:00 uur'],
  ]);
});

test('a language speaks the whole page, right to left where it must, and goes after half a minute', async () => {
  await open();
  await press(/^العربية/);
  expect([document.documentElement.dir, document.documentElement.lang]).toEqual(['rtl', 'ar']);
  // A name that is not translated says that it is Dutch.
  expect(screen.getByText('Paspoort').getAttribute('lang')).toBe('nl');
  await pass(29_000);
  fireEvent.pointerDown(document);
  await pass(29_000);
  expect(document.documentElement.lang).toBe('ar');
  await pass(1000);
  expect([document.documentElement.dir, document.documentElement.lang]).toEqual(['ltr', 'nl']);
});

test('without paper the visitor is told to remember his number, and has half a minute for it', async () => {
  await open();
  answer = ok({ ...TICKET, printed: false });
  await press(/^Paspoort/);
  expect(screen.getByText(KIOSK_TEXTS.nl.noPaper)).toBeTruthy();
  await pass(29_000);
  expect(screen.getByText('P012')).toBeTruthy();
  await press(/^Klaar/);
  expect(screen.queryByText('P012')).toBeNull();
});

test('while the application is away the visitor is sent to the reception, and it comes back by itself', async () => {
  reachable = false;
  await open();
  expect(screen.getByRole('alert')).toBeTruthy();
  reachable = true;
  await pass(10_000);
  expect(screen.queryByRole('alert')).toBeNull();
});

/** The passport group asks this before it gives a number. */
function asking(change: Partial<KioskState['groups'][number]>): void {
  state = {
    ...STATE,
    groups: STATE.groups.map((group, index) => (index === 0 ? { ...group, ...change } : group)),
  };
}
const BRING = { nl: ['uw oude paspoort', 'een pasfoto'], en: ['your old passport', 'a photo'] };

test('what to bring is read before there is a number, and one touch goes on', async () => {
  asking({ bring: BRING });
  await open();
  await press(/^Paspoort/);
  expect(takes).toEqual([]);
  expect(
    within(screen.getByRole('main'))
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(BRING.nl);
  expect(screen.getByText(PARTY_TEXTS.nl.missing)).toBeTruthy();
  await press(/^Neem een nummer/);
  expect(takes).toEqual(['visitor-1 P 1']);
  expect(screen.getByRole('status').textContent).toContain('P012');
});

test('without his photo a visitor goes back and no number was given', async () => {
  asking({ bring: BRING });
  await open();
  await press(/^Paspoort/);
  await press(/^Terug/);
  expect(screen.getByRole('button', { name: /^Paspoort/ })).toBeTruthy();
  expect(takes).toEqual([]);
});

test('a family says with how many it is, in its own language, with one touch', async () => {
  asking({ askPersons: true, bring: BRING });
  await open();
  await press(/^Paspoort/);
  await press(/^English/);
  const counts = within(screen.getByRole('group', { name: PARTY_TEXTS.en.howMany }));
  expect(counts.getAllByRole('button').map((one) => one.textContent)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5 or more',
  ]);
  expect(screen.getByText('a photo').closest('ul')?.lang).toBe('');
  await press(/^العربية/);
  // What is not translated says that it is Dutch.
  expect(screen.getByText('een pasfoto').closest('ul')?.lang).toBe('nl');
  await press(/^3$/);
  expect(takes).toEqual(['visitor-1 P 3']);
});

test('who comes for more says so before the number; only what is open can be had', async () => {
  asking({ askAlso: true });
  const [first, second] = state.groups;
  if (!first || !second) throw new Error('there are two groups');
  const open2 = { ...second, letter: 'U', names: { nl: 'Uittreksel' }, state: 'open' as const };
  state = { ...state, groups: [first, second, open2] };
  await open();
  await press(/^Paspoort/);
  const choices = within(screen.getByRole('group', { name: PARTY_TEXTS.nl.also }));
  expect(choices.getAllByRole('button').map((one) => one.textContent)).toEqual(['Uittreksel']);
  await press(/^Uittreksel/);
  expect(choices.getByRole('button', { name: 'Uittreksel', pressed: true })).toBeTruthy();
  await press(/^Neem een nummer/);
  expect(takes).toEqual(['visitor-1 P 1 U']);
});

test('who walks away from the question leaves the first page to the next visitor', async () => {
  asking({ askPersons: true });
  await open();
  await press(/^Paspoort/);
  await pass(30_000);
  expect(screen.getByRole('button', { name: /^Paspoort/ })).toBeTruthy();
  expect(takes).toEqual([]);
});

test('a group that closes while the visitor reads shows that it closed', async () => {
  asking({ askPersons: true });
  await open();
  await press(/^Paspoort/);
  answer = fail('groupFull');
  asking({ askPersons: true, state: 'full' });
  await press(/^2$/);
  expect(screen.getByText(KIOSK_TEXTS.nl.full)).toBeTruthy();
});

test('who types a number that nobody knows sees what he typed, until he types the next', async () => {
  state = { ...state, appointments: true };
  const texts = CHECK_IN_TEXTS.nl;
  await open();
  await press(new RegExp(`^${texts.appointment}`));
  for (const digit of ['4', '7', '1']) await press(new RegExp(`^${digit}$`));
  await press(new RegExp(`^${texts.checkIn}$`));
  const number = screen.getByRole('status', { name: texts.number });
  expect(screen.getByRole('alert').textContent).toBe(texts.unknown);
  expect(number.innerHTML).toBe('<s>471</s>');
  await press(/^8$/);
  expect(screen.getByRole('alert').textContent).toBe('');
  expect(number.innerHTML).toBe('8');
});

test('who goes back before the answer leaves neither his number nor its refusal to the next visitor', async () => {
  state = { ...state, appointments: true };
  checkInMs = 2000;
  const texts = CHECK_IN_TEXTS.nl;
  await open();
  await press(new RegExp(`^${texts.appointment}`));
  for (const digit of ['4', '7', '1']) await press(new RegExp(`^${digit}$`));
  await press(new RegExp(`^${texts.checkIn}$`));
  await press(new RegExp(`^${texts.back}$`));
  await press(new RegExp(`^${texts.appointment}`));
  await press(/^8$/);
  await pass(2000);
  expect(screen.getByRole('alert').textContent).toBe('');
  expect(screen.getByRole('status', { name: texts.number }).textContent).toBe('8');
});

test('every language has a word for every number of people', () => {
  for (const [language, texts] of Object.entries(KIOSK_TEXTS))
    for (const count of [1, 2, 5, 21])
      expect([language, texts.waiting(count)]).toEqual([language, expect.stringContaining(String(count))]);
});
