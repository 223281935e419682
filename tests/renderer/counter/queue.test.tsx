// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { WhyNext } from '../../../shared/domain/calling-why.ts';
import { EMPTY_VISIT, QUEUE, QUEUE_CALLED, ticket } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

const VISIT_WITH_DOCUMENT = {
  ...EMPTY_VISIT,
  document: {
    kind: 'passport' as const,
    number: 'SPECI2014',
    issuer: 'NLD',
    expiryDate: '2034-03-09',
    expired: false,
    differences: [],
    readAt: QUEUE.now,
  },
};

test('the window starts without calling anybody, with the focus on the visit', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  expect(bridge.calls.map((call) => call.name)).not.toContain('hall.callNext');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

test('F2 calls the next visitor once, and keeps the browser from its own F2', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.callNext', QUEUE_CALLED.current);
  await renderCounter(bridge);
  const event = await press('F2');
  expect(event.defaultPrevented).toBe(true);
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(1);
  expect(screen.getByText('P012 is opgeroepen.')).toBeTruthy();
});

test('a key held down calls once', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.callNext', QUEUE_CALLED.current);
  await renderCounter(bridge);
  await press('F2', { repeat: true });
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
});

test('F2 while a visit has content asks first, with the focus on staying', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.current', VISIT_WITH_DOCUMENT);
  await renderCounter(bridge);
  await press('F2');
  const dialog = screen.getByRole('alertdialog', { name: 'Er is nog iemand aan uw balie' });
  expect(document.activeElement?.textContent).toBe('Terug naar het bezoek');
  expect(within(dialog).queryByText(/is er niet/)).toBeNull();
  await press('F2');
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
});

test('whoever is put back from that question is put back before the next is called', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.current', EMPTY_VISIT);
  if (QUEUE_CALLED.current) bridge.give('hall.putBack', QUEUE_CALLED.current);
  bridge.give('hall.callNext', null);
  await renderCounter(bridge);
  await press('F2');
  await settle(() => screen.getByRole('button', { name: 'P012 terugzetten en volgende oproepen' }).click());
  const commands = bridge.calls.map((call) => call.name).filter((name) => /putBack|callNext/.test(name));
  expect(commands).toEqual(['hall.putBack', 'hall.callNext']);
});

test('with the shared hall away the clerk reads since when, and what still works', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE_CALLED, awaySince: '2026-11-23T08:57:00.000Z' });
  await renderCounter(bridge);
  expect(screen.getByText('De wachtrij is sinds 09:57 niet bereikbaar')).toBeTruthy();
  expect(screen.getByText(/bewaard en later vanzelf verwerkt/)).toBeTruthy();
});

test('when putting back is refused nobody is called', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.current', EMPTY_VISIT);
  bridge.answer('hall.noShow', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await renderCounter(bridge);
  await press('F2');
  await settle(() => screen.getByRole('button', { name: 'P012 is er niet: volgende oproepen' }).click());
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
});

test('who did not come but turns up is called from the list', async () => {
  const bridge = sceneBridge();
  bridge.answer('hall.recall', () => ({ ok: false, error: { code: 'visitRunning' } }));
  await renderCounter(bridge);
  await press('F4', { shiftKey: true });
  await settle(() => screen.getByRole('button', { name: 'U003 nu oproepen' }).click());
  expect(bridge.inputsOf('hall.recall')).toMatchObject([{ ticketId: 't-U003' }]);
  expect(screen.getByText('Er loopt nog een bezoek aan uw balie.')).toBeTruthy();
});

test('F2 when nobody waits says so and calls nobody', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, waiting: [], next: null });
  await renderCounter(bridge);
  await press('F2');
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
  expect(within(screen.getByRole('status')).getByText('Er wacht nu niemand.')).toBeTruthy();
});

