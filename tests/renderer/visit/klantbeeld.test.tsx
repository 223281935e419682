// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { FakeBridge } from '../../helpers/fake-bridge.ts';
import { DOCUMENT, PERSON } from './helpers/fake-application.ts';
import { showVisit } from './helpers/render-visit.tsx';

afterEach(cleanup);

const AT = '2026-11-23T09:30:00.000Z';
const ZAKEN: CallOutput<'klantbeeld.zaken'> = {
  at: AT,
  live: true,
  more: false,
  items: [
    {
      zaakIdentificatie: 'ZAAK-1',
      omschrijving: 'Rijbewijs aanvragen',
      startedOn: '2026-11-19',
      endedOn: null,
      status: 'Wacht op ophalen',
      dueOn: '2026-11-20',
    },
    {
      zaakIdentificatie: 'ZAAK-2',
      omschrijving: 'Uittreksel',
      startedOn: '2026-08-23',
      endedOn: '2026-08-24',
      status: null,
      dueOn: null,
    },
  ],
};
const CONTACTEN: CallOutput<'klantbeeld.contacten'> = {
  at: AT,
  live: true,
  more: true,
  items: [{ kanaal: 'telefoon', onderwerp: 'Vraag over het rijbewijs', at: '2026-11-21T10:00:00.000Z' }],
};
const TAKEN: CallOutput<'klantbeeld.taken'> = {
  at: AT,
  live: true,
  more: false,
  items: [
    { handeling: 'Terugbellen', toelichting: 'Na 13 uur', assignedTo: 'Afdeling Vergunningen', since: AT },
  ],
};

async function klantbeeld(
  prepare: (bridge: FakeBridge) => void,
  visit: Parameters<typeof showVisit>[0] = { person: PERSON },
) {
  await showVisit(visit, prepare);
  return screen.findByRole('region', { name: 'Klantbeeld' });
}

test('zaken with status and term, tasks, and contacts of every channel', async () => {
  const region = await klantbeeld((bridge) => {
    bridge.give('klantbeeld.zaken', ZAKEN);
    bridge.give('klantbeeld.contacten', CONTACTEN);
    bridge.give('klantbeeld.taken', TAKEN);
  });
  await within(region).findByText('Terugbellen');
  expect(
    within(region)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Rijbewijs aanvragenWacht op ophalen · sinds 19 november 2026 had klaar moeten zijn op 20 november 2026ZAAK-1',
    'Uittrekselafgerond op 24 augustus 2026ZAAK-2',
    'TerugbellenNa 13 uurligt bij Afdeling Vergunningen',
    'Vraag over het rijbewijstelefoon · za 21 november',
  ]);
  expect(within(region).getByText(/^Er is meer dan hier staat/)).toBeTruthy();
});

test('a source that is missing is named, and the others stand there', async () => {
  const region = await klantbeeld((bridge) => {
    bridge.answer('klantbeeld.zaken', () => ({ ok: false, error: { code: 'centralUnavailable' } }));
    bridge.give('klantbeeld.contacten', CONTACTEN);
    bridge.give('klantbeeld.taken', TAKEN);
  });
  expect(await within(region).findByText(/^Zaken: niet op te halen/)).toBeTruthy();
  expect(within(region).getByText('Terugbellen')).toBeTruthy();
  expect(within(region).getByText('Vraag over het rijbewijs')).toBeTruthy();
});

test('contacts do not wait for their tasks; tasks that are missing are named by themselves', async () => {
  let fail: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    fail = resolve;
  });
  const region = await klantbeeld((bridge) => {
    bridge.give('klantbeeld.contacten', CONTACTEN);
    bridge.answer('klantbeeld.taken', async () => {
      await failed;
      return { ok: false, error: { code: 'centralUnavailable' } };
    });
  });
  expect(await within(region).findByText('Vraag over het rijbewijs')).toBeTruthy();
  expect(within(region).getByText(/^Wordt opgehaald/)).toBeTruthy();
  fail();
  expect(await within(region).findByText(/^Loopt bij een collega: niet op te halen/)).toBeTruthy();
  expect(within(region).getByText('Vraag over het rijbewijs')).toBeTruthy();
});

test('that nothing is with a colleague is said', async () => {
  const region = await klantbeeld((bridge) => bridge.give('klantbeeld.taken', { ...TAKEN, items: [] }));
  expect(await within(region).findByText('Er loopt niets bij een collega.')).toBeTruthy();
});

test('what was told before is shown with its time', async () => {
  const region = await klantbeeld((bridge) => bridge.give('klantbeeld.zaken', { ...ZAKEN, live: false }));
  expect(await within(region).findByText(/dit is de stand van 10:30/)).toBeTruthy();
  expect(within(region).getByText('ZAAK-1')).toBeTruthy();
});

test('a document that has ended: one press adds the product that helps, and its first step is there', async () => {
  const { bridge } = await showVisit({ person: PERSON, document: DOCUMENT });
  const region = await screen.findByRole('region', { name: 'Klantbeeld' });
  const add = await within(region).findByRole('button', { name: 'Voeg toe: Paspoort' });
  expect(within(region).getByText('Het document is verlopen op 9 maart 2024.')).toBeTruthy();
  fireEvent.click(add);
  expect(await screen.findByRole('region', { name: 'Paspoort' })).toBeTruthy();
  expect(bridge.inputsOf('visits.addProduct')).toMatchObject([{ productId: 'paspoort' }]);
  expect(within(region).queryByRole('button', { name: /^Voeg toe/ })).toBeNull();
});

test('a person without a number is not asked about', async () => {
  const region = await klantbeeld(() => undefined, { person: { ...PERSON, bsnMasked: null } });
  expect(within(region).getByText(/^Zonder burgerservicenummer/)).toBeTruthy();
});

test('the number of a zaak opens how it stands, asked at once', async () => {
  let asked = '';
  const region = await klantbeeld((bridge) => {
    bridge.give('klantbeeld.zaken', ZAKEN);
    bridge.answer('zaken.status', ({ zaakIdentificatie }) => {
      asked = zaakIdentificatie;
      return { ok: false, error: { code: 'notFound' } };
    });
  });
  fireEvent.click(await within(region).findByRole('button', { name: 'Stand van zaak ZAAK-2' }));
  expect(await screen.findByText(/kent geen zaak met dit nummer/)).toBeTruthy();
  expect(asked).toBe('ZAAK-2');
});
