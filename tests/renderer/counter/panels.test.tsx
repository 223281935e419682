// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DEVICES, SCENE_NOW, SESSION, SYNC } from '../../helpers/counter-scene.ts';
import { press, renderCounter, sceneBridge, settle } from '../../helpers/render-counter.tsx';

test('F1 tells every key and Escape gives the focus back', async () => {
  await renderCounter(sceneBridge());
  await press('F1');
  const dialog = screen.getByRole('dialog', { name: 'Hulp: alle toetsen' });
  expect(within(dialog).getByText('Volgende bezoeker oproepen')).toBeTruthy();
  const keys = [...dialog.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  expect(keys).toEqual(expect.arrayContaining(['Ctrl + Enter', 'Alt + 1 … 9']));
  expect(keys.indexOf('F7')).toBeLessThan(keys.indexOf('F8'));
  await press('Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('while a panel is open the keys of the page wait, and say so', async () => {
  const bridge = sceneBridge();
  await renderCounter(bridge);
  await press('F1');
  await press('F2');
  expect(bridge.inputsOf('hall.callNext')).toHaveLength(0);
  expect(screen.getByText(/Sluit eerst het venster/)).toBeTruthy();
});

test('the status bar names each device with its state, and the time since it failed', async () => {
  await renderCounter(sceneBridge());
  const bar = screen.getByRole('contentinfo');
  expect(bar.textContent).toContain('Lezer: gereed');
  expect(bar.textContent).toContain('Bonprinter: losgekoppeld sinds 10:39');
  expect(bar.textContent).toContain('Bonzuil: papier bijna op');
  expect(bar.textContent).toContain('1 staat stil');
});

test.each([
  ['59 minutes', 59, false],
  ['an hour', 60, true],
])('nothing came through for %s: the status bar tells only after an hour', async (_, minutes, isTold) => {
  const bridge = sceneBridge();
  const waitsSince = new Date(SCENE_NOW - minutes * 60_000).toISOString();
  bridge.give('sync.status', { ...SYNC, waitsSince });
  await renderCounter(bridge);
  expect(
    /Sinds \d\d:\d\d komt niets aan: meld het IT/.test(screen.getByRole('contentinfo').textContent ?? ''),
  ).toBe(isTold);
  await press('F8', { shiftKey: true });
  expect(screen.queryByText(/Alles staat veilig op deze pc en u kunt doorwerken/) !== null).toBe(isTold);
});

test('what waits for one system for an hour is told with its name, while others come through', async () => {
  const bridge = sceneBridge();
  const waitsSince = new Date(SCENE_NOW - 3_600_000).toISOString();
  bridge.give('sync.status', { ...SYNC, waitsSince, waitsFor: 'klantinteracties' });
  await renderCounter(bridge);
  expect(screen.getByRole('contentinfo').textContent).toMatch(
    /Wacht sinds \d\d:\d\d op Klantinteracties: meld het IT/,
  );
  await press('F8', { shiftKey: true });
  expect(screen.getByText(/Sinds \d\d:\d\d wacht er iets op Klantinteracties\./)).toBeTruthy();
  expect(screen.getByText(/Alles staat veilig op deze pc/)).toBeTruthy();
});

test.each([
  ['Ja', 'printed'],
  ['Nee, druk opnieuw af', 'printAgain'],
  ['Laat maar', 'drop'],
] as const)('"is de bon eruit gekomen?": %s', async (button, answer) => {
  const bridge = sceneBridge();
  bridge.give('devices.settlePrint', { done: true });
  await renderCounter(bridge);
  await press('F7', { shiftKey: true });
  await settle(() => screen.getByRole('button', { name: button }).click());
  expect(bridge.inputsOf('devices.settlePrint')).toMatchObject([{ jobId: 'j1', answer }]);
});

test('a device that is away comes with advice, and its test with its outcome', async () => {
  const bridge = sceneBridge();
  bridge.give('devices.check', { ok: false, code: 'failed', detail: 'timeout: no answer' });
  await renderCounter(bridge);
  await press('F7', { shiftKey: true });
  expect(screen.getByText(/Controleer de kabel/, { selector: 'p' })).toBeTruthy();
  await settle(() => screen.getAllByRole('button', { name: 'Test' })[1]?.click());
  expect(bridge.inputsOf('devices.check')).toEqual([{ role: 'receipt-printer', level: 'external' }]);
  expect(screen.getByText('De test is niet gelukt.')).toBeTruthy();
  expect(screen.getByText('Het apparaat is niet gevonden.')).toBeTruthy();
  for (const technical of [/timeout: no answer/, /noHardware/])
    expect(screen.getByText(technical).closest('details')?.open).toBe(false);
});

test('what IT has to mend in the configuration stands above the devices', async () => {
  const bridge = sceneBridge();
  const problem = 'devices (receipt-printer): driver: "escpoz" — verwacht: een van escpos';
  bridge.give('devices.list', { ...DEVICES, problems: [problem] });
  await renderCounter(bridge);
  await press('F7', { shiftKey: true });
  expect(screen.getByText(problem).closest('.w-message')?.textContent).toContain('geef dit door aan IT');
});

test('a condition tells since when it holds, not since when the device is ready', async () => {
  await renderCounter(sceneBridge());
  await press('F7', { shiftKey: true });
  const dispenser = screen.getByText('Bonzuil', { selector: 'strong' }).closest('li');
  expect(dispenser?.textContent).toContain('papier bijna op');
  expect(dispenser?.textContent).toContain('sinds 10:38');
});

test('before any central system was asked, nothing says that it can be reached', async () => {
  const bridge = sceneBridge();
  const systems = SYNC.systems.map((system) => ({ ...system, reachable: null, since: null, problem: null }));
  bridge.give('sync.status', { ...SYNC, queued: 0, parked: 0, items: [], systems });
  await renderCounter(bridge);
  const bar = screen.getByRole('contentinfo').textContent;
  expect(bar).toContain('nog niet gevraagd');
  expect(bar).not.toContain('Online');
});

test('where sending stopped and what is wrong with a system are said in words', async () => {
  const bridge = sceneBridge();
  const secret = { code: 'noSecret', secret: 'brp-productie' } as const;
  const systems = SYNC.systems.map((one) => (one.name === 'brp' ? { ...one, problem: secret } : one));
  bridge.give('sync.status', { ...SYNC, systems });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  expect(screen.getByText(/Het systeem antwoordt niet\./)).toBeTruthy();
  expect(screen.getByText(/Het geheim "brp-productie" staat niet op deze pc/)).toBeTruthy();
  expect(screen.getByText('Gebleven bij: betrokkenen')).toBeTruthy();
});

test('what is held up is counted beside what waits, and is the oldest', async () => {
  const bridge = sceneBridge();
  bridge.give('sync.status', { ...SYNC, queued: 0, waitsSince: null });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  expect(
    screen.getByText(/Er wacht niets op verzending\. Er staat 1 bericht stil\. Het oudste is van 09:52\./),
  ).toBeTruthy();
});

test('who does not want to wait for the next attempt tries at once; where nothing waits there is nothing to try', async () => {
  const bridge = sceneBridge();
  bridge.give('sync.tryNow', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  await settle(() => screen.getByRole('button', { name: 'Nu proberen' }).click());
  expect(bridge.inputsOf('sync.tryNow')).toHaveLength(1);
  bridge.give('sync.status', { ...SYNC, items: SYNC.items.filter(({ state }) => state === 'parked') });
  await settle(() => bridge.push({ name: 'sync.changed', data: {} }));
  expect(screen.queryByRole('button', { name: 'Nu proberen' })).toBeNull();
});

test('what is held up says why and can be sent again', async () => {
  const bridge = sceneBridge();
  bridge.give('sync.retry', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  expect(screen.getByText(/weigert dit: het soort rol: dit type bestaat niet meer/)).toBeTruthy();
  await settle(() => screen.getByRole('button', { name: 'Opnieuw versturen' }).click());
  expect(bridge.inputsOf('sync.retry')).toMatchObject([{ itemId: 'i1' }]);
});

test('F10 opens the practice panel, whose dispenser takes a number', async () => {
  const bridge = sceneBridge();
  bridge.give('practice.pressButton', { done: true });
  await renderCounter(bridge);
  await press('F10');
  await settle(() => screen.getByRole('button', { name: 'R Rijbewijs' }).click());
  expect(bridge.inputsOf('practice.pressButton')).toEqual([{ button: 2 }]);
  expect(screen.getByRole('img', { name: /R022/ })).toBeTruthy();
});

test('outside practice mode F10 opens nothing and says why', async () => {
  const bridge = sceneBridge();
  bridge.give('session.state', { ...SESSION, practice: false });
  await renderCounter(bridge);
  await press('F10');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/alleen in de oefenmodus/)).toBeTruthy();
});

async function openMenu(role: 'clerk' | 'teamlead' | 'administrator') {
  const bridge = sceneBridge();
  if (SESSION.staff) bridge.give('session.state', { ...SESSION, staff: { ...SESSION.staff, role } });
  await renderCounter(bridge);
  await press('F10', { altKey: true });
  const names = screen.getAllByRole('menuitem').map((item) => item.textContent ?? '');
  return { bridge, names };
}

test('the menu of the clerk is called what it is', async () => {
  await openMenu('clerk');
  expect(screen.getByRole('menu', { name: 'Uw menu' })).toBeTruthy();
});

test('a clerk sees neither the log nor the staff, a teamlead the log, an administrator both', async () => {
  expect((await openMenu('clerk')).names.filter((name) => /Logboek|Medewerkers/.test(name))).toEqual([]);
});

test('a teamlead sees the log and can check it', async () => {
  const { bridge, names } = await openMenu('teamlead');
  expect(names).toContain('Logboek');
  expect(names.join()).not.toContain('Medewerkers');
  const line = { seq: 9, at: '2026-11-24T09:00:00.000Z', who: 'Saar Test (saar)', detail: '' };
  bridge.give('audit.list', [
    { ...line, action: 'hall.recalled', recordType: 'ticket', recordId: 'T1' },
    { ...line, seq: 8, action: 'hall.gone', recordType: 'pigeon', recordId: 'P1' },
  ]);
  bridge.give('audit.verify', { intact: false, entries: 9, brokenAt: 4 });
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Logboek' })));
  await settle(() => screen.getByRole('button', { name: 'Controleer het logboek' }).click());
  expect(screen.getByText(/klopt niet vanaf regel 4/)).toBeTruthy();
  const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent);
  expect([cells[3], cells[4]]).toEqual(['Nog eens opgeroepen', 'nummer T1']);
  // What an older version wrote has no text.
  expect([cells[9], cells[10]]).toEqual(['hall.gone', 'pigeon P1']);
});

test('an administrator adds a member of staff; a taken name is told in the form', async () => {
  const { bridge } = await openMenu('administrator');
  bridge.give('staff.list', SESSION.staff ? [SESSION.staff] : []);
  const profiles = [{ id: 'balie', name: 'Paspoorten' }];
  bridge.give('staff.workOptions', { profiles, skills: ['reisdocumenten', 'rijbewijzen'] });
  bridge.answer('staff.add', () => ({ ok: false, error: { code: 'loginNameTaken', field: 'loginName' } }));
  await settle(() => fireEvent.click(screen.getByRole('menuitem', { name: 'Medewerkers beheren' })));
  await settle(() => screen.getByRole('button', { name: 'Medewerker toevoegen' }).click());
  fireEvent.change(screen.getByLabelText('Naam'), { target: { value: 'Medewerker 2' } });
  fireEvent.change(screen.getByLabelText('Aanmeldnaam'), { target: { value: 'balie' } });
  fireEvent.change(screen.getByLabelText('Wachtzin'), { target: { value: 'vier losse woorden samen' } });
  await settle(() => screen.getByRole('checkbox', { name: 'Mag alles doen' }).click());
  await settle(() => screen.getByRole('checkbox', { name: 'rijbewijzen' }).click());
  screen.getByRole('button', { name: /Werkprofiel bij aanmelden/ }).focus();
  await press('ArrowDown');
  screen.getByRole('option', { name: 'Paspoorten' }).focus();
  await press('Enter');
  await settle(() => fireEvent.submit(screen.getByLabelText('Naam')));
  expect(bridge.inputsOf('staff.add')).toMatchObject([
    {
      name: 'Medewerker 2',
      loginName: 'balie',
      role: 'clerk',
      work: { profile: 'balie', skills: ['reisdocumenten'] },
    },
  ]);
  expect(screen.getByText(/^Deze aanmeldnaam bestaat al\./)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Aanmeldnaam'));
});

test('the whole window speaks English too', async () => {
  await renderCounter(sceneBridge(), 'en');
  expect(screen.getByRole('button', { name: /Call the next visitor/ })).toBeTruthy();
  expect(screen.getByRole('contentinfo').textContent).toContain('Receipt printer: unplugged since 10:39');
});

test('the key opens the cash drawer, and a drawer that stays shut is told', async () => {
  const bridge = sceneBridge();
  bridge.give('devices.openDrawer', { done: true });
  await renderCounter(bridge);
  await press('F6', { shiftKey: true });
  expect(bridge.inputsOf('devices.openDrawer')).toHaveLength(1);
  bridge.answer('devices.openDrawer', () => ({ ok: false, error: { code: 'drawerShut' } }));
  await press('F6', { shiftKey: true });
  expect(screen.getByText(/De lade is niet opengegaan/)).toBeTruthy();
});

test('at a counter without a drawer the key says so', async () => {
  const bridge = sceneBridge();
  bridge.give('devices.list', { devices: [], jobs: [], cashDrawer: false, problems: [] });
  await renderCounter(bridge);
  await press('F6', { shiftKey: true });
  expect(bridge.inputsOf('devices.openDrawer')).toHaveLength(0);
  expect(screen.getByText(/geen geldlade ingesteld/)).toBeTruthy();
});

test('a message that was refused gets another address; one that can not exist is not sent', async () => {
  const bridge = sceneBridge();
  const [first] = SYNC.items;
  if (!first) throw new Error('the scene has an item');
  const label = 'W1-20261123-0003';
  bridge.give('sync.status', {
    ...SYNC,
    items: [{ ...first, kind: 'notification', label, step: 'bericht', channel: 'email' }],
  });
  bridge.give('sync.correctAddress', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  const address = screen.getByLabelText('Ander e-mailadres');
  fireEvent.change(address, { target: { value: 'bezoeker' } });
  await settle(() => screen.getByRole('button', { name: 'Verbeter en verstuur' }).click());
  expect(screen.getByText(/ontbreekt het apenstaartje/)).toBeTruthy();
  expect(bridge.inputsOf('sync.correctAddress')).toEqual([]);
  fireEvent.change(address, { target: { value: ' bezoeker@example.nl' } });
  await settle(() => screen.getByRole('button', { name: 'Verbeter en verstuur' }).click());
  expect(bridge.inputsOf('sync.correctAddress')).toMatchObject([
    { itemId: first.itemId, address: 'bezoeker@example.nl' },
  ]);
});

test('a text that is too long is shown with its length, and goes only when it is shorter', async () => {
  const bridge = sceneBridge();
  bridge.give('sync.inspect', {
    done: ['zaak'],
    exchange: null,
    tooLong: 'Voor een bank in het buitenland',
    phone: null,
    assignedTo: null,
    colleagues: [],
  });
  bridge.give('sync.shorten', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  await settle(() => screen.getByRole('button', { name: /^Bekijken, ZAAK/ }).click());
  const send = screen.getByRole('button', { name: 'Verkort en verstuur' });
  expect(send.hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText('Deze tekst is te lang'), { target: { value: 'Voor een bank' } });
  expect(screen.getByText(/Nu 13 tekens, het waren er 31/)).toBeTruthy();
  await settle(() => send.click());
  expect(bridge.inputsOf('sync.shorten')).toMatchObject([{ itemId: 'i1', text: 'Voor een bank' }]);
});

test('a number to call back that was refused is typed anew, and goes only as a number that can be called', async () => {
  const bridge = sceneBridge();
  bridge.give('sync.inspect', {
    done: ['klantcontact', 'overdracht'],
    exchange: null,
    tooLong: null,
    phone: '0612345678',
    assignedTo: null,
    colleagues: [],
  });
  bridge.give('sync.correctPhone', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  await settle(() => screen.getByRole('button', { name: /^Bekijken, ZAAK/ }).click());
  const send = screen.getByRole('button', { name: 'Verbeter en verstuur' });
  expect(send.hasAttribute('disabled')).toBe(true);
  const number = screen.getByLabelText('Nummer verbeteren');
  fireEvent.change(number, { target: { value: '06-123' } });
  await settle(() => send.click());
  expect(screen.getByText(/Dit nummer kan niet/)).toBeTruthy();
  expect(bridge.inputsOf('sync.correctPhone')).toEqual([]);
  fireEvent.change(number, { target: { value: '06-12 34 56 79' } });
  await settle(() => send.click());
  expect(bridge.inputsOf('sync.correctPhone')).toMatchObject([{ itemId: 'i1', phone: '0612345679' }]);
});

test('a message whose address is erased is not sent again, but ended', async () => {
  const bridge = sceneBridge();
  const [first] = SYNC.items;
  if (!first) throw new Error('the scene has an item');
  bridge.give('sync.status', {
    ...SYNC,
    items: [
      {
        ...first,
        kind: 'notification',
        canCorrect: false,
        state: 'parked',
        reason: { code: 'addressGone', data: {}, fields: [] },
      },
    ],
  });
  bridge.give('sync.end', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  expect(screen.getByText(/het adres is gewist/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Opnieuw versturen' })).toBeNull();
  await settle(() => screen.getByRole('button', { name: 'Afsluiten' }).click());
  expect(bridge.inputsOf('sync.end')).toMatchObject([{ itemId: first.itemId }]);
});

test('a pick-up of another person is corrected, or confirmed as it is', async () => {
  const bridge = sceneBridge();
  const [first] = SYNC.items;
  if (!first) throw new Error('the scene has an item');
  bridge.give('sync.status', {
    ...SYNC,
    items: [
      {
        ...first,
        kind: 'zaak',
        canCorrect: true,
        state: 'parked',
        reason: { code: 'zaakOfOther', data: { zaak: first.label }, fields: [] },
      },
    ],
  });
  bridge.give('sync.correct', { done: true });
  await renderCounter(bridge);
  await press('F8', { shiftKey: true });
  expect(screen.getByText(/van iemand anders dan wie aan de balie was/)).toBeTruthy();
  await settle(() => screen.getByRole('button', { name: 'Toch deze zaak' }).click());
  expect(bridge.inputsOf('sync.correct')).toMatchObject([
    { itemId: first.itemId, zaakIdentificatie: first.label },
  ]);
});