test.each([
  ['F3', 'hall.recall'],
  ['F4', 'hall.noShow'],
  ['F6', 'hall.putBack'],
] as const)('%s on the number at the counter is %s', async (key, name) => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  if (QUEUE_CALLED.current) bridge.give(name, QUEUE_CALLED.current);
  await renderCounter(bridge);
  await press(key);
  expect(bridge.inputsOf(name)).toMatchObject([{ ticketId: 't-P012' }]);
});

test('Ctrl+F9 says why the visitor did not come, by key; F4 asks nothing', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  if (QUEUE_CALLED.current) bridge.give('hall.noShow', QUEUE_CALLED.current);
  await renderCounter(bridge);
  await press('F9', { ctrlKey: true });
  const dialog = screen.getByRole('dialog', { name: 'P012 is niet gekomen' });
  expect(dialog.contains(document.activeElement)).toBe(true);
  await settle(() => fireEvent.submit(dialog.querySelector('form') ?? dialog));
  await press('F4');
  expect(bridge.inputsOf('hall.noShow')).toMatchObject([
    { ticketId: 't-P012', reason: 'visitorLeft' },
    { ticketId: 't-P012', reason: 'notAppeared' },
  ]);
});

test('F3 without a number at the counter tells what to do', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('F3');
  expect(bridge.inputsOf('hall.recall')).toHaveLength(0);
  expect(screen.getByText(/Roep eerst iemand op met F2/)).toBeTruthy();
});

test('Ctrl+Z takes the last action back', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('hall.undo', { done: true });
  await renderCounter(bridge);
  await press('z', { ctrlKey: true });
  expect(bridge.inputsOf('hall.undo')).toMatchObject([{ actionId: 'a1' }]);
});

test('Ctrl+Z in a text field belongs to the text', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', QUEUE_CALLED);
  bridge.give('visits.current', EMPTY_VISIT);
  await renderCounter(bridge);
  bridge.give('hall.undo', { done: true });
  const field = screen.getByLabelText<HTMLInputElement>('Burgerservicenummer');
  field.focus();
  await settle(() => fireEvent.change(field, { target: { value: '9999' } }));
  const event = await press('z', { ctrlKey: true });
  expect(event.defaultPrevented).toBe(false);
  expect(bridge.inputsOf('hall.undo')).toHaveLength(0);
  // After a call the focus is in a field that nobody typed in yet.
  await settle(() => fireEvent.change(field, { target: { value: '' } }));
  await press('z', { ctrlKey: true });
  expect(bridge.inputsOf('hall.undo')).toMatchObject([{ actionId: 'a1' }]);
});

test('while a number is being given, another choice does not give a second one', async () => {
  const bridge = sceneBridge();
  const answers: ((value: { ok: true; value: ReturnType<typeof ticket> }) => void)[] = [];
  bridge.answer('hall.issueTicket', () => new Promise((resolve) => answers.push(resolve)));
  await renderCounter(bridge);
  await press('F3', { shiftKey: true });
  await press('Enter');
  await press('ArrowDown');
  await press('Enter');
  expect(bridge.inputsOf('hall.issueTicket')).toHaveLength(1);
  await settle(() => answers[0]?.({ ok: true, value: ticket('P031', 0) }));
  expect(screen.getByText(/P031/)).toBeTruthy();
});

test('the waiting time is told against the norm in words, not by colour alone', async () => {
  await renderCounter(sceneBridge());
  const list = screen.getByRole('list', { name: 'Wachtenden, in volgorde van binnenkomst' });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(7);
  expect(rows[0]?.textContent).toContain('13 min langer dan de norm van 10 minuten');
  expect(rows[1]?.textContent).toContain('bijna de norm van 10 minuten');
  expect(rows[4]?.textContent).toMatch(/4 min$/);
});

test('Shift+F2 and Enter help a visitor without a number', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  bridge.answer('hall.startWithoutTicket', () => ({ ok: false, error: { code: 'visitRunning' } }));
  await press('F2', { shiftKey: true });
  const option = screen.getByRole('option', { name: /P Paspoort/ });
  option.focus();
  await press('Enter');
  expect(bridge.inputsOf('hall.startWithoutTicket')).toMatchObject([{ group: 'P' }]);
});

test('a failed call is told at once and leaves the queue as it was', async () => {
  const bridge = sceneBridge();
  bridge.answer('hall.callNext', () => ({ ok: false, error: { code: 'hallUnavailable' } }));
  await renderCounter(bridge);
  await press('F2');
  expect(screen.getByRole('alert').textContent).toContain('Er is niemand opgeroepen.');
  expect(screen.getByText('A007', { selector: 'li b' })).toBeTruthy();
});

test('Shift+F1 says why this one is next, who comes after, and why others are passed over; it calls nobody', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('F1', { shiftKey: true });
  const dialog = within(screen.getByRole('dialog', { name: 'Wie is aan de beurt, en waarom?' }));
  expect(dialog.getByText(/wacht langer dan de norm van 10 minuten/).textContent).toBe(
    'A007 wacht langer dan de norm van 10 minuten. Akten en aangiften, wacht 13 min (norm 10 min)',
  );
  const then = within(dialog.getByRole('region', { name: 'Daarna' })).getAllByRole('listitem');
  expect(then.map((one) => one.textContent?.slice(0, 4))).toEqual(['V002', 'R021']);
  const heldBack = dialog.getByRole('region', { name: 'Wacht, maar nu niet voor uw balie' });
  expect(within(heldBack).getByRole('listitem').textContent).toBe(
    'P013, P014 Werkt nu niet aan uw balie: camera.',
  );
  expect(bridge.inputsOf('hall.callNext')).toEqual([]);
});

test('with nobody for this counter the window says so, and not that nobody waits', async () => {
  const bridge = sceneBridge();
  const heldBack = QUEUE.waiting.map(({ ticketId }) => ({
    ticketId,
    why: { code: 'notInProfile' as const },
  }));
  bridge.give('hall.queue', { ...QUEUE, next: null, afterNext: [], heldBack });
  bridge.give('hall.callNext', null);
  await renderCounter(bridge);
  expect(screen.getByText('Er wacht nu niemand voor uw balie.')).toBeTruthy();
  await press('F2');
  expect(screen.getAllByText('Er wacht nu niemand voor uw balie.')).toHaveLength(2);
  expect(screen.getAllByText(/niet bij u/)).toHaveLength(QUEUE.waiting.length);
});

test('at a counter that was closed the window says so, and not that nobody waits', async () => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, isClosed: true, next: null, afterNext: [], heldBack: [] });
  await renderCounter(bridge);
  expect(screen.getByText(/Uw balie is gesloten door de teamleider/)).toBeTruthy();
  await press('F1', { shiftKey: true });
  expect(
    within(screen.getByRole('dialog')).getByText(/Vraag de teamleider om uw balie te openen/),
  ).toBeTruthy();
});

const AT = '2026-11-23T09:30:00.000Z';
test.each<readonly [WhyNext, string]>([
  [{ code: 'sentHere' }, 'A007, is naar u doorgestuurd.'],
  [{ code: 'priority' }, 'A007, heeft voorrang.'],
  [{ code: 'finallyCallBy', limit: AT }, 'A007, wacht te lang: was uiterlijk om 10:30 aan de beurt.'],
  [{ code: 'appointment', at: AT }, 'A007, heeft een afspraak om 10:30.'],
  [{ code: 'longestWaiting' }, 'A007, wacht het langst.'],
  [
    { code: 'groupOrder', place: 2, of: 3 },
    'A007, staat met zijn groep op plaats 2 van 3 in uw werkprofiel.',
  ],
  [
    { code: 'ratio', weight: 2, sum: 3, calls: 1, last: 2 },
    'A007, is aan de beurt in de verdeling: 2 van elke 3 oproepen zijn voor deze groep. Van de laatste 2 waren het er 1.',
  ],
  [{ code: 'appointmentEarly', at: AT }, 'A007, heeft pas om 10:30 een afspraak, maar er is niemand voor.'],
])('the reason %o in words', async (why, words) => {
  const bridge = sceneBridge();
  bridge.give('hall.queue', { ...QUEUE, next: { ticketId: 't-A007', number: 'A007', why } });
  const { container } = await renderCounter(bridge);
  expect(container.querySelector('.w-why')?.textContent).toBe(`Straks: ${words}`);
});

test('who is held and left is taken out with a reason, from the list, by key', async () => {
  const bridge = sceneBridge();
  const held = ticket('R021', 900, { state: 'held', heldBy: 'Medewerker 1' });
  bridge.give('hall.queue', { ...QUEUE, held: [held] });
  bridge.give('hall.cancel', { ...held, state: 'cancelled' });
  await renderCounter(bridge);
  const button = screen.getByRole('button', { name: 'R021 weghalen' });
  await settle(() => button.focus());
  await press('Enter');
  const dialog = screen.getByRole('dialog', { name: 'R021 weghalen' });
  expect(dialog.contains(document.activeElement)).toBe(true);
  await settle(() => within(dialog).getByRole('button', { name: 'Uit de wachtrij halen' }).click());
  expect(bridge.inputsOf('hall.cancel')).toMatchObject([{ ticketId: 't-R021', reason: 'left' }]);
  expect(screen.getByText('R021 is uit de wachtrij gehaald.')).toBeTruthy();
  expect(screen.queryByRole('dialog', { name: 'R021 weghalen' })).toBeNull();
});

test('who was sent to a colleague is shown with her name, and why any counter calls him when she is not there', async () => {
  const bridge = sceneBridge();
  const sent = ticket('R021', 900, { sentToColleague: 'Anna de Vries' });
  const why = { code: 'longestWaiting' } as const;
  const next = { ticketId: sent.ticketId, number: sent.number, why, awayColleague: 'Anna de Vries' };
  bridge.give('hall.queue', { ...QUEUE, waiting: [sent], next, afterNext: [] });
  await renderCounter(bridge);
  expect(screen.getByRole('list', { name: /Wachtenden/ }).textContent).toContain('voor Anna de Vries');
  await press('F1', { shiftKey: true });
  expect(screen.getByRole('dialog').textContent).toContain(
    'wacht het langst. Was voor Anna de Vries, maar die is nu niet ingelogd.',
  );
});

test.each([
  ['P012', 'Toch verder met P012'],
  ['', 'Toch verder met deze bezoeker'],
])('a visit that was finished too early goes on, and it is said what stays (%s)', async (number, label) => {
  const bridge = sceneBridge();
  const until = new Date(Date.parse(QUEUE.now) + 10_000).toISOString();
  bridge.give('hall.queue', { ...QUEUE, undo: { actionId: 'a1', what: 'finished', number, until } });
  bridge.give('hall.undo', { done: true });
  await renderCounter(bridge);
  expect(screen.getByRole('button', { name: new RegExp(label) })).toBeTruthy();
  await press('z', { ctrlKey: true });
  expect(bridge.inputsOf('hall.undo')).toMatchObject([{ actionId: 'a1' }]);
  expect(
    screen.getByText('U helpt dezelfde bezoeker verder. Wat u net afrondde, blijft vastgelegd.'),
  ).toBeTruthy();
});

test('a number of five digits is refused for the roll, and not cut off to another one', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('F3', { shiftKey: true });
  const roll = within(screen.getByRole('region', { name: 'Rol met gedrukte nummers' }));
  const next = roll.getByLabelText<HTMLInputElement>('Volgend nummer op de rol');
  expect(next.maxLength).toBe(5);
  await settle(() => fireEvent.change(next, { target: { value: '99999' } }));
  await settle(() => roll.getByRole('button', { name: 'Rol bewaren' }).click());
  expect(roll.getByText('Vul een nummer van 1 tot en met 9999 in.')).toBeTruthy();
  expect(bridge.inputsOf('hall.setPaperRoll')).toEqual([]);
});
